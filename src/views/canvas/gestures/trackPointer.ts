import type { Point } from '../../../asl';

export interface PointerTrack {
  readonly move: (client: Point) => void;
  readonly up: (client: Point) => void;
  /** Escape, or the browser took the pointer away. */
  readonly cancel: () => void;
}

/** Client pixels a pressed pointer may stray and still mean a click. */
const CLICK_SLACK = 4;

/** Whether a pointer that went from one place to another means more than a click. */
export const isDrag = (from: Point, to: Point): boolean =>
  Math.hypot(to.x - from.x, to.y - from.y) > CLICK_SLACK;

/** Follows the pressed pointer all over the page until it is let go; listeners go with it. A drag is no click. */
export function trackPointer(track: PointerTrack): void {
  let first: Point | undefined;
  let dragged = false;
  const listeners = new AbortController();
  const options = { signal: listeners.signal, capture: true };
  const finish = (then: () => void) => {
    listeners.abort();
    then();
  };
  window.addEventListener(
    'pointermove',
    (event) => {
      const at = clientPoint(event);
      first ??= at;
      dragged ||= isDrag(first, at);
      track.move(at);
    },
    options,
  );
  window.addEventListener(
    'pointerup',
    (event) => {
      if (dragged) swallowClick();
      finish(() => track.up(clientPoint(event)));
    },
    options,
  );
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

/** The browser clicks what pressed and released pointer have in common: after a drag, nobody meant that. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  const done = new AbortController();
  const options = { capture: true, signal: done.signal };
  window.addEventListener('click', swallow, options);
  // Where the timer is late, the next press is not to be taken for the same one.
  window.addEventListener('pointerdown', () => done.abort(), options);
  setTimeout(() => done.abort());
}

function clientPoint(event: PointerEvent): Point {
  return { x: event.clientX, y: event.clientY };
}
