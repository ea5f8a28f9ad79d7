import { type ReactFlowState, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import type { Box } from '../../../asl';
import {
  type CanvasViewport,
  clampZoom,
  fitAll,
  fitBoxes,
  fitToRead,
  MIN_ZOOM,
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
  /** Without a glide: the first picture stands where it stays. */
  showFirst(content: Box, start: Box | undefined): void;
  /** Goes to a box, close enough to read it. */
  read(box: Box): void;
  /** Pans if the box is out of sight, and only as far as it takes. */
  reveal(box: Box): void;
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
}

/** Moves of the view. One object while the canvas stands. */
export function useCanvasView(): CanvasView {
  const ready = useStore(hasSize);
  const store = useStoreApi();
  const { setViewport, getViewport } = useReactFlow();
  const move = useCallback(
    (viewport: CanvasViewport, duration = GLIDE) => {
      // Between cards and the picture that takes their place a glide would draw hundreds of cards for a blink each.
      const crosses = viewport.zoom < MIN_ZOOM !== getViewport().zoom < MIN_ZOOM;
      void setViewport(viewport, { duration: crosses || prefersLessMotion() ? 0 : duration });
    },
    [setViewport, getViewport],
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
      showFirst: (content, start) => move(fitToRead(content, screen(), start), 0),
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

function hasSize({ width, height }: ReactFlowState): boolean {
  return width > 0 && height > 0;
}

function prefersLessMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
