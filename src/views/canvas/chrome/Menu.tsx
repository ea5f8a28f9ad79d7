import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly name: string;
  readonly glyph: ReactNode;
  readonly hint?: string;
  /** The shortcut that does the same. */
  readonly keys?: string;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** A menu that takes the focus: arrows, first letters, Enter, Escape. */
export function Menu({ label, items, onChoose, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  // Before the next key, which is for the menu.
  useLayoutEffect(() => elements(menu.current)[0]?.focus({ preventScroll: true }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = elements(menu.current);
    const here = all.indexOf(document.activeElement as HTMLElement);
    const names = items.map(({ name }) => name);
    const next = nextItem(event.key, here, names);
    if (next !== undefined) all[next]?.focus();
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
      {items.map(({ id, name, glyph, hint, keys }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          title={hint}
          onClick={() => onChoose(id)}
        >
          {glyph}
          <span className={styles.name}>{name}</span>
          {keys !== undefined && <kbd className={styles.keys}>{keys}</kbd>}
        </button>
      ))}
    </div>
  );
}

/** The item a key leads to, by its index; undefined when the key leads to none. */
export function nextItem(key: string, here: number, names: readonly string[]): number | undefined {
  const count = names.length;
  switch (key) {
    case 'ArrowDown':
      return (here + 1) % count;
    case 'ArrowUp':
      return (here - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return key.length === 1 ? nextByLetter(key.toLowerCase(), here, names) : undefined;
  }
}

function nextByLetter(letter: string, here: number, names: readonly string[]): number | undefined {
  for (let step = 1; step <= names.length; step++) {
    const at = (here + step) % names.length;
    if (names[at]?.toLowerCase().startsWith(letter)) return at;
  }
  return undefined;
}

function elements(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
