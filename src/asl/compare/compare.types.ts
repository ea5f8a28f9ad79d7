import type { Graph, NodeId, TransitionId } from '../graph';
import type { Json } from '../json';
import type { StatePath } from '../syntax';

/** What one version has, the other has, or both have. */
export type Sides<Thing> =
  | { readonly before: Thing; readonly after: Thing }
  | { readonly before: Thing; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: Thing };

/** A value and its place: a JSON Pointer from the state's object (from the definition's, for the machine). */
export interface FieldValue {
  readonly pointer: string;
  readonly value: Json;
}

/** One difference. `reordered`: a list has what it had, in another order. */
export type FieldChange =
  | { readonly kind: 'added'; readonly after: FieldValue }
  | { readonly kind: 'removed'; readonly before: FieldValue }
  | {
      readonly kind: 'changed' | 'reordered';
      readonly before: FieldValue;
      readonly after: FieldValue;
    };

export interface StateName {
  readonly path: StatePath;
  readonly name: string;
}

interface Drawn {
  /** In the merged graph. */
  readonly node: NodeId;
  /**
   * What differs, apart from the states inside. Of an added or removed state: all of it, as one change at the pointer
   * `''`. A target that was renamed is no difference.
   */
  readonly fields: readonly FieldChange[];
}

/** A state of either version. A renamed one may have changed besides. */
export type ComparedState =
  | (Drawn & { readonly status: 'added'; readonly after: StateName })
  | (Drawn & { readonly status: 'removed'; readonly before: StateName })
  | (Drawn & {
      readonly status: 'same' | 'changed' | 'renamed';
      readonly before: StateName;
      readonly after: StateName;
    });

/**
 * A transition of either version, with its ids there. One that leads elsewhere now is one removed and one added;
 * `changed`: its rule says something else, or has another turn.
 */
export type ComparedTransition = {
  /** In the merged graph. */
  readonly id: TransitionId;
} & (
  | { readonly status: 'added'; readonly after: TransitionId }
  | { readonly status: 'removed'; readonly before: TransitionId }
  | { readonly status: 'same' | 'changed'; readonly before: TransitionId; readonly after: TransitionId }
);

export type ChangeStatus = ComparedState['status'];

/** Two versions of a definition, taken apart and drawn as one. The order of keys is nowhere a difference. */
export interface GraphComparison {
  /** Fields of the definition itself, apart from its states. */
  readonly machine: readonly FieldChange[];
  /** Every state of both versions, each before the states inside it. */
  readonly states: readonly ComparedState[];
  readonly transitions: readonly ComparedTransition[];
  /** What both versions have and what either has. Ids are those after; what is gone has its old id after `before:`. */
  readonly graph: Graph;
}
