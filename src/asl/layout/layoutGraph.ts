import type { Graph, GraphNode, NodeId, ScopeGraph, TransitionId } from '../graph';
import type { ScopePath, StatePath } from '../syntax';
import { type ArrangedScope, arrange } from './byHand/arrange';
import type { Box, EdgeRoute, Layout, Offsets, Point } from './layout.types';
import { LayoutMemory } from './layoutMemory';
import { plainSize, SIZES, type Size } from './sizes';
import { transposeBox, transposeOffsets, transposeRoute, transposeSize } from './transpose';

export interface LayoutOptions {
  /** Which way the workflow reads: top-down, or from left to right. */
  readonly direction: 'down' | 'right';
  /** Containers that are drawn closed: as large as any other state, and what is inside has no place. */
  readonly collapsed?: ReadonlySet<StatePath>;
  /** Nodes that were moved by hand. */
  readonly moved?: Offsets;
  /** What the drawing before this one left to be used again. */
  readonly memory?: LayoutMemory;
}

/**
 * Places every node and routes every transition of a graph, in absolute pixels. No transition leaves its
 * scope, so each scope is laid out alone, the innermost first, and is a box in the one around it.
 */
export function layoutGraph(
  whole: Graph,
  { direction, collapsed = NONE, moved = UNMOVED, memory = new LayoutMemory() }: LayoutOptions,
): Layout {
  const graph = collapsed.size === 0 ? whole : withoutInsides(whole, collapsed);
  const layouts = new Map<ScopePath, ArrangedScope>();
  const turned = direction === 'right';
  const offsets = turned ? transposeOffsets(moved) : moved;
  const scopeSize = (path: ScopePath): Size => layouts.get(path) ?? { width: 0, height: 0 };
  for (const scope of [...graph.scopes].reverse()) {
    const sizes = scope.nodes.map((node) => sizeOf(node, scopeSize, turned));
    const alone = memory.layout(scope, turned ? sizes.map(transposeSize) : sizes, turned);
    const laid = arrange(scope, alone, offsets);
    layouts.set(
      scope.path,
      turned
        ? {
            ...transposeSize(laid),
            left: laid.top,
            top: laid.left,
            boxes: laid.boxes.map(transposeBox),
            routes: laid.routes.map(transposeRoute),
          }
        : laid,
    );
  }
  memory.keepOnly(new Set(layouts.keys()));
  return place(graph, layouts, turned);
}

const NONE: ReadonlySet<StatePath> = new Set();
const UNMOVED: Offsets = new Map();

/** What is left to draw when some containers are closed. */
function withoutInsides(graph: Graph, collapsed: ReadonlySet<StatePath>): Graph {
  const hidden = new Set<ScopePath>();
  const scopes: ScopeGraph[] = [];
  // A scope comes after the one around it.
  for (const scope of graph.scopes) {
    const isHidden = hidden.has(scope.path);
    const nodes = scope.nodes.map((node) => {
      if (node.kind !== 'state' || !(isHidden || collapsed.has(node.path))) return node;
      for (const child of node.children) hidden.add(child);
      return { ...node, children: [] };
    });
    if (!isHidden) scopes.push({ ...scope, nodes });
  }
  return { scopes };
}

/** A container is as large as its inside, scopes side by side (from left to right: one under the other). */
function sizeOf(node: GraphNode, scopeSize: (path: ScopePath) => Size, turned: boolean): Size {
  if (node.kind !== 'state' || node.children.length === 0) return plainSize(node);
  const inner = node.children.map(scopeSize);
  const gaps = SIZES.branchGap * (inner.length - 1);
  const along = (size: Size) => (turned ? size.height : size.width);
  const across = (size: Size) => (turned ? size.width : size.height);
  const sum = inner.reduce((total, size) => total + along(size), gaps);
  const most = inner.reduce((largest, size) => Math.max(largest, across(size)), 0);
  const { containerPadding: padding, containerHeader: header, containerMinWidth } = SIZES;
  return {
    width: Math.max(containerMinWidth, (turned ? most : sum) + 2 * padding),
    height: header + (turned ? sum : most) + 2 * padding,
  };
}

function place(graph: Graph, layouts: ReadonlyMap<ScopePath, ArrangedScope>, turned: boolean): Layout {
  const nodes: Record<NodeId, Box> = {};
  const edges: Record<TransitionId, EdgeRoute> = {};
  const origins = new Map<ScopePath, Point>();
  for (const scope of graph.scopes) {
    const laid = layouts.get(scope.path);
    if (!laid) continue;
    // The machine keeps its place, wherever something was moved to; a scope inside is what its container holds.
    const corner = origins.get(scope.path);
    const origin = corner ? { x: corner.x - laid.left, y: corner.y - laid.top } : { x: 0, y: 0 };
    const moved = <P extends Point>(point: P): P => ({
      ...point,
      x: point.x + origin.x,
      y: point.y + origin.y,
    });
    scope.nodes.forEach((node, index) => {
      const box = laid.boxes[index];
      if (!box) return;
      nodes[node.id] = moved(box);
      if (node.kind === 'state') placeChildren(node.children, moved(box), layouts, turned, origins);
    });
    placeRoutes(scope, laid, moved, edges);
  }
  const { left = 0, top = 0, width = 0, height = 0 } = layouts.get('' as ScopePath) ?? {};
  return { nodes, edges, x: left, y: top, width, height };
}

function placeChildren(
  children: readonly ScopePath[],
  box: Box,
  layouts: ReadonlyMap<ScopePath, ArrangedScope>,
  turned: boolean,
  origins: Map<ScopePath, Point>,
): void {
  const { containerPadding: padding, containerHeader: header, branchGap } = SIZES;
  const inner = children.map((path) => layouts.get(path) ?? { width: 0, height: 0 });
  const gaps = branchGap * (inner.length - 1);
  const used = inner.reduce(
    (sum, { width }) => (turned ? Math.max(sum, width) : sum + width),
    turned ? 0 : gaps,
  );
  let x = box.x + (box.width - used) / 2;
  let y = box.y + header + padding;
  children.forEach((path, index) => {
    origins.set(path, { x, y });
    if (turned) y += (inner[index]?.height ?? 0) + branchGap;
    else x += (inner[index]?.width ?? 0) + branchGap;
  });
}

function placeRoutes(
  scope: ScopeGraph,
  laid: ArrangedScope,
  moved: <P extends Point>(point: P) => P,
  edges: Record<TransitionId, EdgeRoute>,
): void {
  scope.transitions.forEach(({ id }, index) => {
    const route = laid.routes[index];
    if (!route) return;
    edges[id] = {
      ...route,
      points: route.points.map(moved),
      ...(route.label ? { label: moved(route.label) } : {}),
    };
  });
}
