import type { Layout, NodeId, StatePath, TransitionId } from '../../../asl';
import type { StateStatus } from '../../../worker';
import {
  isAsked,
  isUncoveredState,
  isUncoveredTransition,
  problemsOf,
  selectCoverageShown,
  selectedStates,
  selectMoment,
  selectPausedAt,
  selectPhase,
  type Workspace,
} from '../../../workspace';
import { statusTone } from '../../parts';
import type { Interaction } from '../gestures/interaction';
import { standIn } from '../model/closed';
import type { GraphIndex } from '../model/graphIndex';
import type { Line, Picture, StateSpot } from './picture';

export type Tone = ReturnType<typeof statusTone>;

/** What the far picture says of a state besides where it stands. */
export interface StateMark {
  readonly status: StateStatus;
  readonly tone: Tone;
  /** The run comes here only later, or no run ever came. */
  readonly faint: boolean;
  readonly problem: 'error' | 'warning' | undefined;
  /** One that is turned off stops nothing. */
  readonly breakpoint: 'on' | 'off' | undefined;
}

export type LineTone = 'idle' | 'catch' | 'notTaken' | 'taken' | 'active' | 'held';

/** What changes of the far picture while the workflow does not. */
export interface Marks {
  /** Of `picture.states` and `picture.containers`, in their order. */
  readonly states: readonly StateMark[];
  readonly containers: readonly StateMark[];
  /** Of `picture.lines`. */
  readonly lines: readonly LineTone[];
  readonly selected: ReadonlySet<NodeId>;
  /** Where the debugger holds, or the moment that is looked at stands. */
  readonly here: NodeId | undefined;
}

/** Reads off the stores what the picture is to say now. */
export function marksOf(
  picture: Picture,
  index: GraphIndex,
  layout: Layout,
  { store, progress }: Pick<Workspace, 'store' | 'progress'>,
  gesture: Interaction,
): Marks {
  const state = store.getState();
  const drawn = (path: StatePath | undefined) => standIn(index, layout, path)?.id;
  const stops = new Map<StatePath, 'on' | 'off'>();
  for (const each of state.breakpoints)
    if (each.kind !== 'variable' && stops.get(each.state) !== 'on')
      stops.set(each.state, each.enabled ? 'on' : 'off');
  const markOf = ({ node: { path, unreachable } }: StateSpot): StateMark => {
    const known = progress.state(path)?.status ?? 'notStarted';
    // The history does not say that a call waits for the user.
    const status = known !== 'notStarted' && isAsked(state, path) ? 'waiting' : known;
    return {
      status,
      tone: statusTone(status),
      faint: progress.isAhead(path) || isUncoveredState(state, path),
      problem: problemsOf(state, path)?.severity ?? (unreachable ? 'warning' : undefined),
      breakpoint: stops.get(path),
    };
  };
  const phase = selectPhase(state);
  const live = phase === 'running' || phase === 'paused' || selectMoment(state) !== undefined;
  const over = phase === 'ended' && state.execution.run !== undefined && !selectCoverageShown(state);
  const held = heldLines(gesture);
  const lineTone = ({ id, isCatch }: Line): LineTone => {
    if (held.includes(id)) return 'held';
    const taken = progress.transition(id);
    if (taken && live && taken.last) return 'active';
    if (taken && taken.count > 0) return isCatch ? 'catch' : 'taken';
    return over || isUncoveredTransition(state, id) ? 'notTaken' : isCatch ? 'catch' : 'idle';
  };
  return {
    states: picture.states.map(markOf),
    containers: picture.containers.map(markOf),
    lines: picture.lines.map(lineTone),
    selected: new Set(selectedStates(state).flatMap((path) => drawn(path) ?? [])),
    here: drawn(selectPausedAt(state) ?? selectMoment(state)?.at),
  };
}

/** The transitions that a gesture has in hand, or would put something on. */
function heldLines({ transition, paletteDrag, quickAdd, move }: Interaction): readonly TransitionId[] {
  const over = paletteDrag.phase === 'dragging' ? paletteDrag.over : quickAdd?.target;
  return [
    ...(transition === undefined ? [] : [transition]),
    ...(move.phase === 'dragging' && move.over !== undefined ? [move.over] : []),
    ...(over?.kind === 'transition' ? [over.transition] : []),
  ];
}
