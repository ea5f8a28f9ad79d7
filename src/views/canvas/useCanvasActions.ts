import { useMemo } from 'react';
import type { NodeId, StateNode, StateType, TransitionId } from '../../asl';
import { useWorkspaceActions, type Workspace } from '../../workspace';
import { announce, CANVAS, interaction } from './gestures/interaction';
import type { DropTarget } from './gestures/paletteDrag';

/** What a user does on the canvas, whatever key or gesture it came by. */
export interface CanvasActions {
  select(state: StateNode | undefined): void;
  /** Selects the state and gives it the keyboard focus. */
  goTo(state: StateNode): void;
  focusTransition(transition: TransitionId): void;
  /** Shows the state's form. */
  open(state: StateNode): void;
  rename(state: StateNode): void;
  remove(state: StateNode): void;
  duplicate(state: StateNode): void;
  /** To the clipboard, as text. */
  copy(state: StateNode): void;
  cut(state: StateNode): void;
  insert(stateType: StateType, on: DropTarget): void;
  openMenu(kind: 'insert' | 'retarget', transition: TransitionId): void;
}

export function useCanvasActions(): CanvasActions {
  const workspace = useWorkspaceActions();
  return useMemo(() => canvasActions(workspace), [workspace]);
}

/** The form stands in the editor's place. */
export function showForm({ settings }: Workspace): void {
  settings.showPanel('form', true);
  settings.showPanel('editor', true);
}

function canvasActions(workspace: Workspace): CanvasActions {
  const { edit, selection, store } = workspace;
  const selectedId = () => store.getState().selection.state as string | undefined as NodeId | undefined;
  const copy = async (state: StateNode): Promise<boolean> => {
    try {
      const text = await workspace.copyState(state.path);
      if (text === undefined) return false;
      await navigator.clipboard.writeText(text);
      announce(`Copied ${state.name}.`);
      return true;
    } catch {
      workspace.notices.add('warning', 'This browser does not let the page write to the clipboard.');
      return false;
    }
  };
  return {
    select(state) {
      interaction.setState({ transition: undefined, menu: undefined });
      selection.select(state?.path, 'canvas');
    },
    goTo(state) {
      interaction.setState({ transition: undefined, menu: undefined, focusNext: state.id });
      selection.select(state.path, 'canvas');
    },
    focusTransition: (transition) => interaction.setState({ transition, focusNext: transition }),
    open(state) {
      interaction.setState({ transition: undefined, menu: undefined });
      selection.select(state.path, 'canvas');
      showForm(workspace);
    },
    rename: (state) => interaction.setState({ renaming: state.id }),
    async remove(state) {
      const outcome = await edit({ type: 'deleteState', state: state.path });
      if (!outcome.ok) return;
      announce(`Deleted ${state.name}.`);
      interaction.setState({ transition: undefined, focusNext: selectedId() ?? CANVAS });
    },
    async duplicate(state) {
      const outcome = await edit({ type: 'duplicateState', state: state.path });
      if (!outcome.ok) return;
      announce(`Duplicated ${state.name}.`);
      interaction.setState({ transition: undefined, focusNext: selectedId() ?? CANVAS });
    },
    copy: (state) => void copy(state),
    async cut(state) {
      if (await copy(state)) await this.remove(state);
    },
    async insert(stateType, on) {
      interaction.setState({ menu: undefined });
      const outcome = await edit(
        on.kind === 'transition'
          ? { type: 'insertState', on: on.transition, stateType }
          : { type: 'addState', scope: on.scope, stateType },
      );
      if (!outcome.ok) return;
      announce(`Added a ${stateType} state. Type its name.`);
      interaction.setState({ transition: undefined, renaming: selectedId() });
    },
    openMenu: (kind, transition) => interaction.setState({ transition, menu: { kind, transition } }),
  };
}
