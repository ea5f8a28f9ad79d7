import type { StatePath, TransitionId } from '../../asl';
import type { HistoryEventType } from '../../interpreter';
import type { StateProgress, TransitionCount } from '../run.types';
import { Column } from './column';
import { type EventRole, roleOf } from './eventRole';
import { leftOpen } from './leftOpen';
import type { ReadableHistory } from './readableHistory';
import type { StateTable } from './stateTable';
import { StateTally } from './stateTally';
import { TransitionTally } from './transitionTally';
import { Status, VisitTable } from './visitTable';

/** What a fold found changed since it was last asked. */
export interface FoldChanges {
  readonly states: readonly StateProgress[];
  readonly taken: readonly TransitionCount[];
  readonly last: TransitionId | undefined;
  readonly at: StatePath | undefined;
}

/** Events between two places that a fold tells of as it passes them. */
export const LANDMARK = 1024;

/**
 * What a history means for the states of its definition: their status, every visit, the transitions taken.
 * It reads each event once, in constant time, and no values: those are read when a visit is looked at. A
 * history of AWS's says the same as one of ours, so a run from storage or from a file is folded alike.
 *
 * An event belongs to the visit that its previous event leads to: the nearest open one of its state around
 * it. Where that chain says nothing (an aborted state, a failed evaluation), it is an open visit of the state.
 */
export class Fold {
  readonly visits = new VisitTable();
  private readonly tally: StateTally;
  private readonly transitions: TransitionTally;
  private readonly byState: Column[] = [];
  /** Called after every so many events (`LANDMARK`): who looks back later finds the way from there. */
  passing: ((fold: Fold) => void) | undefined;
  private folded = 0;
  private lastType: HistoryEventType | undefined;
  private lastState: StatePath | undefined;
  private lastEntered: StatePath | undefined;
  /** What the last redrive may still take up, by state. */
  private left: Map<number, number[]> | undefined;

  constructor(
    private readonly history: ReadableHistory,
    readonly table: StateTable,
  ) {
    this.tally = new StateTally(table);
    this.transitions = new TransitionTally(table);
  }

  /** Events read so far. */
  get position(): number {
    return this.folded;
  }

  /** The type of the event read last. */
  get type(): HistoryEventType | undefined {
    return this.lastType;
  }

  /** The state of the event read last; undefined when it is the execution's. */
  get state(): StatePath | undefined {
    return this.lastState;
  }

  /** Reads all events there are. */
  advance(): void {
    while (this.advanceOne());
  }

  /** Reads one event. @returns false when there is none yet */
  advanceOne(): boolean {
    if (this.folded >= this.history.length) return false;
    this.add(this.folded++);
    if (this.folded % LANDMARK === 0) this.passing?.(this);
    return true;
  }

  /** States entered so far. */
  get entered(): number {
    return this.visits.length;
  }

  /** Numbers it holds, about. */
  get size(): number {
    return 2 * this.folded + 11 * this.visits.length + 20 * this.table.size;
  }

  takeChanges(): FoldChanges {
    return {
      states: this.tally.takeChanged(),
      taken: this.transitions.takeChanged(),
      last: this.transitions.last,
      at: this.lastEntered,
    };
  }

  /** What the events read so far come to. */
  whole(): FoldChanges {
    return {
      states: this.tally.all(),
      taken: this.transitions.all(),
      last: this.transitions.last,
      at: this.lastEntered,
    };
  }

  /** A fold of the same events that goes on by itself. */
  copy(): Fold {
    const copy = new Fold(this.history, this.table);
    copy.visits.copyFrom(this.visits);
    copy.tally.copyFrom(this.tally);
    copy.transitions.copyFrom(this.transitions);
    this.byState.forEach((visits, state) => {
      const column = new Column();
      column.copyFrom(visits);
      copy.byState[state] = column;
    });
    copy.folded = this.folded;
    copy.lastType = this.lastType;
    copy.lastState = this.lastState;
    copy.lastEntered = this.lastEntered;
    return copy;
  }

  /** The state entered last. */
  get at(): StatePath | undefined {
    return this.lastEntered;
  }

  /** The state of a visit. */
  pathOf(visit: number): StatePath {
    return this.table.path(this.visits.state.get(visit));
  }

  /** Visits of a state in the order they were entered, as rows of `visits`. */
  visitsOf(state: StatePath): Column {
    return this.visitsOfNumber(this.table.numberOf(state));
  }

  private visitsOfNumber(state: number): Column {
    let visits = this.byState[state];
    if (!visits) {
      visits = new Column();
      this.byState[state] = visits;
    }
    return visits;
  }

  private add(event: number): void {
    const { type, previousEventId, state } = this.history.record(event);
    this.lastType = type;
    this.lastState = state;
    const role = roleOf(type);
    const previous = previousEventId - 1;
    if (state === undefined) {
      this.visits.addEvent(-1);
      if (role === 'executionFailed' || role === 'executionEnded') this.endExecution(role, event, previous);
      else if (role === 'redriven') this.left = leftOpen(this.visits, this.history);
    } else if (role === 'entered') {
      this.enter(state, event, previous, type === 'FailStateEntered', type === 'WaitStateEntered');
    } else {
      this.progress(this.table.numberOf(state), role, event, previous);
    }
  }

  private enter(path: StatePath, event: number, previous: number, fails: boolean, waits: boolean): void {
    const { visits, table } = this;
    const state = table.numberOf(path);
    const before = this.origin(state, previous);
    const container = table.container(state);
    let beneath = -1;
    let parent = before;
    while (parent >= 0 && visits.state.get(parent) !== container) {
      beneath = parent;
      parent = visits.parent.get(parent);
    }
    const iteration = beneath >= 0 ? visits.iteration.get(beneath) : this.iterationStartedBy(previous);
    const visit = visits.open(state, parent, parent < 0 ? -1 : iteration, event);
    visits.addEvent(visit);
    this.visitsOfNumber(state).push(visit);
    if (parent >= 0) visits.openChildren.set(parent, visits.openChildren.get(parent) + 1);
    this.tally.open(state, visit);
    this.lastEntered = path;

    if (beneath >= 0 && beneath === before && visits.ended.get(before) === previous) {
      this.follow(before, state);
    } else {
      this.transitions.take(table.startOf(state));
    }
    if (waits) this.setStatus(visit, Status.waiting);
    if (fails) {
      this.close(visit, Status.failed, event);
      this.transitions.take(table.endOf(state));
    }
  }

  /** The visit that leads to a state entered. What a redrive enters belongs to the container that it took up. */
  private origin(state: number, previous: number): number {
    const visit = this.visits.visitOf(previous);
    const container = this.table.container(state);
    if (visit >= 0 || container < 0) return visit;
    return this.takeUp(container, previous) ?? this.tally.lastOpen(container) ?? visit;
  }

  /** Of the visits that a redrive may take up, the first of a state: it goes on. */
  private takeUp(state: number, previous: number): number | undefined {
    if (this.left === undefined || previous < 0) return undefined;
    if (roleOf(this.history.record(previous).type) !== 'redriven') return undefined;
    const visit = this.left.get(state)?.shift();
    if (visit !== undefined) this.reopen(visit);
    return visit;
  }

  private reopen(visit: number): void {
    const { visits } = this;
    if (visits.isOpen(visit)) return;
    const parent = visits.parent.get(visit);
    if (parent >= 0) {
      this.reopen(parent);
      visits.openChildren.set(parent, visits.openChildren.get(parent) + 1);
    }
    visits.ended.set(visit, -1);
    visits.failure.set(visit, -1);
    this.tally.reopen(visits.state.get(visit), visit);
    this.setStatus(visit, Status.inProgress);
  }

  /** A failure without an event of its own (States.Runtime) shows only in where its catcher leads. */
  private follow(visit: number, next: number): void {
    const { visits, table, transitions } = this;
    const state = visits.state.get(visit);
    const caught = visits.status.get(visit) === Status.caught;
    const expected = table.between(state, next, caught);
    const other = expected < 0 ? table.between(state, next, !caught) : -1;
    transitions.take(expected < 0 ? other : expected);
    if (other < 0 || caught) return;
    this.setStatus(visit, Status.caught);
    transitions.giveBack(table.endOf(state));
  }

  /** The index that the start of an iteration or child execution gives to the states that follow; -1 for other events. */
  private iterationStartedBy(event: number): number {
    if (event < 0) return -1;
    return this.history.record(event).childIndex ?? this.history.iterationStarted(event);
  }

  private progress(state: number, role: EventRole, event: number, previous: number): void {
    const { visits } = this;
    const visit =
      role === 'aborted'
        ? this.abortedBy(state, previous)
        : (this.around(state, previous) ?? this.takeUp(state, previous) ?? this.tally.lastOpen(state));
    visits.addEvent(visit ?? -1);
    if (visit === undefined) return;
    switch (role) {
      case 'scheduled':
        this.endInside(visit, event, previous);
        visits.attempts.set(visit, visits.attempts.get(visit) + 1);
        if (visits.attempts.get(visit) > 1) this.tally.countRetry(state);
        this.setStatus(visit, Status.inProgress);
        break;
      case 'submitted':
        this.setStatus(visit, Status.waiting);
        break;
      case 'succeeded':
        this.setStatus(visit, Status.inProgress);
        break;
      case 'failed':
      case 'timedOut':
      case 'evaluationFailed':
        visits.failure.set(visit, event);
        this.setStatus(visit, Status.retrying);
        break;
      case 'containerFailed':
        this.endInside(visit, event, previous);
        // It says nothing; an expression of the container's own that failed has said why.
        if (!this.hasFailed(visit)) visits.failure.set(visit, event);
        this.setStatus(visit, Status.retrying);
        break;
      case 'executionFailed':
        this.blame(visits.visitOf(previous), event);
        this.failPath(visits.visitOf(previous), visit, event);
        break;
      case 'iterationFailed':
        this.failPath(visits.visitOf(previous), visit, event);
        break;
      case 'aborted':
        // AWS says it of the state that failed, too: its own last event is then the cause.
        this.close(
          visit,
          this.hasFailed(visit) || visits.visitOf(previous) === visit ? Status.failed : Status.aborted,
          event,
        );
        break;
      case 'exited':
        this.exit(visit, state, event, previous);
        break;
      default:
        break;
    }
  }

  private exit(visit: number, state: number, event: number, previous: number): void {
    this.endInside(visit, event, previous);
    const caught = this.hasFailed(visit);
    this.close(visit, caught ? Status.caught : Status.succeeded, event);
    if (!caught) this.transitions.take(this.table.endOf(state));
  }

  /** The last attempt, or an expression, failed, and nothing has begun since. */
  private hasFailed(visit: number): boolean {
    return this.visits.status.get(visit) === Status.retrying;
  }

  /** Of the open visits of a state, one in the innermost container around the failure that aborted it. */
  private abortedBy(state: number, cause: number): number | undefined {
    const { visits, tally } = this;
    for (let around = visits.visitOf(cause); around >= 0; around = visits.parent.get(around)) {
      for (const visit of tally.openOf(state)) {
        if (visit === around || visits.isInside(visit, around)) return visit;
      }
    }
    return tally.openOf(state).values().next().value;
  }

  /** The nearest open visit of a state around an event, the event's own visit included. */
  private around(state: number, event: number): number | undefined {
    const { visits } = this;
    for (let visit = visits.visitOf(event); visit >= 0; visit = visits.parent.get(visit)) {
      if (visits.state.get(visit) === state && visits.isOpen(visit)) return visit;
    }
    return undefined;
  }

  /** What is still open inside a container when it ends or begins anew: failed where the failure came from, else aborted. */
  private endInside(container: number, event: number, cause: number): void {
    const { visits, table, tally } = this;
    if (visits.openChildren.get(container) === 0) return;
    this.failPath(visits.visitOf(cause), container, event);
    for (const state of table.inside(visits.state.get(container))) {
      for (const visit of [...tally.openOf(state)]) {
        if (visits.isInside(visit, container)) {
          this.close(visit, this.hasFailed(visit) ? Status.failed : Status.aborted, event);
        }
      }
    }
  }

  /** Ends the open visits from one outwards, up to but not including a container (-1: all), as failed. */
  private failPath(from: number, container: number, event: number): void {
    const { visits } = this;
    for (let visit = from; visit >= 0 && visit !== container; visit = visits.parent.get(visit)) {
      if (visits.isOpen(visit)) this.close(visit, Status.failed, event);
    }
  }

  /** A child execution's end says why the state failed that it came from, unless an event of its own does. */
  private blame(origin: number, event: number): void {
    const { failure } = this.visits;
    if (origin >= 0 && failure.get(origin) < 0) failure.set(origin, event);
  }

  private endExecution(role: EventRole, event: number, previous: number): void {
    const { visits, tally } = this;
    if (role === 'executionFailed') {
      const origin = visits.visitOf(previous);
      for (let visit = origin; visit >= 0; visit = visits.parent.get(visit)) {
        if (visits.failure.get(visit) < 0) visits.failure.set(visit, event);
      }
      this.failPath(origin, -1, event);
    }
    for (let state = 0; state < this.table.size; state++) {
      for (const visit of [...tally.openOf(state)]) {
        this.close(
          visit,
          role === 'executionFailed' && this.hasFailed(visit) ? Status.failed : Status.aborted,
          event,
        );
      }
    }
  }

  private close(visit: number, status: Status, event: number): void {
    const { visits } = this;
    const parent = visits.parent.get(visit);
    if (parent >= 0) visits.openChildren.set(parent, visits.openChildren.get(parent) - 1);
    visits.ended.set(visit, event);
    this.tally.close(visits.state.get(visit), visit);
    this.setStatus(visit, status);
  }

  private setStatus(visit: number, status: Status): void {
    const before = this.visits.status.get(visit);
    if (before === status) return;
    this.visits.status.set(visit, status);
    this.tally.move(this.visits.state.get(visit), before, status);
  }
}
