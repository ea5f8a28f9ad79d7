import { pointerSegments, type StatePath } from '../../asl';
import { TICKS, type Tick, type TickPage } from '../moment.types';
import { Column } from './column';
import { type EventRole, roleOf } from './eventRole';
import type { ReadableHistory } from './readableHistory';

/** Of an event's number: its tick below, the lane above, and whether a state is entered. */
const ENTERED = 8;
const LANE = 16;
/** The machine's own, each of the first branches, the other branches, items of Maps. */
const LANES = 6;

const FAILURES: ReadonlySet<EventRole> = new Set([
  'failed',
  'timedOut',
  'evaluationFailed',
  'containerFailed',
  'iterationFailed',
  'executionFailed',
]);

/** What each event of a history came to, read once, for drawing all of them and for going from one to the next. */
export class Ticks {
  private readonly events = new Column();
  private readonly lanes = new Map<StatePath, number>();

  constructor(private readonly history: ReadableHistory) {}

  /** The nearest event from a position, the one before it left out, that is a state entered or an error. @returns its position */
  find(what: 'state' | 'error', position: number, back: boolean, total: number): number | undefined {
    this.readTo(total);
    const by = back ? -1 : 1;
    for (let event = position - 1 + by; event >= 0 && event < total; event += by) {
      const number = this.events.get(event);
      const is = what === 'state' ? (number & ENTERED) > 0 : TICKS[number % ENTERED] === 'failed';
      if (is) return event + 1;
    }
    return undefined;
  }

  /** The first `total` events in at most so many places. */
  page(total: number, places: number): TickPage {
    this.readTo(total);
    const bins = Math.max(1, Math.min(total, Math.floor(places)));
    const lanes = Array.from({ length: LANES }, () => new Uint8Array(bins));
    for (let event = 0; event < total; event++) {
      const number = this.events.get(event);
      const lane = lanes[number >> 4];
      const bin = Math.floor((event * bins) / total);
      const tick = number % ENTERED;
      if (lane && tick > (lane[bin] ?? 0)) lane[bin] = tick;
    }
    const seen = lanes.filter((lane) => lane.some((tick) => tick > 0));
    return { total, lanes: seen.map((ticks) => ({ ticks })) };
  }

  private readTo(total: number): void {
    for (let event = this.events.length; event < total; event++) {
      const { type, state } = this.history.record(event);
      const entered = roleOf(type) === 'entered' ? ENTERED : 0;
      this.events.push(TICKS.indexOf(this.tickOf(event)) + entered + this.laneOf(state) * LANE);
    }
  }

  private tickOf(event: number): Tick {
    const { type, previousEventId } = this.history.record(event);
    if (type === 'FailStateEntered' || type === 'ExecutionTimedOut' || FAILURES.has(roleOf(type))) {
      return 'failed';
    }
    if (type === 'MapRunSucceeded' || type === 'MapIterationSucceeded' || type === 'ExecutionSucceeded') {
      return 'ended';
    }
    switch (roleOf(type)) {
      case 'entered':
        return 'entered';
      case 'exited':
      case 'succeeded':
        return 'ended';
      case 'aborted':
      case 'executionEnded':
        return 'aborted';
      case 'scheduled':
        return previousEventId > 0 && FAILURES.has(roleOf(this.history.record(previousEventId - 1).type))
          ? 'retry'
          : 'quiet';
      default:
        return 'quiet';
    }
  }

  private laneOf(state: StatePath | undefined): number {
    if (state === undefined) return 0;
    const known = this.lanes.get(state) ?? laneOfPath(state);
    this.lanes.set(state, known);
    return known;
  }
}

/** By the outermost container that a state stands in. */
function laneOfPath(state: StatePath): number {
  const [, , inside, branch] = pointerSegments(state);
  if (inside === undefined) return 0;
  return inside === 'Branches' ? 1 + Math.min(Number(branch), LANES - 3) : LANES - 1;
}
