import { SyntaxProblem } from '../compiled.types';
import type { Matcher } from '../pattern/match';
import { compilePattern, type Pattern } from '../pattern/pattern';
import { JsonataError } from './jsonataError';

const compiled = new WeakMap<RegExp, Pattern | SyntaxProblem>();

/**
 * What the library runs regular expressions with instead of RegExp, so that none can hang the execution: our
 * own matcher takes a bounded number of steps. It has the part of RegExp's face the library touches.
 */
export class BoundedRegex {
  lastIndex = 0;
  private readonly pattern: Pattern;
  private text: string | undefined;
  private matcher: Matcher | undefined;

  constructor(source: RegExp) {
    const known = compiled.get(source) ?? compilePattern(source.source, source.flags);
    compiled.set(source, known);
    if (known instanceof SyntaxProblem) throw new JsonataError(undefined, known.message);
    this.pattern = known;
  }

  exec(text: string): RegExpExecArray | null {
    if (!this.matcher || this.text !== text) {
      this.matcher = this.pattern.on(text);
      this.text = text;
    }
    const captures = this.matcher.search(this.lastIndex);
    if (!captures) {
      this.lastIndex = 0;
      return null;
    }
    const groups: (string | undefined)[] = [];
    for (let slot = 0; slot < captures.length; slot += 2) {
      const start = captures[slot] ?? -1;
      const end = captures[slot + 1] ?? -1;
      groups.push(start < 0 || end < 0 ? undefined : text.slice(start, end));
    }
    this.lastIndex = captures[1] ?? 0;
    return Object.assign(groups as RegExpExecArray, { index: captures[0] ?? 0, input: text });
  }
}
