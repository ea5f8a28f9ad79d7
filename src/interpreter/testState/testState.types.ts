import type { EpochMs } from '../../asl';
import type { CallService } from '../execution.types';
import type { HttpTrace } from './httpTrace';

/** A TestState request. Texts that hold JSON are JSON texts, as in the API. Source: api.md 5. */
export interface TestStateRequest {
  /** JSON of one state, or of a whole machine when `stateName` is given. */
  readonly definition: string;
  readonly stateName?: string;
  readonly roleArn?: string;
  /** `{}` when absent. */
  readonly input?: string;
  readonly inspectionLevel?: 'INFO' | 'DEBUG' | 'TRACE';
  readonly revealSecrets?: boolean;
  /** A JSON object: variables the workflow has assigned before. */
  readonly variables?: string;
  readonly mock?: TestStateMock;
  /** A JSON object that stands for the context object. */
  readonly context?: string;
  readonly stateConfiguration?: StateConfiguration;
}

export interface TestStateMock {
  readonly result?: string;
  readonly errorOutput?: { readonly error?: string; readonly cause?: string };
  readonly fieldValidationMode?: 'STRICT' | 'PRESENT' | 'NONE';
}

export interface StateConfiguration {
  /** Retries that the retrier which matches has already made. */
  readonly retrierRetryCount?: number;
  /** State inside a Map or Parallel whose error the mock stands for. */
  readonly errorCausedByState?: string;
  readonly mapIterationFailureCount?: number;
  /** JSON of what the ItemReader reads. */
  readonly mapItemReaderData?: string;
}

export interface TestStateResponse {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  readonly inspectionData?: InspectionData;
}

/** Each stage's data as JSON text. */
export interface InspectionData {
  readonly input?: string;
  readonly afterArguments?: string;
  readonly afterInputPath?: string;
  readonly afterParameters?: string;
  readonly result?: string;
  readonly afterResultSelector?: string;
  readonly afterResultPath?: string;
  readonly afterItemsPath?: string;
  readonly afterItemSelector?: string;
  readonly afterItemBatcher?: string;
  readonly variables?: string;
  readonly maxConcurrency?: number;
  readonly toleratedFailureCount?: number;
  readonly toleratedFailurePercentage?: number;
  readonly errorDetails?: {
    readonly catchIndex?: number;
    readonly retryIndex?: number;
    readonly retryBackoffIntervalSeconds?: number;
  };
  /** TRACE, HTTP tasks. */
  readonly request?: HttpTrace['request'];
  readonly response?: HttpTrace['response'];
}

/** What stands around a test. */
export interface TestStateSurroundings {
  /** Answers a Task without a mock. */
  readonly callService: CallService;
  readonly now: EpochMs;
  readonly seed?: number;
  /** The caller's account; the role's when absent. */
  readonly account?: string;
}
