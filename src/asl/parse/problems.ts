import type { Diagnostic, Severity, TextRange } from '../syntax';

/** Beyond this many, more findings about one broken text help nobody. */
export const MAX_PROBLEMS = 100;

/** Collects what a parser finds. Of several errors at one place only the first is kept: the others follow from it. */
export class Problems {
  readonly list: Diagnostic[] = [];
  private lastErrorAt = -1;

  /** Nothing more is taken: messages that cost time need not be made. */
  get full(): boolean {
    return this.list.length >= MAX_PROBLEMS;
  }

  add(code: string, severity: Severity, message: string, range: TextRange): void {
    if (this.full) return;
    if (severity === 'error') {
      if (range.start === this.lastErrorAt) return;
      this.lastErrorAt = range.start;
    }
    this.list.push({ code, severity, message, range });
  }

  error(code: string, message: string, range: TextRange): void {
    this.add(code, 'error', message, range);
  }
}
