import type { NodeId, TransitionId } from '../graph';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
export interface EdgeRoute {
  /** Orthogonal way points from the source's border to the target's, at least two. */
  readonly points: readonly Point[];
  /** Where the label stands; absent when there is none. Never over a node or another label. */
  readonly label?: Box;
  /** Leads upwards (a loop), beside the column. */
  readonly back: boolean;
}
/**
 * Absolute pixel positions of every node and edge. Container boxes include their inside; a container's
 * title bar is `SIZES.containerHeader` high. Its own box is that of everything drawn; it begins at (0, 0) unless a node
 * was moved by hand.
 */
export interface Layout extends Box {
  readonly nodes: Readonly<Record<NodeId, Box>>;
  readonly edges: Readonly<Record<TransitionId, EdgeRoute>>;
}

/** Nodes that were moved by hand, and how far from where they would stand otherwise. */
export type Offsets = ReadonlyMap<NodeId, Point>;
