import { type ReactFlowState, useStore } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import type { Box, EdgeRoute, Layout, TransitionId } from '../../../asl';
import { overlaps } from '../../parts';
import { type DrawnTransition, drawnTransitions } from '../model/drawnTransitions';
import type { GraphIndex } from '../model/graphIndex';
import { CULL_FROM } from '../model/size';

/**
 * The transitions worth drawing: all of a small graph; of a big one those near the visible part, found
 * anew only when the view has moved by a tile.
 */
export function useVisibleTransitions(index: GraphIndex, layout: Layout): readonly DrawnTransition[] {
  const before = useRef<ReadonlyMap<TransitionId, DrawnTransition>>(new Map());
  const drawn = useMemo(() => {
    before.current = drawnTransitions(index, layout, before.current);
    return before.current;
  }, [index, layout]);
  const tiles = useStore(drawn.size > CULL_FROM ? visibleTiles : everything);
  return useMemo(() => {
    const all = [...drawn.values()];
    if (tiles === '') return all;
    const [x = 0, y = 0, width = 0, height = 0] = tiles.split(' ').map(Number);
    const area = { x, y, width, height };
    return all.filter(({ route }) => overlaps(routeBox(route), area));
  }, [drawn, tiles]);
}

/** Canvas pixels; the visible part is rounded outwards to whole tiles of this size. */
const TILE = 600;

/** Text, so that React Flow's store compares it by value on each frame of a pan. */
function visibleTiles({ transform: [tx, ty, zoom], width, height }: ReactFlowState): string {
  const left = Math.floor(-tx / zoom / TILE) * TILE;
  const top = Math.floor(-ty / zoom / TILE) * TILE;
  const right = Math.ceil((width - tx) / zoom / TILE) * TILE;
  const bottom = Math.ceil((height - ty) / zoom / TILE) * TILE;
  return `${left} ${top} ${right - left} ${bottom - top}`;
}

function everything(): string {
  return '';
}

function routeBox({ points, label }: EdgeRoute): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  if (label) {
    xs.push(label.x, label.x + label.width);
    ys.push(label.y, label.y + label.height);
  }
  const x = Math.min(...xs) - 1;
  const y = Math.min(...ys) - 1;
  return { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
}
