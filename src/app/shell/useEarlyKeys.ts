import { type FocusEvent, type KeyboardEvent as KeyPress, useMemo } from 'react';

/** Keys of a menu that its button has no use for. */
const KEYS: ReadonlySet<string> = new Set(['Home', 'End']);

interface EarlyKeys {
  /** The menu opens, or closes. */
  turn(open: boolean): void;
  /** A key on the menu's button. */
  press(event: KeyPress): void;
  /** The focus has come into the menu. */
  handOver(event: FocusEvent): void;
}

/** A menu that opens gets the focus a frame later: the last of the keys pressed until then is handed over with it. */
export function useEarlyKeys(): EarlyKeys {
  return useMemo(() => {
    let opening = false;
    let pressed: string | undefined;
    return {
      turn(open) {
        opening = open;
        pressed = undefined;
      },
      press(event) {
        if (!opening || !KEYS.has(event.key)) return;
        event.preventDefault();
        pressed = event.key;
      },
      handOver({ target }) {
        const key = pressed;
        opening = false;
        pressed = undefined;
        if (key !== undefined) target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      },
    };
  }, []);
}
