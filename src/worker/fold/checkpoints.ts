import type { Fold } from './fold';

/** Events between two checkpoints, while there is room for that many. */
const SPACING = 1024;
/** Numbers that all checkpoints together may hold; above it, every second one goes. */
const MOST_NUMBERS = 12_000_000;

/**
 * Folds of a history's first events, as many of them as are asked for. Copies that were left on the way make it quick in
 * both directions: from the nearest one before, the rest is folded anew.
 */
export class Checkpoints {
  private kept: Fold[] = [];
  private spacing = SPACING;
  private current: Fold;

  /** @param begin a fold that has read nothing */
  constructor(private readonly begin: () => Fold) {
    this.current = begin();
  }

  /** @returns the fold, as it is until the next call */
  at(position: number): Fold {
    const before = this.lastBefore(position);
    const { current } = this;
    if (current.position > position || current.position < (before?.position ?? 0)) {
      this.current = before?.copy() ?? this.begin();
    }
    while (this.current.position < position && this.current.advanceOne()) this.keep();
    return this.current;
  }

  private lastBefore(position: number): Fold | undefined {
    const at = Math.min(Math.floor(position / this.spacing), this.kept.length);
    return this.kept[at - 1];
  }

  /** Checkpoints stand at every multiple of the spacing, up to the farthest so far. */
  private keep(): void {
    const { current, kept, spacing } = this;
    if (current.position !== (kept.length + 1) * spacing) return;
    kept.push(current.copy());
    if (kept.reduce((sum, fold) => sum + fold.size, 0) <= MOST_NUMBERS) return;
    this.kept = kept.filter((_, index) => index % 2 === 1);
    this.spacing *= 2;
  }
}
