import { type RefObject, useEffect, useRef, useState } from 'react';

export interface CardDrag {
  readonly dragged: number | undefined;
  readonly over: number | undefined;
}

const NONE: CardDrag = { dragged: undefined, over: undefined };

/**
 * Drag and drop among the children of a list: a child's part marked `draggable` is dragged, and dropped on another child.
 *
 * @param onMove puts the child at `from` where the one at `to` stands
 */
export function useCardDrag(
  list: RefObject<HTMLOListElement | null>,
  onMove: (from: number, to: number) => void,
): CardDrag {
  const [drag, setDrag] = useState(NONE);
  const latest = useRef({ drag, onMove });
  latest.current = { drag, onMove };

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const indexOf = (target: EventTarget | null): number =>
      [...element.children].findIndex((child) => target instanceof Node && child.contains(target));
    const listeners = new AbortController();
    const on = (type: 'dragstart' | 'dragover' | 'drop' | 'dragend', hear: (event: DragEvent) => void) =>
      element.addEventListener(type, hear, { signal: listeners.signal });
    on('dragstart', (event) => {
      // A list inside a card has cards of its own.
      event.stopPropagation();
      const index = indexOf(event.target);
      event.dataTransfer?.setData('application/x-statecraft-card', String(index));
      setDrag({ dragged: index, over: undefined });
    });
    on('dragover', (event) => {
      const { dragged, over } = latest.current.drag;
      if (dragged === undefined) return;
      event.preventDefault();
      const index = indexOf(event.target);
      if (index !== over) setDrag({ dragged, over: index < 0 ? undefined : index });
    });
    on('drop', (event) => {
      const { dragged } = latest.current.drag;
      if (dragged === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const to = indexOf(event.target);
      setDrag(NONE);
      if (to >= 0 && to !== dragged) latest.current.onMove(dragged, to);
    });
    on('dragend', () => setDrag(NONE));
    return () => listeners.abort();
  }, [list]);

  return drag;
}
