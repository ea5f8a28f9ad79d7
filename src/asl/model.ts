import type { Json } from './json';
import type { Diagnostic, ObjectNode, ScopePath, StatePath, TextRange } from './syntax';

/**
 * The typed model of a definition. Fields keep the spelling of the Amazon States Language. A field whose
 * value has the wrong type is left out here and reported as a diagnostic; unknown fields stay in the text
 * (`node`) and never stop a definition from being modelled and drawn.
 */
export type QueryLanguage = 'JSONPath' | 'JSONata';
export type StateType = 'Task' | 'Pass' | 'Choice' | 'Wait' | 'Succeed' | 'Fail' | 'Parallel' | 'Map';

export interface Retrier {
  /** Empty when it is missing or unreadable, which is reported. */
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'NONE' | 'FULL';
  readonly Comment?: string;
  readonly node: ObjectNode | undefined;
}

/** Like choice rules and branches, catchers and retriers keep their index in the text, unreadable ones included. */
export interface Catcher {
  /** Empty when it is missing or unreadable, which is reported. */
  readonly ErrorEquals: readonly string[];
  readonly Next?: string;
  /** `null` drops the error output; absent means `$`. */
  readonly ResultPath?: string | null;
  readonly Output?: Json;
  readonly Assign?: Json;
  readonly Comment?: string;
  readonly node: ObjectNode | undefined;
}

/** One comparison of a JSONPath Choice rule, e.g. operator `NumericEqualsPath`, operand `$.limit`. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly variable: string;
  readonly operator: string;
  readonly operand: Json;
}
export type ChoiceExpression =
  | Comparison
  | { readonly kind: 'and' | 'or'; readonly rules: readonly ChoiceExpression[] }
  | { readonly kind: 'not'; readonly rule: ChoiceExpression }
  /** JSONata: `{% ... %}` or a literal boolean. */
  | { readonly kind: 'condition'; readonly condition: string | boolean }
  /** A rule that cannot be read; drawn as "?" and reported. */
  | { readonly kind: 'unreadable' };

export interface ChoiceRule {
  readonly expression: ChoiceExpression;
  readonly Next?: string;
  readonly Output?: Json;
  readonly Assign?: Json;
  readonly Comment?: string;
  /** Absent when the rule is not an object. */
  readonly node: ObjectNode | undefined;
}

interface Common {
  readonly Comment?: string;
  readonly QueryLanguage?: QueryLanguage;
}
interface Paths {
  readonly InputPath?: string | null;
  readonly OutputPath?: string | null;
}
interface Transitions {
  readonly Next?: string;
  readonly End?: boolean;
}
interface Output {
  readonly Output?: Json;
  readonly Assign?: Json;
}
interface Handlers {
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
}

export interface PassState extends Common, Paths, Transitions, Output {
  readonly Type: 'Pass';
  readonly Result?: Json;
  readonly Parameters?: Json;
  readonly ResultPath?: string | null;
}
export interface TaskState extends Common, Paths, Transitions, Output, Handlers {
  readonly Type: 'Task';
  readonly Resource?: string;
  readonly Parameters?: Json;
  readonly Arguments?: Json;
  readonly ResultSelector?: Json;
  readonly ResultPath?: string | null;
  readonly Credentials?: Json;
  /** Seconds, or a JSONata expression. */
  readonly TimeoutSeconds?: number | string;
  readonly TimeoutSecondsPath?: string;
  readonly HeartbeatSeconds?: number | string;
  readonly HeartbeatSecondsPath?: string;
}
export interface ChoiceState extends Common, Paths, Output {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default?: string;
}
export interface WaitState extends Common, Paths, Transitions, Output {
  readonly Type: 'Wait';
  readonly Seconds?: number | string;
  readonly SecondsPath?: string;
  readonly Timestamp?: string;
  readonly TimestampPath?: string;
}
export interface SucceedState extends Common, Paths, Output {
  readonly Type: 'Succeed';
}
export interface FailState extends Common {
  readonly Type: 'Fail';
  readonly Error?: string;
  readonly ErrorPath?: string;
  readonly Cause?: string;
  readonly CausePath?: string;
}
export interface ParallelState extends Common, Paths, Transitions, Output, Handlers {
  readonly Type: 'Parallel';
  readonly Parameters?: Json;
  readonly Arguments?: Json;
  readonly ResultSelector?: Json;
  readonly ResultPath?: string | null;
  readonly Branches: readonly Scope[];
}
export interface MapState extends Common, Paths, Transitions, Output, Handlers {
  readonly Type: 'Map';
  /** `ItemProcessor`, or the older `Iterator`. */
  readonly Processor?: Scope;
  readonly ProcessorField: 'ItemProcessor' | 'Iterator';
  readonly ProcessorConfig?: {
    readonly Mode?: 'INLINE' | 'DISTRIBUTED';
    readonly ExecutionType?: 'STANDARD' | 'EXPRESS';
  };
  readonly ItemsPath?: string;
  readonly Items?: Json;
  readonly ItemSelector?: Json;
  /** The older name of ItemSelector. */
  readonly Parameters?: Json;
  readonly ItemReader?: Json;
  readonly ItemBatcher?: Json;
  readonly ResultWriter?: Json;
  readonly ResultSelector?: Json;
  readonly ResultPath?: string | null;
  readonly MaxConcurrency?: number | string;
  readonly MaxConcurrencyPath?: string;
  readonly ToleratedFailureCount?: number | string;
  readonly ToleratedFailureCountPath?: string;
  readonly ToleratedFailurePercentage?: number | string;
  readonly ToleratedFailurePercentagePath?: string;
  readonly Label?: string;
}
/** A state whose Type is missing or unknown: drawn, reported, not runnable. */
export interface UnknownState extends Common, Paths, Transitions {
  readonly Type: undefined;
  readonly writtenType?: string;
}

export type StateDefinition =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState
  | UnknownState;

export interface State {
  readonly path: StatePath;
  readonly name: string;
  readonly scope: ScopePath;
  /** Own QueryLanguage, else the machine's, else JSONPath. */
  readonly queryLanguage: QueryLanguage;
  readonly definition: StateDefinition;
  /** The name as written, quotes included. */
  readonly keyRange: TextRange;
  /** The state's object; absent when the value is not an object. */
  readonly node: ObjectNode | undefined;
}

/** An object with StartAt and States: the machine, a Parallel branch or a Map processor. */
export interface Scope {
  readonly path: ScopePath;
  readonly StartAt?: string;
  readonly startAtRange?: TextRange;
  readonly Comment?: string;
  /** In text order, each name once: of two states with one name the last counts, the first is reported. */
  readonly states: readonly State[];
  readonly node: ObjectNode | undefined;
}

export interface StateMachine extends Scope {
  readonly Version?: string;
  readonly TimeoutSeconds?: number;
  readonly QueryLanguage?: QueryLanguage;
  /** What modelling itself found: wrong types, unknown Type, duplicate names... */
  readonly diagnostics: readonly Diagnostic[];
}
