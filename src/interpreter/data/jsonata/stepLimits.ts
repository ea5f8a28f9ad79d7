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

  /**
   * @param limit milliseconds one evaluation may take
   * @param stack levels of nested steps
   */
  constructor(
    private readonly limit: number,
    readonly stack: number,
  ) {}

  /** The next reading is the one at the beginning of an evaluation. */
  begin(): void {
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
