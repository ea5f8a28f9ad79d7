import type { StatePath, SyntaxNode, TextRange } from '../../asl';

/** Where a location of AWS's leads to in the text. */
export interface Place {
  readonly node: SyntaxNode;
  /** JSON Pointer of the node. */
  readonly pointer: string;
  /** Where the node's name stands; absent for items of lists and for the whole. */
  readonly keyRange: TextRange | undefined;
  /** The innermost state around it, and what of it the place is. */
  readonly state: StatePath | undefined;
  readonly field: string;
}
