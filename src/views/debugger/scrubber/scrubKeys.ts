import type { MomentTarget } from '../../../worker';

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key leads on the scrubber; undefined for a key that is not its own. @param total events there are */
export function targetOfKey(press: KeyPress, total: number): MomentTarget | undefined {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = press;
  if (ctrlKey || metaKey) return undefined;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
    case 'ArrowRight':
    case 'ArrowUp': {
      const what = altKey ? 'error' : shiftKey ? 'state' : 'event';
      return { type: 'next', what, back: key === 'ArrowLeft' || key === 'ArrowDown' };
    }
    case 'Home':
      return { type: 'at', position: 0 };
    case 'End':
      return { type: 'at', position: total };
    case 'Escape':
      return { type: 'live' };
    default:
      return undefined;
  }
}
