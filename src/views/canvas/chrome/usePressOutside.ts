import { type RefObject, useEffect, useRef } from 'react';

/** Hears of a press anywhere but in the element, as long as it is open. @param onPress stays the same function */
export function usePressOutside<Place extends HTMLElement>(
  open: boolean,
  onPress: () => void,
): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    if (!open) return;
    const pressed = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) onPress();
    };
    window.addEventListener('pointerdown', pressed, true);
    return () => window.removeEventListener('pointerdown', pressed, true);
  }, [open, onPress]);
  return place;
}
