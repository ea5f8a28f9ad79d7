import { type Analysis, isBroken, lineColumnAt, type ParsedText } from '../../asl';
import type { TextProblem } from '../analysis.types';

/** Whether a text can be read as a definition. */
export const isReadable = (parsed: ParsedText): boolean =>
  !isBroken(parsed) && parsed.root?.kind === 'object';

/** Where a text stops being readable as a definition; undefined when it can be read. */
export function textProblem({
  parsed,
  diagnostics,
}: Pick<Analysis, 'parsed' | 'diagnostics'>): TextProblem | undefined {
  if (isReadable(parsed)) return undefined;
  const { text } = parsed;
  const { range, message } = diagnostics.find(({ severity }) => severity === 'error') ?? {
    range: { start: 0, end: text.length },
    message: 'A definition is an object with StartAt and States; this is something else.',
  };
  return { range, ...lineColumnAt(text, range.start), message };
}
