import type { Diagnostic, Severity, TextRange } from '../syntax';

/** Beyond this many, more findings about one broken text help nobody. */
const LIMIT = 100;

/** Collects what a parser finds. Of several errors at one place only the first is kept: the others follow from it. */
export class Problems {
  readonly list: Diagnostic[] = [];
  private lastErrorAt = -1;

  add(code: string, severity: Severity, message: string, range: TextRange): void {
    if (this.list.length >= LIMIT) return;
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
