import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { type MapItems, STATUSES } from '../../../../worker';
import { classNames, formatDuration, STATUS_LOOKS, StatusIcon } from '../../../parts';
import styles from './MapItems.module.css';

const ROW = 26;

interface ItemListProps {
  readonly items: MapItems;
  readonly current: number;
  readonly onChoose: (item: number) => void;
  readonly onFailed: (by: 1 | -1) => void;
}

/** Every item with what became of it; the text of the filter is looked for in number, status and error. */
export function ItemList({ items, current, onChoose, onFailed }: ItemListProps) {
  const [filter, setFilter] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const kept = useMemo(() => itemsWith(items, filter), [items, filter]);
  const virtualizer = useVirtualizer({
    count: kept.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const at = kept.indexOf(current);
  const go = (index: number) => {
    const item = kept[Math.min(Math.max(0, index), kept.length - 1)];
    if (item === undefined) return;
    onChoose(item);
    virtualizer.scrollToIndex(kept.indexOf(item), { align: 'auto' });
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key.toLowerCase() === 'e') onFailed(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.all}>
      <p className={styles.filter}>
        <input
          type="search"
          aria-label="Filter the items"
          placeholder="Number, status or error"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span>{kept.length.toLocaleString('en')} shown</span>
      </p>
      <div className={styles.rows} ref={scroller}>
        <div
          role="listbox"
          tabIndex={0}
          aria-label="All items"
          aria-activedescendant={at < 0 ? undefined : `item-row-${current}`}
          className={styles.list}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={press}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const item = kept[index] ?? 0;
            const status = STATUSES[items.status[item] ?? 0] ?? 'notStarted';
            const [from = -1, to = -1] = [items.start[item], items.end[item]];
            const attempts = items.attempts[item] ?? 0;
            return (
              <div
                key={item}
                id={`item-row-${item}`}
                role="option"
                tabIndex={-1}
                aria-selected={item === current}
                className={classNames(styles.row, item === current && styles.current)}
                style={{ top: start }}
                onClick={(event) => {
                  event.currentTarget.parentElement?.focus({ preventScroll: true });
                  onChoose(item);
                }}
                onKeyDown={press}
              >
                <span className={styles.number}>{item}</span>
                <span className={styles.status}>
                  <StatusIcon status={status} size={13} /> {STATUS_LOOKS[status].label}
                </span>
                <span className={styles.took}>{to < 0 ? '–' : formatDuration(to - from)}</span>
                <span className={styles.took}>{attempts > 1 && `${attempts} attempts`}</span>
                <span className={styles.error}>{items.errors[items.error[item] ?? -1]}</span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function itemsWith({ status, error, errors }: MapItems, filter: string): readonly number[] {
  const sought = filter.trim().toLowerCase();
  const kept: number[] = [];
  for (let item = 0; item < status.length; item++) {
    const words = () =>
      `${item} ${STATUS_LOOKS[STATUSES[status[item] ?? 0] ?? 'notStarted'].label} ${errors[error[item] ?? -1] ?? ''}`;
    if (sought === '' || words().toLowerCase().includes(sought)) kept.push(item);
  }
  return kept;
}
