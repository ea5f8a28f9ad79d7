/** An error a function of ours raises inside the library; code and text stand in the state's cause. */
export class JsonataError extends Error {
  constructor(
    readonly code: string | undefined,
    /** The library replaces `message` by its own for the code. */
    readonly text: string,
  ) {
    super(text);
  }
}

export const MEMORY_LIMIT = 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
const STACK_LIMIT =
  'Stack overflow error: Check for non-terminating recursive function.  Consider rewriting as tail-recursive';
const TIME_LIMIT = 'Expression evaluation timeout: Check for infinite loop';

/** Whether a cause says that an expression took too long. */
export const saysOutOfTime = (cause: string | undefined): boolean =>
  cause?.endsWith(`threw an error during evaluation: ${TIME_LIMIT}`) === true;

/** The library's guards under AWS's words, which have no code. */
const LIMITS: Readonly<Record<string, string>> = {
  D1011: STACK_LIMIT,
  D1012: TIME_LIMIT,
  D2014: MEMORY_LIMIT,
  D2015: MEMORY_LIMIT,
};

/**
 * How a cause goes on after "threw an error during evaluation": `. CODE: message` for JSONata's own errors,
 * `: message` for limits and for what has no code.
 * Recorded: intrinsic_functions/math_operations_jsonata.test_math_random_seeded; limits as users measured them on AWS.
 */
export function describeError(error: unknown): string {
  const { code, message } = readError(error);
  const limit = code === undefined ? undefined : LIMITS[code];
  if (limit !== undefined) return `: ${limit}`;
  if (code !== undefined) return `. ${code}: ${message}`;
  // The engine's own limits: a text that is too long, a recursion in the library itself.
  if (error instanceof RangeError) return `: ${/stack/i.test(message) ? STACK_LIMIT : MEMORY_LIMIT}`;
  return `: ${message}`;
}

function readError(error: unknown): { code: string | undefined; message: string } {
  if (error instanceof JsonataError) return { code: error.code, message: error.text };
  if (typeof error !== 'object' || error === null) return { code: undefined, message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const message = 'message' in error ? String(error.message) : '';
  return { code, message };
}
