import { type Fold, LANDMARK } from './fold';

/** Numbers that all checkpoints together may hold; above it, every second one goes. */
const MOST_NUMBERS = 12_000_000;

/**
 * Folds of a history's first events, as many of them as are asked for. Copies that were left on the way make it quick in
 * both directions: from the nearest one before, the rest is folded anew. They are left while the run goes on, so that
 * the first look back is as quick as any other.
 */
export class Checkpoints {
  private kept: Fold[] = [];
  /** Events between two checkpoints, while there is room for that many. */
  private spacing = LANDMARK;
  private current: Fold;

  /**
   * @param begin a fold that has read nothing
   * @param live another one that reads the same events from their beginning, as they come
   */
  constructor(
    private readonly begin: () => Fold,
    live?: Fold,
  ) {
    this.current = begin();
    if (live) live.passing = (fold) => this.keep(fold);
  }

  /** @returns the fold, as it is until the next call */
  at(position: number): Fold {
    const before = this.lastBefore(position);
    const { current } = this;
    if (current.position > position || current.position < (before?.position ?? 0)) {
      this.current = before?.copy() ?? this.begin();
    }
    while (this.current.position < position && this.current.advanceOne()) this.keep(this.current);
    return this.current;
  }

  private lastBefore(position: number): Fold | undefined {
    const at = Math.min(Math.floor(position / this.spacing), this.kept.length);
    return this.kept[at - 1];
  }

  /** Checkpoints stand at every multiple of the spacing, up to the farthest so far. */
  private keep(fold: Fold): void {
    const { kept, spacing } = this;
    if (fold.position !== (kept.length + 1) * spacing) return;
    kept.push(fold.copy());
    if (kept.reduce((sum, fold) => sum + fold.size, 0) <= MOST_NUMBERS) return;
    this.kept = kept.filter((_, index) => index % 2 === 1);
    this.spacing *= 2;
  }
}
