import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { StateType } from '../../../asl';
import { STATE_TYPES, StateGlyph } from '../../parts';
import styles from './StateTypeMenu.module.css';

export interface StateTypeMenuProps {
  readonly label: string;
  readonly onChoose: (type: StateType) => void;
  readonly onClose: () => void;
}

/** The eight state types as a menu: arrows, first letters, Enter, Escape. */
export function StateTypeMenu({ label, onChoose, onClose }: StateTypeMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => items(menu.current)[0]?.focus({ preventScroll: true }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items(menu.current);
    const here = all.indexOf(document.activeElement as HTMLElement);
    const next = nextItem(
      event.key,
      here,
      all.length,
      STATE_TYPES.map(({ type }) => type),
    );
    if (next !== undefined) all[next]?.focus({ preventScroll: true });
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={menu}
      className={styles.menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {STATE_TYPES.map(({ type, purpose }) => (
        <button
          key={type}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          title={purpose}
          onClick={() => onChoose(type)}
        >
          <StateGlyph type={type} size={22} />
          {type}
        </button>
      ))}
    </div>
  );
}

/** The item a key leads to, by its index; undefined when the key leads to none. */
export function nextItem(
  key: string,
  here: number,
  count: number,
  names: readonly string[],
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (here + 1) % count;
    case 'ArrowUp':
      return (here - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default: {
      if (key.length !== 1) return undefined;
      for (let step = 1; step <= count; step++) {
        const at = (here + step + count) % count;
        if (names[at]?.toLowerCase().startsWith(key.toLowerCase())) return at;
      }
      return undefined;
    }
  }
}

function items(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
