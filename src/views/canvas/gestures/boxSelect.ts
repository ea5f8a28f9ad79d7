import type { PointerEvent } from 'react';
import type { Box, Layout, Point, StatePath } from '../../../asl';
import type { Workspace } from '../../../workspace';
import { type GraphIndex, isContainer } from '../model/graphIndex';
import { seenSize } from '../overview/seenSize';
import { announce, interaction } from './interaction';
import { isDrag, trackPointer } from './trackPointer';

/** Shift and a drag on empty canvas draw a box; the states in it are selected. */
export function beginBox({ selection }: Workspace, event: PointerEvent<HTMLElement>): void {
  const target = event.target as Element;
  if (event.button !== 0 || !event.shiftKey || !target.classList.contains('react-flow__pane')) return;
  // Neither a pan of the canvas nor a selection of text.
  event.preventDefault();
  event.stopPropagation();
  const from = { x: event.clientX, y: event.clientY };
  trackPointer({
    move: (to) => interaction.setState({ box: { from, to } }),
    up: (to) => {
      interaction.setState({ box: undefined });
      // A click: what it means, whatever lies there says.
      if (!isDrag(from, to)) return;
      const chosen = statesBetween(from, to);
      selection.selectAll(chosen, 'canvas');
      announce(chosen.length === 1 ? '1 state selected.' : `${chosen.length} states selected.`);
    },
    cancel: () => interaction.setState({ box: undefined }),
  });
}

function statesBetween(a: Point, b: Point): readonly StatePath[] {
  const { surface } = interaction.getState();
  const from = surface?.toCanvas(a);
  const to = surface?.toCanvas(b);
  return surface && from && to
    ? statesIn(surface.index, surface.layout, boxOf(from, to), surface.zoom())
    : [];
}

const boxOf = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/**
 * States that a box touches, as large as they are seen; of a container all of it must be inside, and then what it
 * contains goes with it.
 */
export function statesIn(index: GraphIndex, layout: Layout, box: Box, zoom: number): readonly StatePath[] {
  const found: StatePath[] = [];
  const whole: StatePath[] = [];
  for (const node of index.nodes.values()) {
    const at = layout.nodes[node.id];
    if (node.kind !== 'state' || !at) continue;
    const isIn = isContainer(node) ? covers(box, at) : touches(box, seenBox(at, zoom, layout));
    if (!isIn || whole.some((outer) => node.path.startsWith(`${outer}/`))) continue;
    found.push(node.path);
    if (isContainer(node)) whole.push(node.path);
  }
  return found;
}

function seenBox(box: Box, zoom: number, bounds: Box): Box {
  const seen = seenSize(box, zoom, bounds);
  const [width, height] = [seen.width / zoom, seen.height / zoom];
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const covers = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
