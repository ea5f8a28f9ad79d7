import type { EditIntent, NodeId, Point, StateNode, StatePath, TransitionId } from '../../asl';
import { selectedStates, type Workspace } from '../../workspace';
import { announce, CANVAS, interaction, wentElsewhere } from './gestures/interaction';
import { moveVerdict } from './gestures/moveVerdict';
import { quickAddPlace } from './gestures/quickAddPlace';
import type { Addition } from './model/additions';
import { type AddTarget, addIntent } from './model/addTarget';
import { showForm } from './showForm';

/** What a user does on the canvas, whatever key or gesture it came by. */
export interface CanvasActions {
  select(state: StateNode | undefined): void;
  /** Selects the state and gives it the keyboard focus. */
  goTo(state: StateNode): void;
  focusTransition(transition: TransitionId): void;
  /** Shows the state's form. */
  open(state: StateNode): void;
  rename(state: StateNode): void;
  /** Takes a state to what is selected, and the focus with it. */
  extend(state: StateNode): void;
  selectAll(states: readonly StatePath[]): void;
  /** What is done to a state that is selected is done to all that are. */
  remove(state: StateNode): void;
  duplicate(state: StateNode): void;
  /** To the clipboard, as text. */
  copy(state: StateNode): void;
  cut(state: StateNode): void;
  /** What is in the clipboard: states after the state; a workflow in place of this one. */
  paste(state: StateNode | undefined): void;
  wrap(state: StateNode, container: 'Parallel' | 'Map'): void;
  /** Opens the dialog of refactorings about what is meant. */
  refactor(state: StateNode): void;
  unwrap(state: StateNode): void;
  /** Draws a container closed. */
  collapse(state: StateNode): void;
  expand(state: StateNode): void;
  makeStart(state: StateNode): void;
  makeEnd(state: StateNode): void;
  moveTo(state: StateNode, onto: TransitionId, copy: boolean): void;
  /** By hand, with all that are selected. @param from @param to in client pixels */
  place(state: StateNode, from: Point, to: Point): void;
  /** By hand. @param by in canvas pixels */
  nudge(state: StateNode, by: Point): void;
  /** @param at in client pixels; absent: beside the state */
  openMenu(state: StateNode, at?: Point): void;
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

const made = new WeakMap<Workspace, CanvasActions>();

/** The same object for a workspace, whoever asks. */
export function canvasActions(workspace: Workspace): CanvasActions {
  let actions = made.get(workspace);
  if (!actions) {
    actions = makeActions(workspace);
    made.set(workspace, actions);
  }
  return actions;
}

function makeActions(workspace: Workspace): CanvasActions {
  const { edit, selection, settings, store } = workspace;
  const selectedId = () => store.getState().selection.state as string | undefined as NodeId | undefined;
  /** The state, or all selected ones when it is one of them. */
  const meant = (state: StateNode): readonly StatePath[] => {
    const selected = selectedStates(store.getState());
    return selected.includes(state.path) ? selected : [state.path];
  };
  const inWords = (states: readonly StatePath[], state: StateNode): string =>
    states.length === 1 ? state.name : `${states.length} states`;
  const copy = async (state: StateNode): Promise<boolean> => {
    try {
      const states = meant(state);
      if (!(await workspace.copyStates(states, (text) => navigator.clipboard.writeText(text)))) return false;
      announce(`Copied ${inWords(states, state)}.`);
      return true;
    } catch {
      workspace.notices.add('warning', 'This browser does not let the page write to the clipboard.');
      return false;
    }
  };
  /** A container was deleted with what is inside: that can be had back, as long as nothing else was done. */
  const offerInside = ({ path, name }: StateNode) => {
    const { document } = store.getState();
    workspace.notices.add('info', `Deleted “${name}” and what was inside.`, {
      label: 'Keep what was inside',
      take() {
        if (store.getState().document.version !== document.version || !workspace.document.undo()) return;
        void carryOut({ type: 'unwrapState', state: path }, `Kept what was inside ${name}.`);
      },
    });
  };
  /** What is selected has the focus once something is done, unless the user has gone elsewhere in the meantime. */
  const focusSelected = (from: Element | null) =>
    interaction.setState({
      transition: undefined,
      ...(!wentElsewhere(from) && { focusNext: selectedId() ?? CANVAS }),
    });
  /** Carries out a gesture, says what was done, and leaves the focus on what is selected then. */
  const carryOut = async (intent: EditIntent, done: string): Promise<boolean> => {
    const { activeElement } = document;
    const outcome = await edit(intent);
    if (!outcome.ok) return false;
    announce(done);
    focusSelected(activeElement);
    return true;
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
    extend(state) {
      const others = selectedStates(store.getState()).filter((path) => path !== state.path);
      interaction.setState({ transition: undefined, menu: undefined, focusNext: state.id });
      selection.selectAll([state.path, ...others], 'canvas');
      announce(`${others.length + 1} states selected.`);
    },
    selectAll(states) {
      selection.selectAll(states, 'canvas');
      announce(`${states.length} states selected.`);
    },
    remove(state) {
      const states = meant(state);
      const intent: EditIntent =
        states.length === 1 ? { type: 'deleteState', state: state.path } : { type: 'deleteStates', states };
      const whole = states.length === 1 && state.children.length > 0;
      void carryOut(intent, `Deleted ${inWords(states, state)}.`).then((done) => {
        if (done && whole) offerInside(state);
      });
    },
    duplicate(state) {
      const states = meant(state);
      const intent: EditIntent =
        states.length === 1
          ? { type: 'duplicateState', state: state.path }
          : { type: 'duplicateStates', states };
      void carryOut(intent, `Duplicated ${inWords(states, state)}.`);
    },
    async paste(state) {
      try {
        const text = await navigator.clipboard.readText();
        if (text.trim() === '') {
          workspace.notices.add('info', 'There is no text in the clipboard.');
          return;
        }
        if (state) selection.select(state.path, 'canvas');
        await workspace.paste(text);
      } catch {
        workspace.notices.add(
          'warning',
          'This browser does not let the page read the clipboard. Press Ctrl+V.',
        );
      }
    },
    wrap(state, container) {
      const states = meant(state);
      void carryOut(
        { type: 'wrapStates', states, container },
        `Wrapped ${inWords(states, state)} in a ${container}.`,
      );
    },
    refactor: (state) => workspace.refactorings.open('choose', meant(state)),
    unwrap: (state) => void carryOut({ type: 'unwrapState', state: state.path }, `Unwrapped ${state.name}.`),
    collapse(state) {
      workspace.drawing.collapse(state.path, true);
      announce(`${state.name} collapsed.`);
    },
    expand(state) {
      workspace.drawing.collapse(state.path, false);
      announce(`${state.name} expanded.`);
    },
    makeStart: (state) =>
      void carryOut(
        {
          type: 'retarget',
          transition: `start:${state.scope}#start` as TransitionId,
          to: { state: state.path },
        },
        `${state.name} is the start.`,
      ),
    makeEnd: (state) =>
      void carryOut(
        { type: 'retarget', transition: `${state.path}#next` as TransitionId, to: { end: state.scope } },
        `${state.name} is an end.`,
      ),
    moveTo(state, onto, copy) {
      const { surface } = interaction.getState();
      const verdict = surface && moveVerdict(surface.index, state, onto, copy);
      if (verdict && !verdict.ok) workspace.notices.add('warning', verdict.reason);
      else {
        const intent: EditIntent = { type: 'moveState', state: state.path, onto, copy };
        void carryOut(intent, `${copy ? 'Copied' : 'Moved'} ${state.name}.`);
      }
    },
    place(state, from, to) {
      const { surface } = interaction.getState();
      const [start, end] = [surface?.toCanvas(from), surface?.toCanvas(to)];
      // Let go beside the canvas it is not moved.
      if (start && end) this.nudge(state, { x: end.x - start.x, y: end.y - start.y });
    },
    nudge(state, by) {
      const states = meant(state);
      workspace.drawing.move(states, { x: Math.round(by.x), y: Math.round(by.y) });
      announce(`Moved ${inWords(states, state)}.`);
    },
    openMenu(state, at) {
      const { surface } = interaction.getState();
      const box = surface?.layout.nodes[state.id];
      const place = at ?? (surface && box && surface.toClient({ x: box.x + 8, y: box.y + box.height }));
      if (place) interaction.setState({ stateMenu: { state: state.id, at: place } });
    },
    copy: (state) => void copy(state),
    async cut(state) {
      if (await copy(state)) this.remove(state);
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
      const { activeElement } = document;
      const outcome = await this.add(addition, target);
      if (!outcome) return undefined;
      if (addition.section === 'patterns' || wentElsewhere(activeElement)) {
        focusSelected(activeElement);
      } else {
        announce(`Added ${addition.label}. Type its name.`);
        interaction.setState({ transition: undefined, renaming: selectedId() });
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
