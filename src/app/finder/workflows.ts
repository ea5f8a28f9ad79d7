import type { WorkspaceState } from '../../workspace';
import { always, type Command } from '../commands/command';
import { openBlank } from '../gallery/blank';

/** Commands, and those about the workflows that are open: where one can go to comes first. */
export function withWorkflows(
  { shelf, document }: WorkspaceState,
  commands: readonly Command[],
): readonly Command[] {
  const { shown, open } = shelf;
  const beside: Command = {
    id: 'new beside',
    title: 'New workflow beside this one',
    also: 'blank empty another tab',
    keys: [],
    enabled: always,
    run: (workspace) => void openBlank(workspace),
  };
  if (open.length < 2) return [...commands, beside];
  const others = open
    .filter(({ id }) => id !== shown)
    .map(({ id, name }) => command(`Go to workflow: ${name}`, id, 'switch open tab', 'show'));
  return [...others, ...commands, beside, command(`Close workflow: ${document.name}`, shown, 'tab', 'close')];
}

const command = (title: string, id: string, also: string, what: 'show' | 'close'): Command => ({
  id: `${what} workflow ${id}`,
  title,
  also,
  keys: [],
  enabled: always,
  run: (workspace) => void workspace.shelf().then((shelf) => shelf[what](id)),
});
