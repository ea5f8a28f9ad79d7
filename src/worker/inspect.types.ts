import type { JsonObject, QueryLanguage, QuickFix, Severity, StatePath, StateType } from '../asl';
import type { TestStateResponse } from '../interpreter';
import type { MockFindings } from '../services';

/** A finding, and the field of the state it is about. */
export interface FieldFinding {
  /** JSON Pointer within the state, e.g. `/Retry/0/MaxAttempts`; `''` is the state as a whole. */
  readonly field: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where the text is marked: what says, with the code, which finding it is. */
  readonly start: number;
  /** What can be done about it, the likeliest first. */
  readonly fixes: readonly Pick<QuickFix, 'kind' | 'title'>[];
}

/** What a form about a state shows. */
export interface StateDetail {
  readonly path: StatePath;
  readonly name: string;
  readonly type: StateType | undefined;
  /** The one that holds here: its own, else the machine's. */
  readonly queryLanguage: QueryLanguage;
  /** The state's object as the text says it, what is inside it included. */
  readonly definition: JsonObject;
  /** The states of its scope, itself included, in text order: where it may lead. */
  readonly siblings: readonly string[];
  /** Workflow variables that are assigned in its scope or around it, sorted. */
  readonly variables: readonly string[];
  readonly findings: readonly FieldFinding[];
}

/** What a form about the whole machine shows. */
export interface MachineDetail {
  /** The machine's fields without its states. */
  readonly definition: JsonObject;
  readonly states: readonly string[];
  readonly findings: readonly FieldFinding[];
}

/** The data a state is tried on. Texts are JSON. */
export interface StateTrial {
  readonly state: StatePath;
  readonly input: string;
  /** What its service or its inside answers; a state that asks nothing has none. `retries`: those made before. */
  readonly answer?:
    | { readonly result: string }
    | { readonly error: string; readonly cause: string; readonly retries?: number | undefined }
    | undefined;
  /** A JSON object. */
  readonly variables: string;
  /** It was tried elsewhere, where it may have had other variables besides. */
  readonly elsewhere?: TrialElsewhere | undefined;
  /** Tried in the state's place, in its query language: one rule of a Choice, one expression. */
  readonly instead?: JsonObject | undefined;
}

/** What is known of the variables of a state that was tried elsewhere. */
export interface TrialElsewhere {
  /** A JSON object: those there were after it; undefined when nobody told. */
  readonly variablesAfter: string | undefined;
  /** It assigned none. */
  readonly failed: boolean;
}

/** What one state made of its data, stage by stage; or why it cannot be tried. */
export type TrialResult = (
  | { readonly ok: true; readonly response: TestStateResponse }
  | { readonly ok: false; readonly reason: string }
) & {
  /** Variables that the state reads, of which it is not known what they were where it was tried first. */
  readonly untold?: readonly string[];
};

/** What is to be said of a state's mock. `stranger`: the definition has no such Task. */
export interface MockReport extends MockFindings {
  readonly state: StatePath;
  readonly stranger: boolean;
}
