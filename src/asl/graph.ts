import type { Brand } from './brand';
import type { StateType } from './model';
import type { ScopePath, StatePath, TextRange } from './syntax';

/** A state's path, or the id of a pseudo-node of a scope (`start:<scope>`, `end:<scope>`, `missing:<scope>/<name>`). */
export type NodeId = Brand<string, 'NodeId'>;
/** `<from state path>#next`, `#choice:0`, `#default`, `#catch:1`, `#end`; `start:<scope>#start`. Stable under edits elsewhere. */
export type TransitionId = Brand<string, 'TransitionId'>;

export type GraphNode =
  | { readonly kind: 'start' | 'end'; readonly id: NodeId; readonly scope: ScopePath }
  /** A name that some transition targets and no state of the scope has. */
  | { readonly kind: 'missing'; readonly id: NodeId; readonly scope: ScopePath; readonly name: string }
  | StateNode;

export interface StateNode {
  readonly kind: 'state';
  readonly id: NodeId;
  readonly path: StatePath;
  readonly scope: ScopePath;
  readonly name: string;
  /** `undefined` when Type is missing or unknown. */
  readonly type: StateType | undefined;
  /** Small text above or under the name: "Lambda: Invoke", "Wait 30 seconds", "For each item in $.items"; `''` when the type says it all. */
  readonly summary: string;
  /**
   * Task: service id (without `aws-sdk:`; `activity` for activities) and action, e.g.
   * `{ service: 'lambda', action: 'invoke', pattern: 'sync' }`; absent when the Resource names none.
   */
  readonly resource?: { readonly service: string; readonly action: string; readonly pattern?: string };
  /** Sum of MaxAttempts over the retriers; absent when there is no Retry. */
  readonly retries?: number;
  readonly distributed?: boolean;
  /** Scopes drawn inside (Parallel branches in order, or the Map processor); empty for other types. */
  readonly children: readonly ScopePath[];
  /** No path from the scope's start leads here; never set while StartAt names no state. */
  readonly unreachable: boolean;
  readonly comment?: string;
}

export type TransitionKind =
  | { readonly type: 'start' }
  | { readonly type: 'next' }
  | { readonly type: 'choice'; readonly rule: number }
  | { readonly type: 'default' }
  | { readonly type: 'catch'; readonly catcher: number }
  /** To the scope's End: `End: true`, Succeed, Fail. */
  | { readonly type: 'end' };

export interface Transition {
  readonly id: TransitionId;
  readonly kind: TransitionKind;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly scope: ScopePath;
  /**
   * Short words for the edge, at most 40 characters; '' when it has none. A choice rule's number is not in it
   * (`kind.rule` + 1, drawn as `#1`); a catcher's is: `Catch #1: States.Timeout`.
   */
  readonly label: string;
  /** The whole rule in words, for a tooltip; after its Comment, if it has one. */
  readonly fullLabel: string;
  /** The text that names the target (the value of Next, Default, StartAt); absent for `end`. */
  readonly targetRange?: TextRange;
}

export interface ScopeGraph {
  readonly path: ScopePath;
  /** The container state; absent for the machine. */
  readonly parent?: StatePath;
  readonly start: NodeId;
  readonly end: NodeId;
  /** Text order: start, states, missing targets, end (end only if something leads there or the scope is empty). */
  readonly nodes: readonly GraphNode[];
  /** Choice rules in rule order, then Default, then catchers. */
  readonly transitions: readonly Transition[];
}

/** Everything the canvas draws, scope by scope; no transition crosses a scope. */
export interface Graph {
  /** The machine first, then depth first. */
  readonly scopes: readonly ScopeGraph[];
}
