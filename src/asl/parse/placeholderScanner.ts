/** Longest placeholder that is looked for. */
const LONGEST = 10_000;
/** Characters that may be looked through in vain, so that a text of nothing but `${` is read in linear time. */
const PATIENCE = 1_000_000;

const DOLLAR = 0x24;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const GLUED = /[\w.-]/;

/** Finds where `${placeholders}` that stand outside strings end. */
export class PlaceholderScanner {
  private patience = PATIENCE;

  constructor(private readonly text: string) {}

  /** End of one or more placeholders and what is glued to them: `${a}`, `${a}${b}`, `${a}_tail`. */
  end(start: number): number | undefined {
    if (this.text.charCodeAt(start + 1) !== OPEN) return undefined;
    let end = this.braceEnd(start + 1);
    if (end === undefined) return undefined;
    for (;;) {
      if (this.text.charCodeAt(end) === DOLLAR && this.text.charCodeAt(end + 1) === OPEN) {
        const next = this.braceEnd(end + 1);
        if (next === undefined) return end;
        end = next;
      } else if (GLUED.test(this.text.charAt(end))) {
        end++;
      } else {
        return end;
      }
    }
  }

  /** Offset after the brace that closes the one at `open`, nested braces counted. */
  braceEnd(open: number): number | undefined {
    if (this.patience <= 0) return undefined;
    let depth = 0;
    const limit = Math.min(this.text.length, open + LONGEST);
    for (let position = open; position < limit; position++) {
      const code = this.text.charCodeAt(position);
      if (code === OPEN) depth++;
      else if (code === CLOSE && --depth === 0) return position + 1;
    }
    this.patience -= limit - open;
    return undefined;
  }
}
