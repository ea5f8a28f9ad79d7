import type { Graph, GraphNode, Transition } from '../../graph';
import type { Box, EdgeRoute, Layout } from '../../layout/layout.types';
import { CHIP_OUTSIDE } from './chips';
import { containerFrame, containerTitle, STACK } from './containerPicture';
import { edgeLine, edgeWords, LABEL_SLACK } from './edgePicture';
import { typeGlyph } from './glyphs';
import { element, type Markup, words } from './markup';
import { missingPicture, terminalPicture } from './otherNodes';
import { FONT_UI, PALETTES } from './palette';
import type { Pen } from './pen';
import type { PictureOptions } from './picture.types';
import { statePicture } from './statePicture';

export interface SvgPicture {
  /** A document of its own: no style sheet, no font and no other file belongs to it. */
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Air around the drawing. */
const MARGIN = 24;

/** The whole drawing as the canvas shows it, however large it is. */
export function svgPicture(graph: Graph, layout: Layout, options: PictureOptions): SvgPicture {
  const { theme, title, run, glyph = typeGlyph } = options;
  const pen: Pen = { palette: PALETTES[theme], run, glyph };
  const nodes = graph.scopes.flatMap((scope) =>
    scope.nodes.map((node) => placed(node, layout.nodes[node.id])),
  );
  const edges = graph.scopes.flatMap((scope) =>
    scope.transitions.map((transition) => placed(transition, layout.edges[transition.id])),
  );
  const drawnNodes = nodes.flat();
  const drawnEdges = edges.flat().sort(([a], [b]) => prominence(pen, a) - prominence(pen, b));
  const { x, y, width, height } = frame([
    ...drawnNodes.map(([node, box]) => reach(node, box)),
    ...drawnEdges.flatMap(([, route]) => routeBoxes(route)),
  ]);
  const content: readonly Markup[] = [
    element('rect', { x, y, width, height, fill: pen.palette['surface-canvas'] }),
    ...drawnNodes.flatMap(([node, box]) => (isContainer(node) ? [containerFrame(pen, node, box)] : [])),
    ...drawnEdges.map(([transition, route]) => edgeLine(pen, transition, route)),
    ...drawnEdges.flatMap(([transition, route]) => edgeWords(pen, transition, route)),
    ...drawnNodes.map(([node, box]) => nodePicture(pen, node, box)),
  ];
  const picture = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `${x} ${y} ${width} ${height}`,
      'font-family': FONT_UI,
      role: 'img',
      'aria-label': title,
    },
    element('title', {}, words(title)),
    element('defs', {}, hatch(pen)),
    ...content,
  );
  return { svg: `${picture}\n`, width, height };
}

type Placed<Thing, Place> = readonly [Thing, Place];

/** A thing with its place, none when the layout has none for it. */
const placed = <Thing, Place>(thing: Thing, place: Place | undefined): readonly Placed<Thing, Place>[] =>
  place === undefined ? [] : [[thing, place]];

const isContainer = (node: GraphNode): node is Extract<GraphNode, { readonly kind: 'state' }> =>
  node.kind === 'state' && node.children.length > 0;

/** What a run took lies above what it did not. */
const prominence = ({ run }: Pen, { id }: Transition): number => ((run?.taken.get(id) ?? 0) > 0 ? 1 : 0);

function nodePicture(pen: Pen, node: GraphNode, box: Box): Markup {
  switch (node.kind) {
    case 'start':
    case 'end':
      return terminalPicture(pen, node, box);
    case 'missing':
      return missingPicture(pen, node, box);
    case 'state':
      return isContainer(node) ? containerTitle(pen, node, box) : statePicture(pen, node, box);
  }
}

/** A node with what stands out of its box. */
function reach(node: GraphNode, box: Box): Box {
  const out = node.kind === 'state' ? Math.max(CHIP_OUTSIDE, STACK) : 4;
  return { x: box.x, y: box.y - out, width: box.width, height: box.height + 2 * out };
}

function routeBoxes({ points, label }: EdgeRoute): readonly Box[] {
  const boxes = points.map((point) => ({ x: point.x - 4, y: point.y - 4, width: 8, height: 8 }));
  if (!label) return boxes;
  return [...boxes, { ...label, x: label.x - LABEL_SLACK, width: label.width + 2 * LABEL_SLACK }];
}

/** Whole pixels around all boxes, with air. */
function frame(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  const [x, y] = [Math.floor(left) - MARGIN, Math.floor(top) - MARGIN];
  return { x, y, width: Math.ceil(right) + MARGIN - x, height: Math.ceil(bottom) + MARGIN - y };
}

/** The surface of a state that was aborted. */
function hatch({ palette }: Pen): Markup {
  const side = { width: 14, height: 14 };
  return element(
    'pattern',
    { id: 'hatch', ...side, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { ...side, fill: palette['state-surface'] }),
    element('rect', { width: 7, height: 14, fill: palette['state-aborted-surface'] }),
  );
}
