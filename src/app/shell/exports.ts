import { type ExportRequest, historyFileName, type Workspace } from '../../workspace';
import { download } from './download';

/** The definition as a file, in a notation, formatted or as typed. */
export async function downloadDefinition(workspace: Workspace, request: ExportRequest): Promise<void> {
  const result = await workspace.exportDefinition(request);
  if (result.ok) download(result.text, result.fileName, result.mediaType);
  else workspace.notices.add('warning', result.reason);
}

export async function copyDefinition(workspace: Workspace, request: ExportRequest): Promise<void> {
  const result = await workspace.exportDefinition(request);
  if (!result.ok) {
    workspace.notices.add('warning', result.reason);
    return;
  }
  try {
    await navigator.clipboard.writeText(result.text);
    workspace.notices.add('info', 'The definition is on the clipboard.');
  } catch {
    workspace.notices.add('warning', 'The browser did not allow copying. Download the definition instead.');
  }
}

/** The whole drawing as a file; the code for it is loaded now. */
export async function downloadPicture(
  workspace: Workspace,
  format: 'svg' | 'png',
  withRun: boolean,
): Promise<void> {
  const pictures = await import('./pictures');
  await pictures.downloadPicture(workspace, format, withRun);
}

/** The drawing as Mermaid text, on the clipboard. */
export async function copyMermaid(workspace: Workspace, withRun: boolean): Promise<void> {
  const pictures = await import('./pictures');
  await pictures.copyMermaid(workspace, withRun);
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
