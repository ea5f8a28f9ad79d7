import { download } from '../../views/parts';
import { type ExportRequest, historyFileName, pictureFileName, type Workspace } from '../../workspace';
import { pictureGlyphs } from './pictureGlyphs';

/** The definition as a file, in a notation, formatted or as typed. */
export async function downloadDefinition(workspace: Workspace, request: ExportRequest): Promise<void> {
  const result = await workspace.exportDefinition(request);
  if (result.ok) download(result.text, result.fileName, result.mediaType);
  else workspace.notices.add('warning', result.reason);
}

export async function copyDefinition(workspace: Workspace, request: ExportRequest): Promise<void> {
  const result = await workspace.exportDefinition(request);
  if (result.ok)
    await copy(
      workspace,
      result.text,
      'The definition is on the clipboard.',
      'Download the definition instead.',
    );
  else workspace.notices.add('warning', result.reason);
}

/** The whole drawing as a file; what draws it is loaded now. */
export async function downloadPicture(
  workspace: Workspace,
  format: 'svg' | 'png',
  withRun: boolean,
): Promise<void> {
  const { makePicture } = await import('./pictures');
  const made = await makePicture(workspace, format, withRun, pictureGlyphs());
  if (!made.ok) {
    workspace.notices.add('warning', made.reason);
    return;
  }
  const { name } = workspace.store.getState().document;
  download(made.content, pictureFileName(name, format), PICTURE_TYPE[format]);
  if (made.note !== undefined) workspace.notices.add('info', made.note);
}

const PICTURE_TYPE = { svg: 'image/svg+xml', png: 'image/png' } as const;

/** The drawing as Mermaid text, on the clipboard. */
export async function copyMermaid(workspace: Workspace, withRun: boolean): Promise<void> {
  const { makeMermaid } = await import('./pictures');
  const made = makeMermaid(workspace, withRun);
  if (made.ok)
    await copy(workspace, made.content, `The Mermaid text is on the clipboard. ${made.note ?? ''}`.trim());
  else workspace.notices.add('warning', made.reason);
}

async function copy(workspace: Workspace, text: string, done: string, otherwise = ''): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    workspace.notices.add('info', done);
  } catch {
    workspace.notices.add('warning', `The browser did not allow copying. ${otherwise}`.trim());
  }
}

/** The history of the run on show, as GetExecutionHistory returns it. */
export async function downloadHistory(workspace: Workspace): Promise<void> {
  const { document, execution } = workspace.store.getState();
  if (!execution.run) return;
  try {
    const text = await workspace.execution.exportHistory();
    download(text, historyFileName(document.name, execution.run.id), 'application/json');
  } catch (error) {
    workspace.notices.add('error', error instanceof Error ? error.message : String(error));
  }
}
