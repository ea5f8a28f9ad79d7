import type { Workspace } from '../../workspace';

/** The form stands in the editor's place. */
export function showForm({ settings }: Workspace): void {
  settings.showPanel('form', true);
  settings.showPanel('editor', true);
}
