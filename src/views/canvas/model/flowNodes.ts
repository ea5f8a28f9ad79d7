import type { Node, NodeHandle } from '@xyflow/react';
import type { Box, GraphNode, Layout, NodeId, StateNode } from '../../../asl';
import { insideWords, isClosed } from './closed';
import { type GraphIndex, isContainer } from './graphIndex';
import { sameData } from './sameData';

export type StateFlowNode = Node<
  {
    readonly node: StateNode;
    readonly depth: number;
    /** What a container that is drawn closed says of its inside. */
    readonly inside?: string;
    /** The one state that Tab reaches; arrow keys lead to the others. */
    readonly tabStop: boolean;
  },
  'state' | 'container'
>;
export type StartEndFlowNode = Node<{ readonly kind: 'start' | 'end'; readonly inner: boolean }, 'startEnd'>;
export type MissingFlowNode = Node<{ readonly name: string }, 'missing'>;
/** Stands for all nodes where the workflow is drawn as one picture: nothing to see, but it has the size of all. */
export type WholeFlowNode = Node<Readonly<Record<string, never>>, 'whole'>;
export type FlowNode = StateFlowNode | StartEndFlowNode | MissingFlowNode | WholeFlowNode;

/** The id of what stands for all nodes; no state's path looks like it. */
export const WHOLE = 'whole';

/** The nodes that differ from the others for a while. */
export interface NodeFocus {
  readonly selected?: ReadonlySet<NodeId> | undefined;
  /** The one that Tab reaches. */
  readonly tabStop?: NodeId | undefined;
  /** Its name is being edited: above everything, for what it has to say. */
  readonly renaming?: NodeId | undefined;
}

/** Stacking order on the canvas: containers by depth, then transitions, then states, then the one being renamed. */
export const LAYER = { container: 0, transition: 1000, state: 2000, renaming: 2500 } as const;

/**
 * The graph as React Flow's nodes: flat, in absolute coordinates, containers behind what they contain.
 * A node that looks as before keeps its object, so that React Flow and memoised components skip it.
 */
export function flowNodes(
  index: GraphIndex,
  layout: Layout,
  focus: NodeFocus,
  before: readonly FlowNode[],
): readonly FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const nodes: FlowNode[] = [];
  for (const node of index.nodes.values()) {
    const box = layout.nodes[node.id];
    if (!box) continue;
    const inside =
      node.kind === 'state' && isClosed(index, layout, node) ? insideWords(index, node) : undefined;
    const depth = index.depth.get(node.scope) ?? 0;
    const old = known.get(node.id);
    if (old && isUntouched(old, node, box, depth, focus, inside)) {
      nodes.push(old);
      continue;
    }
    const next = flowNode(node, box, depth, focus, inside);
    nodes.push(old && looksAs(old, next) ? old : next);
  }
  return nodes.length === before.length && nodes.every((node, at) => node === before[at]) ? before : nodes;
}

/**
 * Lines are not React Flow's. A node whose handles it does not know it draws once, wherever that stands, to look for
 * them: thousands at a time when a workflow comes, or the view comes back to the cards.
 */
const NO_HANDLES: NodeHandle[] = [];

/** In place of all nodes; what measures the drawing (the minimap) finds its size. */
export function wholeNode({ x, y, width, height }: Layout): WholeFlowNode {
  const size = { width, height };
  return {
    id: WHOLE,
    type: 'whole',
    position: { x, y },
    ...size,
    measured: size,
    handles: NO_HANDLES,
    data: {},
  };
}

function flowNode(
  node: GraphNode,
  box: Box,
  depth: number,
  focus: NodeFocus,
  inside: string | undefined,
): FlowNode {
  const size = { width: box.width, height: box.height };
  const base = {
    id: node.id,
    position: { x: box.x, y: box.y },
    ...size,
    measured: size,
    handles: NO_HANDLES,
    // The element React Flow wraps around a node says nothing of its own: names and roles are inside.
    domAttributes: { 'aria-roledescription': undefined },
  };
  switch (node.kind) {
    case 'state': {
      const type = isContainer(node) && inside === undefined ? 'container' : 'state';
      const zIndex =
        node.id === focus.renaming
          ? LAYER.renaming
          : type === 'container'
            ? LAYER.container + depth
            : LAYER.state;
      const selected = focus.selected?.has(node.id) ?? false;
      const tabStop = node.id === focus.tabStop;
      const data = { node, depth, tabStop, ...(inside === undefined ? {} : { inside }) };
      return { ...base, type, zIndex, selected, data };
    }
    case 'missing':
      return { ...base, type: 'missing', zIndex: LAYER.state, data: { name: node.name } };
    default:
      return {
        ...base,
        type: 'startEnd',
        zIndex: LAYER.state,
        data: { kind: node.kind, inner: node.scope !== '' },
      };
  }
}

/**
 * Whether what was drawn of a state is what would be drawn of it again: what nobody touched comes as the same object, and of
 * a thousand states a keystroke touches few. Nothing is made to find that out.
 */
function isUntouched(
  { data, position, width, height, zIndex, selected = false }: FlowNode,
  node: GraphNode,
  box: Box,
  depth: number,
  { selected: chosen, tabStop, renaming }: NodeFocus,
  inside: string | undefined,
): boolean {
  return (
    'node' in data &&
    data.node === node &&
    data.depth === depth &&
    data.inside === inside &&
    data.tabStop === (node.id === tabStop) &&
    selected === (chosen?.has(node.id) ?? false) &&
    (zIndex === LAYER.renaming) === (node.id === renaming) &&
    position.x === box.x &&
    position.y === box.y &&
    width === box.width &&
    height === box.height
  );
}

/** Whether two of the same id are drawn alike. What is made of the box alone follows from the box. */
function looksAs(old: FlowNode, next: FlowNode): boolean {
  return (
    old.position.x === next.position.x &&
    old.position.y === next.position.y &&
    old.width === next.width &&
    old.height === next.height &&
    old.type === next.type &&
    old.zIndex === next.zIndex &&
    old.selected === next.selected &&
    sameData(old.data, next.data)
  );
}
