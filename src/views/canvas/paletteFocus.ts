import type { KeyboardEvent } from 'react';

/** The arrows go through the search field, the sections and what is in them; Home and End within the list. */
export function moveFocus(event: KeyboardEvent, palette: HTMLElement | null): void {
  const stops = [...(palette?.querySelectorAll<HTMLElement>('[data-palette-stop]') ?? [])];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const isTyping = document.activeElement instanceof HTMLInputElement;
  const next = here < 0 ? undefined : stopFor(event.key, here, stops.length, isTyping);
  if (next === undefined) return;
  event.preventDefault();
  stops[next]?.focus();
}

/** The stop a key leads to; undefined when it leads to none, or is the text field's own. */
export function stopFor(key: string, here: number, count: number, isTyping: boolean): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(here + 1, count - 1);
    case 'ArrowUp':
      return Math.max(here - 1, 0);
    case 'Home':
      return isTyping ? undefined : 0;
    case 'End':
      return isTyping ? undefined : count - 1;
    default:
      return undefined;
  }
}
