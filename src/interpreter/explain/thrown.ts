import { describeError } from '../data/jsonata/jsonataError';

/** What JSONata says of an expression that it gave up. */
export interface Thrown {
  readonly code?: string | undefined;
  /** The operator or the function, without its `$`. */
  readonly token?: string | undefined;
  /** Behind the token; for a call behind its parenthesis. */
  readonly position?: number | undefined;
  /** Of the argument, from 1. */
  readonly index?: number | undefined;
  /** What it could not work with; of a comparison that on the left. */
  readonly value?: unknown;
  readonly value2?: unknown;
  /** As a cause has it, without code. */
  readonly message: string;
}

/** Reads an error that an evaluation rejected with. */
export function readThrown(error: unknown): Thrown {
  const fields = new Map<string, unknown>(
    typeof error === 'object' && error !== null ? Object.entries(error) : [],
  );
  const text = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const number = (name: string): number | undefined => {
    const value = fields.get(name);
    return typeof value === 'number' ? value : undefined;
  };
  const message = describeError(error).replace(/^[.:]\s*(?:[A-Z]\d{4}: )?/, '');
  return {
    code: text('code'),
    token: text('token'),
    position: number('position'),
    index: number('index') ?? argumentIn(message),
    value: fields.get('value'),
    value2: fields.get('value2'),
    message,
  };
}

const THREW = "' threw an error during evaluation";

/** The same of a cause, which has code and message only; undefined when the expression did not throw. */
export function thrownInCause(cause: string): Thrown | undefined {
  const at = cause.indexOf(THREW);
  if (at < 0) return undefined;
  const [, code, message = ''] =
    /^[.:] (?:([A-Z]\d{4}): )?([\s\S]*)$/.exec(cause.slice(at + THREW.length)) ?? [];
  return { code, message, index: argumentIn(message) };
}

function argumentIn(message: string): number | undefined {
  const written = /^Argument (\d+) /.exec(message)?.[1];
  return written === undefined ? undefined : Number(written);
}
