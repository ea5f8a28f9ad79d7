import type { Transition } from '../../../asl';
import {
  isUncoveredTransition,
  selectCoverageShown,
  selectMoment,
  selectPhase,
  selectSpeed,
  type TransitionProgress,
  useWorkspace,
  type WorkspaceState,
} from '../../../workspace';
import { atHand } from '../gestures/atHand';
import { type Interaction, useInteraction } from '../gestures/interaction';
import { tokenDuration } from './tokenDuration';

export interface TransitionLook {
  /** Names of classes, most general first. */
  readonly classes: readonly (
    | 'catch'
    | 'taken'
    | 'notTaken'
    | 'uncovered'
    | 'active'
    | 'focused'
    | 'target'
    | 'loose'
  )[];
  /** The run came through here last and goes on. */
  readonly active: boolean;
  /** How long the token travels, in milliseconds; 0 when there is no time to watch one. */
  readonly duration: number;
  /** It has the focus: its end can be dragged. */
  readonly held: boolean;
  /** Tab stops here: the transition is held, or leaves the selected state. */
  readonly reachable: boolean;
}

export function useTransitionLook(
  { id, kind, from }: Pick<Transition, 'id' | 'kind' | 'from'>,
  progress: TransitionProgress | undefined,
): TransitionLook {
  const live = useWorkspace(runGoesOn);
  const over = useWorkspace(runIsOver);
  const coverage = useWorkspace(selectCoverageShown);
  const uncovered = useWorkspace((state) => isUncoveredTransition(state, id));
  const speed = useWorkspace(selectSpeed);
  const selected = useWorkspace((state) => state.selection.state === (from as string));
  const held = useInteraction((state) => state.transition === id);
  const target = useInteraction((state) => isDropTarget(state, id));
  const loose = useInteraction(({ rewire }) => rewire.phase === 'dragging' && rewire.transition === id);
  const active = live && progress?.last === true;
  const taken = (progress?.count ?? 0) > 0;
  const classes: TransitionLook['classes'][number][] = [];
  if (kind.type === 'catch') classes.push('catch');
  if (taken) classes.push('taken');
  if (!taken && over && !coverage) classes.push('notTaken');
  if (uncovered) classes.push('uncovered');
  if (active) classes.push('active');
  if (held) classes.push('focused');
  if (target) classes.push('target');
  if (loose) classes.push('loose');
  return { classes, active, held, duration: tokenDuration(speed), reachable: held || selected };
}

function isDropTarget({ paletteDrag, quickAdd, move }: Interaction, id: Transition['id']): boolean {
  if (move.phase === 'dragging') return move.over === id && atHand()?.moveRefusal() === undefined;
  const target = paletteDrag.phase === 'dragging' ? paletteDrag.over : quickAdd?.target;
  return target?.kind === 'transition' && target.transition === id;
}

function runGoesOn(state: WorkspaceState): boolean {
  const phase = selectPhase(state);
  return phase === 'running' || phase === 'paused' || selectMoment(state) !== undefined;
}

function runIsOver(state: WorkspaceState): boolean {
  return selectPhase(state) === 'ended' && state.execution.run !== undefined;
}
