import type { TransitionId } from '../../asl';
import type { TransitionCount } from '../run.types';
import type { StateTable } from './stateTable';

/** How often each transition was taken; says which counts changed since it was last asked. */
export class TransitionTally {
  last: TransitionId | undefined;
  private readonly counts: number[];
  private readonly changed = new Set<number>();

  constructor(private readonly table: StateTable) {
    this.counts = table.transitions.map(() => 0);
  }

  /** @param transition -1 when the definition has none between the two states */
  take(transition: number): void {
    const id = this.table.transitions[transition];
    if (id === undefined) return;
    this.counts[transition] = (this.counts[transition] ?? 0) + 1;
    this.changed.add(transition);
    this.last = id;
  }

  /** It turned out not to have been taken. */
  giveBack(transition: number): void {
    if (this.table.transitions[transition] === undefined) return;
    this.counts[transition] = (this.counts[transition] ?? 0) - 1;
    this.changed.add(transition);
  }

  /** Every transition that was taken. */
  all(): readonly TransitionCount[] {
    return this.table.transitions.flatMap((id, transition) => {
      const count = this.counts[transition] ?? 0;
      return count > 0 ? [{ id, count }] : [];
    });
  }

  takeChanged(): readonly TransitionCount[] {
    const taken: TransitionCount[] = [];
    for (const transition of this.changed) {
      const id = this.table.transitions[transition];
      if (id !== undefined) taken.push({ id, count: this.counts[transition] ?? 0 });
    }
    this.changed.clear();
    return taken;
  }
}
