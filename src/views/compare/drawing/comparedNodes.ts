import type { Node } from '@xyflow/react';
import type {
  Box,
  ChangeStatus,
  Graph,
  GraphNode,
  Layout,
  NodeId,
  StateNode,
  TransitionId,
} from '../../../asl';

export type ComparedStateNode = Node<
  {
    readonly node: StateNode;
    readonly status: ChangeStatus;
    /** Its name before, when it was renamed. */
    readonly was: string | undefined;
  },
  'state' | 'container'
>;
export type ComparedTerminalNode = Node<
  { readonly kind: 'start' | 'end'; readonly inner: boolean },
  'terminal'
>;
export type ComparedMissingNode = Node<{ readonly name: string }, 'missing'>;
export type ComparedNode = ComparedStateNode | ComparedTerminalNode | ComparedMissingNode;

/** What is known of the things drawn. */
export interface DrawnStatuses {
  readonly statuses: ReadonlyMap<NodeId | TransitionId, ChangeStatus>;
  readonly oldNames: ReadonlyMap<string, string>;
}

/** Above the transitions, which are at 1000. */
const FRONT = 2000;

/** The graph of both versions as React Flow's nodes: flat, containers behind what they contain. */
export function comparedNodes(
  graph: Graph,
  layout: Layout,
  known: DrawnStatuses,
  selected: string | undefined,
): ComparedNode[] {
  const depths = new Map<string, number>();
  return graph.scopes.flatMap((scope) => {
    const depth = depths.get(scope.path) ?? 0;
    return scope.nodes.flatMap((node) => {
      const box = layout.nodes[node.id];
      if (!box) return [];
      if (node.kind === 'state') for (const child of node.children) depths.set(child, depth + 1);
      return [comparedNode(node, box, depth, known, node.id === selected)];
    });
  });
}

function comparedNode(
  node: GraphNode,
  { x, y, width, height }: Box,
  depth: number,
  { statuses, oldNames }: DrawnStatuses,
  selected: boolean,
): ComparedNode {
  const base = {
    id: node.id,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    selected,
    // The element React Flow wraps around a node says nothing of its own.
    domAttributes: { 'aria-roledescription': undefined },
  };
  switch (node.kind) {
    case 'state': {
      const container = node.children.length > 0;
      const data = { node, status: statuses.get(node.id) ?? 'same', was: oldNames.get(node.id) } as const;
      return { ...base, type: container ? 'container' : 'state', zIndex: container ? depth : FRONT, data };
    }
    case 'missing':
      return { ...base, type: 'missing', zIndex: FRONT, data: { name: node.name } };
    default:
      return {
        ...base,
        type: 'terminal',
        zIndex: FRONT,
        data: { kind: node.kind, inner: node.scope !== '' },
      };
  }
}
