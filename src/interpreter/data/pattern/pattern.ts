import { SyntaxProblem } from '../compiled.types';
import { Matcher, MatchLimit, StepBudget } from './match';
import { parsePattern } from './parsePattern';
import { buildProgram } from './program';

/**
 * A regular expression that always ends: used for `=~` in JSONPath filters and for the regular expressions of
 * JSONata, which come from definitions nobody vouches for. It finds what a backtracking engine finds.
 */
export interface Pattern {
  /** A search through `text`; successive `search(from)` share what they learnt. Throws `MatchLimit`. */
  readonly on: (text: string) => Matcher;
  /** Whether the whole text matches; the budget may be shared by many texts. Throws `MatchLimit`. */
  readonly matchesWhole: (text: string, budget: StepBudget) => boolean;
}

/** Above this (instructions × characters) the bookkeeping alone would take tens of megabytes. */
const MAX_CELLS = 256_000_000;

/** @param flags `i`, `m`, `s` count; others, such as `g` or Java's `d` and `u`, change nothing here */
export function compilePattern(source: string, flags: string): Pattern | SyntaxProblem {
  const parsed = parsePattern(source, {
    ignoreCase: flags.includes('i'),
    multiline: flags.includes('m'),
    dotAll: flags.includes('s'),
  });
  if (parsed instanceof SyntaxProblem) return parsed;
  const program = buildProgram(parsed);
  if (program instanceof SyntaxProblem) return program;
  const slots = (parsed.groupCount + 1) * 2;
  const matcher = (text: string, budget: StepBudget): Matcher => {
    if (program.length * text.length > MAX_CELLS) throw new MatchLimit();
    return new Matcher(program, text, slots, budget);
  };
  return {
    on: (text) => matcher(text, new StepBudget()),
    matchesWhole: (text, budget) => matcher(text, budget).matchWhole(),
  };
}
