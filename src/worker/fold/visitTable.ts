import type { StateStatus } from '../run.types';
import { Column } from './column';

export const Status = {
  inProgress: 1,
  waiting: 2,
  retrying: 3,
  succeeded: 4,
  caught: 5,
  failed: 6,
  aborted: 7,
} as const satisfies Partial<Record<StateStatus, number>>;
export type Status = (typeof Status)[keyof typeof Status];

export const isFinal = (status: number): boolean => status >= Status.succeeded;

/**
 * All visits of a run, column by column; a visit is its row's number, -1 stands for none. Events are
 * numbered from 0 here. Each visit's own events form a list, from `entered` along `nextEvent`.
 */
export class VisitTable {
  readonly state = new Column();
  /** The container's visit it runs in. */
  readonly parent = new Column();
  /** The iteration of the parent it runs in, when that is a Map. */
  readonly iteration = new Column();
  readonly entered = new Column();
  /** The event that ended it. */
  readonly ended = new Column();
  readonly status = new Column();
  /** The last event that says why it failed. */
  readonly failure = new Column();
  readonly attempts = new Column();
  readonly openChildren = new Column();
  private readonly lastEvent = new Column();
  /** By event: the visit it belongs to, and the next event of the same visit. */
  private readonly owner = new Column();
  private readonly nextEvent = new Column();

  open(state: number, parent: number, iteration: number, event: number): number {
    this.parent.push(parent);
    this.iteration.push(iteration);
    this.entered.push(event);
    this.ended.push(-1);
    this.status.push(Status.inProgress);
    this.failure.push(-1);
    this.attempts.push(0);
    this.openChildren.push(0);
    this.lastEvent.push(event);
    return this.state.push(state);
  }

  get length(): number {
    return this.state.length;
  }

  copyFrom(other: VisitTable): void {
    this.state.copyFrom(other.state);
    this.parent.copyFrom(other.parent);
    this.iteration.copyFrom(other.iteration);
    this.entered.copyFrom(other.entered);
    this.ended.copyFrom(other.ended);
    this.status.copyFrom(other.status);
    this.failure.copyFrom(other.failure);
    this.attempts.copyFrom(other.attempts);
    this.openChildren.copyFrom(other.openChildren);
    this.lastEvent.copyFrom(other.lastEvent);
    this.owner.copyFrom(other.owner);
    this.nextEvent.copyFrom(other.nextEvent);
  }

  /** Every event is told, in order, with its visit or -1. */
  addEvent(visit: number): void {
    const event = this.owner.push(visit);
    this.nextEvent.push(-1);
    if (visit < 0) return;
    const last = this.lastEvent.get(visit);
    if (last !== event) this.nextEvent.set(last, event);
    this.lastEvent.set(visit, event);
  }

  visitOf(event: number): number {
    return event < 0 ? -1 : this.owner.get(event);
  }

  isOpen(visit: number): boolean {
    return !isFinal(this.status.get(visit));
  }

  /** Whether a visit runs inside another one, at any depth. */
  isInside(visit: number, container: number): boolean {
    for (let around = this.parent.get(visit); around >= 0; around = this.parent.get(around)) {
      if (around === container) return true;
    }
    return false;
  }

  *eventsOf(visit: number): Generator<number> {
    for (let event = this.entered.get(visit); event >= 0; event = this.nextEvent.get(event)) yield event;
  }

  /** Iteration indexes of the enclosing Maps, outermost first. */
  iterations(visit: number): readonly number[] {
    const indexes: number[] = [];
    for (let at = visit; at >= 0; at = this.parent.get(at)) {
      const index = this.iteration.get(at);
      if (index >= 0) indexes.unshift(index);
    }
    return indexes;
  }
}
