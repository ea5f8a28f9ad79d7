import type { Workspace } from '../../workspace';

/** The start of a workflow drawn from nothing. */
export const BLANK = '{\n  "Comment": "A new workflow",\n  "StartAt": "",\n  "States": {}\n}\n';

/** Beside those that are open. */
export async function openBlank(workspace: Workspace): Promise<void> {
  (await workspace.shelf()).open([{ text: BLANK, source: { kind: 'new' } }]);
}
