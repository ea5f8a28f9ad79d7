import type { QueryLanguage, StatePath, TextRange } from '../asl';
import type { StageName, ValuePath } from '../interpreter';

/** What the views of a run's data ask for, and get. */

/** A visit by its state and its place among that state's visits. */
export interface VisitName {
  readonly state: StatePath;
  /** From 0. */
  readonly number: number;
}

/** One stage of one visit, for a view. */
export interface StageValue {
  readonly name: StageName;
  readonly isUsed: boolean;
  /** The field that makes it, as written, and where it stands in the text that was run. */
  readonly field?: string;
  readonly expression?: string;
  readonly range?: TextRange;
  /** JSON; absent when it has no value, or none yet. */
  readonly text?: string;
  /** Of the text in UTF-8, as AWS counts. */
  readonly bytes?: number;
  readonly problem?: string;
  readonly isApproximate?: true;
}

/** How data went through a state in one visit. */
export interface VisitStages extends VisitName {
  readonly language: QueryLanguage;
  readonly type: string;
  /** The attempt that is shown, from 0, and how many there were. */
  readonly attempt: number;
  readonly attempts: number;
  readonly isOpen: boolean;
  readonly stages: readonly StageValue[];
}

/** A value of a run. */
export interface ValuePlace {
  readonly visit: VisitName;
  readonly stage: StageName;
  readonly path: ValuePath;
}

export interface SearchHit {
  /** Event of the timeline, from 0, and its id in its own execution. */
  readonly position: number;
  readonly event: number;
  readonly type: string;
  readonly place: ValuePlace;
  readonly attempt?: number;
  /** What was found there, cut short. */
  readonly excerpt: string;
  readonly found: 'key' | 'value' | 'path';
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Where to go on; `total` when all events were looked at. */
  readonly next: number;
  readonly total: number;
}

/** One place that a value passed on its way. */
export interface TraceLink extends ValuePlace {
  /** What was written to bring it to the place before, and where in the text that was run. */
  readonly expression?: string;
  readonly range?: TextRange;
  /** The value there, cut short. */
  readonly excerpt: string;
}

/** Where the way of a value begins. */
export interface TraceEnd {
  readonly kind:
    | 'executionInput'
    | 'service'
    | 'written'
    | 'computed'
    | 'context'
    | 'error'
    | 'byHand'
    | 'unknown';
  /** A sentence. */
  readonly words: string;
  readonly state?: StatePath;
  readonly expression?: string;
  readonly range?: TextRange;
  /** What it was computed of. */
  readonly reads: readonly { readonly words: string; readonly place?: ValuePlace }[];
}

export interface Trace {
  /** From the value asked about, backwards. */
  readonly links: readonly TraceLink[];
  readonly end: TraceEnd;
}

/** Requests about the data of the run on show; they only read. */
export interface DataRequests {
  /** Null when there was no such visit. `attempt`: the last one when absent; `number`: the last visit when absent. */
  readonly getStages: {
    readonly request: { readonly state: StatePath; readonly number?: number; readonly attempt?: number };
    readonly reply: VisitStages | null;
  };
  /** Looks at some of the events for a few milliseconds. */
  readonly searchData: {
    readonly request: { readonly query: string; readonly from: number };
    readonly reply: SearchPage;
  };
  readonly traceValue: { readonly request: ValuePlace; readonly reply: Trace };
}

/** What is asked with a request about data. */
export type BodyOfData<Type extends keyof DataRequests> = DataRequests[Type]['request'];
