import type { Json, QueryLanguage, TextRange } from '../../asl';
import type { ValuePath } from '../dataFlow/dataFlow.types';

/** Whether something holds; a sentence when it cannot be said. */
export type Explained = boolean | { readonly problem: string };

/** What stands at a path; no value: there is nothing, or it cannot be said. */
export interface OperandValue {
  readonly text: string;
  /** Its beginning, where it is long. */
  readonly value?: Json;
  /** JSONata: why it cannot be evaluated. */
  readonly problem?: string;
}

/** One comparison of a rule on the data of a visit. */
export interface ComparisonExplanation {
  readonly words: string;
  readonly answer: Explained;
  readonly operands: readonly OperandValue[];
}

/** A rule of a Choice on the data of a visit. */
export interface RuleExplanation {
  readonly words: string;
  readonly next?: string;
  readonly answer: Explained;
  /** In the order they are written. None of a JSONata condition that compares nothing. */
  readonly comparisons: readonly ComparisonExplanation[];
  /** JSONata: how many more there are, of too many or such as take too long. */
  readonly unlisted?: number;
  /** JSONata: what the condition gives. */
  readonly result?: Json;
}

/** The wait before an attempt: `interval × rate^power`, at most `cap`, then a random part of it when jittered. Seconds. */
export interface DelayExplanation {
  readonly interval: number;
  readonly rate: number;
  readonly power: number;
  readonly cap?: number;
  /** Before the jitter. */
  readonly delay: number;
  readonly jitter: boolean;
  /** What it came to; absent when no attempt has followed yet. */
  readonly waited?: number;
}

export interface RetrierExplanation {
  readonly errorEquals: readonly string[];
  /** It names the error that the visit failed with last. */
  readonly matches: boolean;
  readonly maxAttempts: number;
  readonly delays: readonly DelayExplanation[];
}

export interface CatcherExplanation {
  readonly errorEquals: readonly string[];
  readonly next?: string;
  readonly matches: boolean;
  /** The first that names the error. */
  readonly isTaken: boolean;
}

/** Why a state that failed was tried again or not, caught or not. */
export interface FailureExplanation {
  readonly error: string | undefined;
  /** AWS lets nothing match it. */
  readonly isUnmatchable: boolean;
  readonly retriers: readonly RetrierExplanation[];
  readonly catchers: readonly CatcherExplanation[];
}

/** What an expression could read, by the name it reads it by; no value: there is none. */
export interface SeenValue {
  readonly name: string;
  readonly value?: Json;
}

/** The expression that failed a state. */
export interface EvaluationExplanation {
  /** The field it stands in, as keys from the state's definition. */
  readonly field: ValuePath;
  readonly language: QueryLanguage;
  /** The field's text as written, and what of it failed. */
  readonly text: string;
  readonly marked: TextRange;
  /** A sentence. */
  readonly reason?: string;
  /** Texts for the field with which it comes to something, the likeliest first, and what each is called. */
  readonly fixes: readonly { readonly title: string; readonly text: string }[];
  readonly saw: readonly SeenValue[];
  /** What the state's work gave, where it read that. */
  readonly result?: Json;
}
