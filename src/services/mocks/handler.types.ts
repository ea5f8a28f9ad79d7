/** A call of a handler: `(input, context) => result`. Only texts cross into the sandbox, and out of it. */
export interface HandlerCall {
  readonly source: string;
  /** JSON text. */
  readonly input: string;
  /** JSON text. */
  readonly context: string;
  /** Seeds `Math.random` in there. */
  readonly seed: number;
  /** Milliseconds since 1970: the clock in there, which stands still. */
  readonly now: number;
}

/** What a handler wrote with `console`, a bounded part of it. */
export interface HandlerLog {
  readonly lines: readonly string[];
  readonly dropped: number;
}

export type HandlerOutcome = HandlerLog & {
  /** Milliseconds of real time. */
  readonly took: number;
} & (
    | { readonly type: 'returned' /** JSON text. */; readonly result: string }
    | { readonly type: 'failed'; readonly error: string; readonly cause: string }
  );

/**
 * Runs a handler where it can harm nothing. Never rejected: what a handler does is its outcome.
 *
 * @param isWanted asked when the call's turn comes: one that nobody waits for any more is not made, and has no outcome
 */
export type RunHandler = (call: HandlerCall, isWanted?: () => boolean) => Promise<HandlerOutcome>;
