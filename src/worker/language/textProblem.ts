import { type Analysis, isBroken, lineColumnAt } from '../../asl';
import type { TextProblem } from '../analysis.types';

/** Where a text stops being readable as a definition; undefined when it can be read. */
export function textProblem({
  parsed,
  diagnostics,
}: Pick<Analysis, 'parsed' | 'diagnostics'>): TextProblem | undefined {
  if (!isBroken(parsed) && parsed.root?.kind === 'object') return undefined;
  const { text } = parsed;
  const { range, message } = diagnostics.find(({ severity }) => severity === 'error') ?? {
    range: { start: 0, end: text.length },
    message: 'A definition is an object with StartAt and States; this is something else.',
  };
  return { range, ...lineColumnAt(text, range.start), message };
}
