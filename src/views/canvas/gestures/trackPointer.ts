import type { Point } from '../../../asl';

export interface PointerTrack {
  readonly move: (client: Point) => void;
  readonly up: (client: Point) => void;
  /** Escape, or the browser took the pointer away. */
  readonly cancel: () => void;
}

/** Follows the pressed pointer all over the page until it is let go; listeners go with it. */
export function trackPointer(track: PointerTrack): void {
  const listeners = new AbortController();
  const options = { signal: listeners.signal, capture: true };
  const finish = (then: () => void) => {
    listeners.abort();
    then();
  };
  window.addEventListener('pointermove', (event) => track.move(clientPoint(event)), options);
  window.addEventListener('pointerup', (event) => finish(() => track.up(clientPoint(event))), options);
  window.addEventListener('pointercancel', () => finish(track.cancel), options);
  // Not captured: only the window's own loss of focus counts, not that of some element.
  window.addEventListener('blur', () => finish(track.cancel), { signal: listeners.signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      finish(track.cancel);
    },
    options,
  );
}

function clientPoint(event: PointerEvent): Point {
  return { x: event.clientX, y: event.clientY };
}
