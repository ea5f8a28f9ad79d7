import { useMemo } from 'react';
import type { NodeId, Point, StateNode, TransitionId } from '../../asl';
import { useWorkspaceActions, type Workspace } from '../../workspace';
import { announce, CANVAS, interaction } from './gestures/interaction';
import { quickAddPlace } from './gestures/quickAddPlace';
import type { Addition } from './model/additions';
import { type AddTarget, addIntent } from './model/addTarget';

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
  /** Undefined when it was refused. What was added is selected. */
  add(addition: Addition, target: AddTarget): Promise<Added | undefined>;
  /** The name of a new state is edited at once; of several, the first has the focus. */
  addAndName(addition: Addition, target: AddTarget): Promise<Added | undefined>;
  /** Asks what to add. @param at where, in client pixels; absent: where the target is drawn */
  quickAdd(target: AddTarget, at?: Point): void;
  /** Asks where to lead the transition. */
  retarget(transition: TransitionId): void;
}

export interface Added {
  /** The transition that goes on from what was added, for more of it; absent when nothing may follow. */
  readonly onward?: TransitionId;
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
  const { edit, selection, settings, store } = workspace;
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
    async add(addition, target) {
      const { blueprint, label } = addition;
      interaction.setState({ menu: undefined });
      const outcome = await edit(addIntent(blueprint, target));
      if (!outcome.ok) return undefined;
      settings.remember(addition.id);
      announce(`Added ${label}.`);
      return outcome.onward === undefined ? {} : { onward: outcome.onward };
    },
    async addAndName(addition, target) {
      const outcome = await this.add(addition, target);
      if (!outcome) return undefined;
      const added = selectedId();
      if (addition.section === 'patterns') {
        interaction.setState({ transition: undefined, focusNext: added ?? CANVAS });
      } else {
        announce(`Added ${addition.label}. Type its name.`);
        interaction.setState({ transition: undefined, renaming: added });
      }
      return outcome;
    },
    quickAdd(target, at) {
      const { surface } = interaction.getState();
      if (surface)
        interaction.setState({
          menu: undefined,
          quickAdd: { target, at: at ?? quickAddPlace(surface, target) },
        });
    },
    retarget: (transition) => interaction.setState({ transition, menu: { transition } }),
  };
}
