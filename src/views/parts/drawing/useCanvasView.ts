import { type ReactFlowState, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import type { Box } from '../../../asl';
import {
  type CanvasViewport,
  clampZoom,
  fitAll,
  fitBoxes,
  fitToRead,
  fromPlace,
  leastZoom,
  panToShow,
  readBox,
  type Size,
} from './viewport';

/** Milliseconds of a view's own moves. */
const GLIDE = 200;

export interface CanvasView {
  /** False until the canvas has a size. */
  readonly ready: boolean;
  showAll(content: Box): void;
  showBoxes(boxes: readonly Box[]): void;
  /** Without a glide: the first picture stands where it stays, or stood last. @returns whether it did stand somewhere */
  showFirst(content: Box, start: Box | undefined, last?: readonly number[]): boolean;
  /** Where it stands, as `showFirst` takes it. */
  place(): readonly number[];
  /** Shows all of a drawing that has become so small that the view, as far out as it is, shows next to nothing. */
  keepInSight(content: Box): void;
  /** Goes to a box, close enough to read it. */
  read(box: Box): void;
  /** Pans if the box is out of sight, and only as far as it takes. */
  reveal(box: Box): void;
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
}

/**
 * Moves of the view. One object while the canvas stands.
 *
 * @param crosses told before each move; whether all is drawn in another way at the other zoom, which is no sight for a glide
 */
export function useCanvasView(
  crosses: (flow: ReactFlowState, from: number, to: number) => boolean = never,
): CanvasView {
  const ready = useStore(hasSize);
  const store = useStoreApi();
  const { setViewport, getViewport } = useReactFlow();
  const move = useCallback(
    (viewport: CanvasViewport, duration = GLIDE) => {
      const jumps = crosses(store.getState(), getViewport().zoom, viewport.zoom);
      void setViewport(viewport, { duration: jumps || prefersLessMotion() ? 0 : duration });
    },
    [setViewport, getViewport, store, crosses],
  );
  return useMemo(() => {
    const screen = (): Size => store.getState();
    const least = () => store.getState().minZoom;
    const zoomTo = (zoom: number) => {
      const { width, height } = screen();
      const before = getViewport();
      const next = clampZoom(zoom, least());
      const scale = next / before.zoom;
      move({
        zoom: next,
        x: width / 2 - (width / 2 - before.x) * scale,
        y: height / 2 - (height / 2 - before.y) * scale,
      });
    };
    return {
      ready,
      showAll: (content) => move(fitAll(content, screen(), least())),
      showBoxes(boxes) {
        if (boxes.length > 0) move(fitBoxes(boxes, screen(), least()));
      },
      showFirst(content, start, last) {
        const before = last && fromPlace(last, content, screen());
        move(before ?? fitToRead(content, screen(), start), 0);
        return before !== undefined;
      },
      place() {
        const { x, y, zoom } = getViewport();
        return [x, y, zoom];
      },
      keepInSight(content) {
        const least = leastZoom(content, screen());
        if (getViewport().zoom < least / 2) move(fitAll(content, screen(), least), 0);
      },
      read: (box) => move(readBox(box, screen())),
      reveal(box) {
        const before = getViewport();
        const next = panToShow(before, screen(), box);
        if (next.x !== before.x || next.y !== before.y) move(next);
      },
      zoomTo,
      zoomBy: (factor) => zoomTo(getViewport().zoom * factor),
    };
  }, [ready, store, getViewport, move]);
}

const never = () => false;

function hasSize({ width, height }: ReactFlowState): boolean {
  return width > 0 && height > 0;
}

function prefersLessMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
