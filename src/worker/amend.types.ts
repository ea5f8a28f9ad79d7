import type { StatePath, TextFormat, TextRange } from '../asl';
import type { EvaluationExplanation, FailureExplanation, RuleExplanation, RuleNumber } from '../interpreter';
import type { ServiceChoice } from './run.types';

/** A visit of the run on show; null: the one that it stands at. */
export type VisitPlace = { readonly state: StatePath; readonly number: number } | null;

/** A definition to go on with. */
export interface EditedDefinition {
  readonly text: string;
  readonly format: TextFormat;
}

/** A new run that has the history of the one on show as far as a visit, and goes on from there. Texts are JSON. */
export interface BranchRequest {
  readonly visit: VisitPlace;
  /** Its executionName and executionArn. */
  readonly name: string;
  readonly arn: string;
  /** In place of the input that the state had. */
  readonly input?: string;
  /** Variables that get other values: an object. */
  readonly variables?: string;
  /** Absent: as it ran. */
  readonly definition?: EditedDefinition;
  /** Who answers from there on; absent: whoever did. */
  readonly services?: ServiceChoice;
}

/** What a branch has that its run had not. */
export type BranchChange = 'input' | 'variables' | 'definition';

/** Where a branch comes from. */
export interface BranchOrigin {
  /** The run whose history it has up to there. */
  readonly parent: string;
  /** The one that enters the state it goes on from, by its id. */
  readonly event: number;
  /** That state; runs that were kept long ago do not say it. */
  readonly state?: StatePath;
  readonly changed: readonly BranchChange[];
}

/** Whether a run was redriven with the definition it had or with an edited one. */
export type Redriven = 'same' | 'edited';

export type BranchResult =
  | {
      readonly ok: true;
      readonly state: StatePath;
      /** The one that enters the state, by its id. */
      readonly event: number;
      /** What it follows, when the run it comes from went on with another definition later. */
      readonly earlier?: EditedDefinition;
    }
  | { readonly ok: false; readonly reason: string };

/** The entry of a state, at an event or the next one after it. */
export interface Entry {
  readonly state: StatePath;
  readonly number: number;
  readonly event: number;
}

/** Why a visit went as it did. */
export interface VisitExplanation {
  /** Of a Choice. */
  readonly choice?: {
    readonly rules: readonly RuleExplanation[];
    readonly default?: string;
    /** By hand or by its values; absent when a rule cannot be evaluated. */
    readonly taken?: RuleNumber;
    readonly isForced: boolean;
    /** The run stands before it: another way can be chosen. */
    readonly canForce: boolean;
  };
  /** Of a state that failed at least once. */
  readonly failure?: FailureExplanation;
  /** The expression that failed it, and where its field stands in the text that was run. */
  readonly evaluation?: EvaluationExplanation & { readonly range?: TextRange };
  /** What was changed by hand before it was entered. */
  readonly changed?: { readonly input: boolean; readonly variables: readonly string[] };
}
