import type { JsonObject, StatePath } from '../../asl';
import { amendedAt } from './amendedAt';
import { assignedBy } from './assignedBy';
import type { ReadableHistory } from './readableHistory';
import type { VisitTable } from './visitTable';

/** By name, the event that assigned it: one that leaves a state, or one that enters it with variables changed by hand. */
type Assigned = ReadonlyMap<string, number>;

const NOTHING: Assigned = new Map();
/** Events between two places of a thread whose variables are remembered. */
const SPACING = 64;

/**
 * The variables in scope after any event, as `variablesAt` finds them; what was found on the way is remembered, so that
 * going through a long run asks for few of its events.
 */
export class Scopes {
  private readonly known = new Map<number, Assigned>();
  private amended: ReadonlyMap<number, JsonObject> = new Map();
  private marks = 0;

  /** @param quiet states that assign nothing, whatever happens */
  constructor(
    private readonly history: ReadableHistory,
    private readonly quiet: ReadonlySet<StatePath>,
  ) {}

  /** @returns name → JSON text */
  after(visits: VisitTable, event: number): Readonly<Record<string, string>> {
    this.readMarks();
    const found: [string, string][] = [];
    for (const [name, at] of this.assignedAfter(visits, event)) {
      const text = this.textOf(name, at);
      if (text !== undefined) found.push([name, text]);
    }
    return Object.fromEntries(found);
  }

  /** A mark is made before the event that shows its effect, so what is remembered stays true. */
  private readMarks(): void {
    const { length } = this.history.marks;
    if (length === this.marks) return;
    this.marks = length;
    this.amended = amendedAt(this.history);
  }

  private textOf(name: string, at: number): string | undefined {
    const values = this.amended.get(at);
    if (values === undefined) return assignedBy(this.history, at)[name];
    return Object.hasOwn(values, name) ? JSON.stringify(values[name]) : undefined;
  }

  private assignedAfter(visits: VisitTable, event: number): Assigned {
    let at = event;
    while (at >= 0 && visits.visitOf(at) < 0) at = this.history.record(at).previousEventId - 1;
    if (at < 0) return NOTHING;
    const outside = this.before(visits, visits.entered.get(visits.visitOf(at)));
    return this.with(outside, at);
  }

  /** Of the thread that leads to an event, the event itself left out; but what was changed by hand there counts. */
  private before(visits: VisitTable, event: number): Assigned {
    const byHand = this.byHand(event);
    if (byHand) return byHand;
    const thread: number[] = [];
    let assigned = NOTHING;
    for (let at = this.previous(visits, event); at >= 0; at = this.previous(visits, at)) {
      const known = this.known.get(at);
      if (known) {
        assigned = known;
        break;
      }
      thread.push(at);
      const changed = this.byHand(this.entranceOf(visits, at));
      if (changed) {
        assigned = changed;
        break;
      }
    }
    let steps = 0;
    for (const at of thread.reverse()) {
      assigned = this.with(assigned, at);
      if (++steps % SPACING === 0) this.known.set(at, assigned);
    }
    return assigned;
  }

  /** The event before in the same thread. */
  private previous(visits: VisitTable, event: number): number {
    const { childIndex, previousEventId } = this.history.record(this.entranceOf(visits, event));
    return childIndex === undefined ? previousEventId - 1 : -1;
  }

  /** The event itself; where a container is left, the one that entered it: what happened inside is passed over. */
  private entranceOf(visits: VisitTable, event: number): number {
    const { type } = this.history.record(event);
    const leaves = type === 'MapStateExited' || type === 'ParallelStateExited';
    const visit = leaves ? visits.visitOf(event) : -1;
    return visit < 0 ? event : visits.entered.get(visit);
  }

  /** All variables in sight where a state was entered with variables changed by hand. */
  private byHand(event: number): Assigned | undefined {
    const values = this.amended.get(event);
    return values && new Map(Object.keys(values).map((name) => [name, event]));
  }

  private with(assigned: Assigned, event: number): Assigned {
    const { type, state } = this.history.record(event);
    if (!type.endsWith('StateExited') || (state !== undefined && this.quiet.has(state))) return assigned;
    const names = Object.keys(assignedBy(this.history, event));
    return names.length === 0
      ? assigned
      : new Map([...assigned, ...names.map((name): [string, number] => [name, event])]);
  }
}
