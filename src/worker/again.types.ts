import type { StatePath } from '../asl';
import type { HistoryEvent } from '../interpreter';
import type { MockedTask } from '../services';

/** Why a Task state gets no mock from a run. */
export type WithoutMock = 'notCalled' | 'unanswered' | 'noData' | 'distributed';

/** The answers that the Tasks of a run got, as mocks. */
export interface RunMocks {
  readonly mocks: readonly MockedTask[];
  /** Calls that they answer. */
  readonly calls: number;
  readonly left: readonly { readonly state: StatePath; readonly why: WithoutMock }[];
}

/** What is compared of an event. */
export interface ComparedEvent {
  readonly id: number;
  readonly type: string;
  readonly at: string;
  readonly name?: string | undefined;
  readonly state?: StatePath | undefined;
  readonly error?: string | undefined;
  /** What it had, from a little before where the two differ: JSON text, cut. Absent: they do not. */
  readonly data?: string | undefined;
}

/** Events that stand in each other's place; absent: there is none on that side. */
export interface EventDifference {
  readonly recorded?: ComparedEvent | undefined;
  readonly own?: ComparedEvent | undefined;
}

export interface HistoryDifferences {
  readonly recorded: number;
  readonly own: number;
  /** In the order of the histories; the first of them when there are many. */
  readonly differences: readonly EventDifference[];
  readonly total: number;
  /** What was recorded says no end: what came here after its last event is no difference. */
  readonly open: boolean;
}

/** What is asked of the run on show to have it again elsewhere, or after it was. */
export interface AgainRequests {
  /** `timed`: each answer takes as long as it took. */
  readonly getMocks: { readonly request: { readonly timed: boolean }; readonly reply: RunMocks };
  /** `strict`: ids and times, too. */
  readonly compareWith: {
    readonly request: { readonly recorded: readonly HistoryEvent[]; readonly strict: boolean };
    readonly reply: HistoryDifferences;
  };
}
