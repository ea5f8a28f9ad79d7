/** Data of an answer: its text, or why there is none. `left out`: AWS says that it did not include it. */
export type AnswerData =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'leftOut' }
  | { readonly kind: 'none' };

/** How an execution elsewhere began and ended: DescribeExecution's answer, StartSyncExecution's, or an event about it. */
export interface ExecutionAnswer {
  readonly arn: string;
  readonly name: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly machine: string | undefined;
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number | undefined;
  readonly stoppedAt: number | undefined;
  /** JSON text. */
  readonly input: AnswerData;
  /** JSON text. */
  readonly output: AnswerData;
  readonly error: string | undefined;
  readonly cause: string | undefined;
}

/** What a stage of a tested state held, under AWS's own name for it. JSON text where AWS gives JSON. */
export interface TestedStage {
  readonly name: string;
  readonly text: string;
}

/** TestState's answer: what one state made of its data. */
export interface TestAnswer {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  /** JSON text. */
  readonly output: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly nextState: string | undefined;
  /** In the order of the data's way; empty when it was tested with the level INFO. */
  readonly stages: readonly TestedStage[];
}
