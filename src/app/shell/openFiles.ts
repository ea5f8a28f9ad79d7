import { readDefinitionFile, type Workspace } from '../../workspace';

async function openFile(workspace: Workspace, file: File): Promise<void> {
  const read = await readDefinitionFile(file);
  if (read.ok) await workspace.openIncoming(read.text, { kind: 'file', fileName: file.name });
  else workspace.notices.add('warning', read.reason);
}

/** One file takes the place of the workflow on show; each of several is a workflow of its own. */
export async function openFiles(workspace: Workspace, files: readonly File[]): Promise<void> {
  const [file, second] = files;
  if (second) await (await workspace.shelf()).openFiles(files);
  else if (file) await openFile(workspace, file);
}
