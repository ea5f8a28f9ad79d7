import type { StepKind } from '../breakpoint.types';
import { Checkpoints } from '../fold/checkpoints';
import type { Column } from '../fold/column';
import { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import { Ticks } from '../fold/ticks';
import type { Moment, MomentEvent, MomentTarget, TickPage } from '../moment.types';
import { reached, stepGoal } from './stops/goal';

/** Looking back at a run, live or not: the moment shown, and how to come to others. It never touches the run. */
export class Moments {
  /** The fold of the events up to the moment shown; absent: the run is seen as it is. */
  past: Fold | undefined;
  private readonly checkpoints: Checkpoints;
  private readonly marks: Ticks;

  constructor(
    private readonly history: ReadableHistory,
    private readonly live: Fold,
  ) {
    this.checkpoints = new Checkpoints(() => new Fold(history, live.table), live);
    this.marks = new Ticks(history);
  }

  /** @returns the moment that is shown then; null: the run as it is */
  show(target: MomentTarget): Moment | null {
    const position = this.positionOf(target);
    this.past = position === undefined ? undefined : this.checkpoints.at(position);
    return this.past === undefined ? null : this.describe(this.past);
  }

  ticks(places: number): TickPage {
    return this.marks.page(this.live.position, places);
  }

  private positionOf(target: MomentTarget): number | undefined {
    const shown = this.past?.position;
    const total = this.live.position;
    const from = shown ?? total;
    if (total === 0) return undefined;
    switch (target.type) {
      case 'live':
        return undefined;
      case 'at':
        return Math.max(0, Math.min(total, Math.floor(target.position)));
      case 'event':
        return Math.max(0, Math.min(total, this.history.mainPosition(target.index) + 1));
      case 'next': {
        const { what, back } = target;
        if (what === 'event') return Math.max(0, Math.min(total, from + (back ? -1 : 1)));
        return this.marks.find(what, from, back, total) ?? shown;
      }
      case 'step':
        return this.step(target.kind, from);
    }
  }

  private step(kind: StepKind, from: number): number | undefined {
    let fold = this.checkpoints.at(from);
    const visit = fold.visits.visitOf(from - 1);
    const goal = stepGoal(kind, fold, visit < 0 ? fold.entered - 1 : visit);
    for (let position = from + 1; position < this.live.position; position++) {
      fold = this.checkpoints.at(position);
      if (reached(goal, fold, this.history, position - 1) !== undefined) return position;
    }
    return undefined;
  }

  private describe(fold: Fold): Moment {
    const { states, taken, last, at } = fold.whole();
    const { position } = fold;
    return {
      position,
      time: this.history.record(Math.max(0, position - 1)).time,
      transitions: fold.entered,
      states,
      taken,
      ...(last === undefined ? {} : { last }),
      ...(at === undefined ? {} : { at }),
      ...(position === 0 ? {} : { event: this.eventBefore(fold) }),
    };
  }

  private eventBefore(fold: Fold): MomentEvent {
    const { type, state } = this.history.record(fold.position - 1);
    const visit = fold.visits.visitOf(fold.position - 1);
    return {
      type,
      state,
      row: this.history.mainEvents(fold.position) - 1,
      ...(visit < 0 ? {} : { visit: this.visitOf(fold, visit) }),
    };
  }

  private visitOf(fold: Fold, visit: number) {
    const state = fold.pathOf(visit);
    return { state, number: placeOf(fold.visitsOf(state), visit) };
  }
}

/** Where a number stands among rising ones. */
function placeOf(rising: Column, number: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising.get(middle) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
