import type { ScopeGraph } from '../graph';
import type { Scope, State, StateMachine } from '../model';
import type { QuickFix, Severity, TextRange } from '../syntax';
import type { DiagnosticCode } from './codes';

/** What a rule finds. `state` is the state it is about, when there is one. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Says where, what is wrong, and what to do. */
  readonly message: string;
  readonly range: TextRange;
  readonly state?: State;
  /** The likeliest first. */
  readonly fixes?: readonly QuickFix[];
}

export interface CheckedScope {
  readonly scope: Scope;
  readonly graph: ScopeGraph;
  /** The container state; absent for the machine. */
  readonly parent: State | undefined;
  readonly machine: StateMachine;
}

/**
 * A family of rules. The machine is walked once, and each rule is called for what it wants to see, in text order;
 * it finds nothing, one thing or several.
 */
export interface Rule {
  readonly machine?: (machine: StateMachine) => Iterable<Finding>;
  readonly scope?: (checked: CheckedScope) => Iterable<Finding>;
  readonly state?: (state: State) => Iterable<Finding>;
}
