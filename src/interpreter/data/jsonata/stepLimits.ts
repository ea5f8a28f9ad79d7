/** Reading the clock costs as much as a small step does, so it is read at every sixteenth step only. */
const STRIDE = 16;

/**
 * The library's limits on depth and time, as its options. It reads `timeout` once when an evaluation begins and at
 * every step: once while the answer is 0, which means no limit, twice in a row otherwise (is there a limit, is it
 * passed).
 */
export class StepLimits {
  private steps = 0;
  private isBeginning = false;
  private isComparing = false;
  private limit: number;

  /**
   * @param longest milliseconds one evaluation may take
   * @param stack levels of nested steps
   */
  constructor(
    private readonly longest: number,
    readonly stack: number,
  ) {
    this.limit = longest;
  }

  /**
   * The next reading is the one at the beginning of an evaluation.
   *
   * @param patience less than the limit, for this one
   */
  begin(patience = this.longest): void {
    this.limit = Math.min(patience, this.longest);
    this.isBeginning = true;
  }

  get timeout(): number {
    if (this.isBeginning) {
      this.isBeginning = false;
      return this.limit;
    }
    if (this.isComparing) {
      this.isComparing = false;
      return this.limit;
    }
    if (++this.steps % STRIDE !== 0) return 0;
    this.isComparing = true;
    return this.limit;
  }
}
