import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './mocks.module.css';

interface RowsProps<Item> {
  readonly items: readonly Item[];
  /** What one is called: `row`. */
  readonly word: string;
  readonly onChange: (items: readonly Item[]) => void;
  readonly children: (item: Item, change: (item: Item) => void, of: string) => ReactNode;
}

/** Things that have no name but their place in the list; each may be changed and taken out. */
export function Rows<Item>({ items, word, onChange, children }: RowsProps<Item>) {
  const places = items.map((item, place) => ({ item, place }));
  return (
    <ol className={styles.rows}>
      {places.map(({ item, place }) => (
        <li key={place} className={styles.row}>
          {children(
            item,
            (changed) => onChange(items.map((each, index) => (index === place ? changed : each))),
            ` of ${word} ${place + 1}`,
          )}
          <button
            type="button"
            className={styles.icon}
            aria-label={`Remove ${word} ${place + 1}`}
            onClick={() => onChange(items.filter((_each, index) => index !== place))}
          >
            <X size={13} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ol>
  );
}
