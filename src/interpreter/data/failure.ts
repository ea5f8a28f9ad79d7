/** Longest error name and cause, in characters. Source: quotas.md 1. */
const MAX_ERROR = 256;
const MAX_CAUSE = 32_768;

/**
 * A failure of the execution, in AWS's terms: a value that is returned, never thrown. `cause` is without the
 * prefix "An error occurred while executing the state ..."; the engine adds it where AWS does. Names and causes that
 * are too long are cut.
 */
export class Failure {
  readonly error: string | undefined;
  readonly cause: string | undefined;

  constructor(
    error: string | undefined,
    cause: string | undefined,
    /** JSONata only: the field the expression stands in, e.g. `Output/result`. */
    readonly location?: string,
  ) {
    this.error = cut(error, MAX_ERROR);
    this.cause = cut(cause, MAX_CAUSE);
  }
}

const cut = (text: string | undefined, length: number): string | undefined =>
  text === undefined || text.length <= length ? text : text.slice(0, length);
