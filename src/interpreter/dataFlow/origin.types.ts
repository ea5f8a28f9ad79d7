import type { StageName, ValuePath } from './dataFlow.types';

/** A place in a state's definition, and what is written there. */
export interface Written {
  /** As keys from the state's definition. */
  readonly field: ValuePath;
  readonly expression: string;
}

/** A value that an expression reads. */
export type Reading =
  | { readonly kind: 'stage'; readonly stage: StageName; readonly path: ValuePath }
  | { readonly kind: 'variable'; readonly name: string; readonly path: ValuePath }
  | { readonly kind: 'context'; readonly path: ValuePath };

/** Where a value of a stage comes from, one step back. `by`: what was written to get it there. */
export type Origin =
  | (Reading & { readonly by?: Written })
  /** It stands in the definition. */
  | { readonly kind: 'written'; readonly by: Written }
  /** An expression makes it of others. */
  | { readonly kind: 'computed'; readonly by: Written; readonly reads: readonly Reading[] }
  /** The state's work gave it: a service, the branches, the items. */
  | { readonly kind: 'work' }
  /** It came with the state's input. */
  | { readonly kind: 'entry' };
