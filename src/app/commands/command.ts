import type { Workspace, WorkspaceState } from '../../workspace';

/** What a user can do, said once: menus, shortcuts and the shortcut sheet are made from it. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** Other words it is looked for by. */
  readonly also?: string;
  /** `Mod` is Ctrl, or Cmd on a Mac. The first is the one shown. */
  readonly keys: readonly string[];
  /** While it is not enabled, its keys are others'. */
  readonly yields?: boolean;
  enabled(state: WorkspaceState): boolean;
  run(workspace: Workspace): void;
}

export const always = () => true;
