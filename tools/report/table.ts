/** How many checks of one sort passed, failed or could not be made. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const emptyTally = (): Tally => ({ passed: 0, failed: 0, skipped: 0 });

/** Counts outcomes by name, in the order the names first came up. */
export class Tallies {
  private readonly byName = new Map<string, Tally>();
  readonly total = emptyTally();

  count(name: string, outcome: keyof Tally): void {
    const tally = this.byName.get(name) ?? emptyTally();
    this.byName.set(name, tally);
    tally[outcome]++;
  }

  /** Counts in the total, once per case however many names it goes under. */
  countTotal(outcome: keyof Tally): void {
    this.total[outcome]++;
  }

  table(title: string): string {
    const rows = [...this.byName].map(([name, { passed, failed, skipped }]) => [
      name,
      passed,
      failed,
      skipped,
    ]);
    const cells = [[title, 'passed', 'failed', 'skipped'], ...rows].map((row) => row.map(String));
    const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
    return cells
      .map((row) =>
        row
          .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
          .join('  '),
      )
      .join('\n');
  }
}

/** The last line of every runner. */
export const summary = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
