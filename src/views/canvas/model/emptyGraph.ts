import type { Graph, Layout } from '../../../asl';

/** What stands on the canvas before the first text could be read. */
export const EMPTY_GRAPH: Graph = { scopes: [] };
export const EMPTY_LAYOUT: Layout = { nodes: {}, edges: {}, x: 0, y: 0, width: 0, height: 0 };
