import type { SiteState } from './eventSite';
import type { OwnEvents } from './ownEvents';

/** The iterations an event runs in, from the innermost out. */
interface Lane {
  readonly map: SiteState;
  readonly index: number;
  readonly outer: Lane | undefined;
}

const NONE: readonly number[] = [];

/**
 * Which Map iterations each event belongs to. The log does not say: it follows from previousEventId, because an
 * event's iteration is the one of the event it points at, entered or left on the way. Worked out in one pass over
 * the events, when somebody asks.
 */
export class IterationIndex {
  private readonly lanes: (Lane | undefined)[] = [];

  constructor(private readonly log: OwnEvents) {}

  /** @returns iteration indexes, outermost first */
  of(index: number): readonly number[] {
    for (let i = this.lanes.length; i <= index; i++) this.lanes.push(this.laneOf(i));
    let lane = this.lanes[index];
    if (lane === undefined) return NONE;
    const indexes: number[] = [];
    for (; lane !== undefined; lane = lane.outer) indexes.unshift(lane.index);
    return indexes;
  }

  private laneOf(index: number): Lane | undefined {
    const { type, state } = this.log.site(index);
    if (state === undefined) return undefined;
    // What is aborted points at the failure that caused it, elsewhere; it is recorded iteration by iteration.
    const previous = type.endsWith('Aborted') ? index : this.log.previousEventId(index);
    const before = previous === 0 ? undefined : this.lanes[previous - 1];
    const outer = leaveUntil(before, state.enclosingMap);
    if (!type.startsWith('MapIteration')) return outer;
    const at = this.log.dataOf(index);
    return { map: state, index: typeof at === 'number' ? at : 0, outer };
  }
}

/** The lane of the enclosing Map's iteration, dropping iterations of Maps inside it that have ended. */
function leaveUntil(lane: Lane | undefined, enclosingMap: SiteState | undefined): Lane | undefined {
  let at = lane;
  // By path: a run may have gone on with another definition, whose Maps are other objects.
  while (at !== undefined && at.map.path !== enclosingMap?.path) at = at.outer;
  return at;
}
