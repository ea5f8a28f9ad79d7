import { type KeyboardEvent, useRef } from 'react';
import { type MapItems, STATUSES } from '../../../../worker';
import { classNames, STATUS_LOOKS, statusTone, tones } from '../../../parts';
import { countsInWords, type ItemCell } from './cells';
import styles from './MapItems.module.css';

interface ItemGridProps {
  readonly cells: readonly ItemCell[];
  readonly items: MapItems;
  /** -1 for none. */
  readonly current: number;
  readonly onChoose: (item: number) => void;
  readonly onFailed: (by: 1 | -1) => void;
}

/** A cell for each item, or for a few of them beside each other. */
export function ItemGrid({ cells, items, current, onChoose, onFailed }: ItemGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const at = cells.findIndex(({ first, last }) => first <= current && current <= last);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = itemAfter(event.key, current, cells, at, columnsOf(grid.current));
    const failed = event.key.toLowerCase() === 'e';
    if (to === undefined && !failed) return;
    event.preventDefault();
    event.stopPropagation();
    if (failed) onFailed(event.shiftKey ? -1 : 1);
    else if (to !== undefined) onChoose(Math.min(Math.max(0, to), items.status.length - 1));
  };
  return (
    <div
      ref={grid}
      className={styles.grid}
      role="listbox"
      tabIndex={0}
      aria-label="Items by status"
      aria-activedescendant={at < 0 ? undefined : `item-cell-${at}`}
      onKeyDown={press}
    >
      {cells.map((cell, index) => {
        const label = cellLabel(cell, items);
        const tone = statusTone(STATUSES[cell.worst] ?? 'notStarted');
        return (
          <div
            key={cell.first}
            id={`item-cell-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            aria-label={label}
            title={label}
            className={classNames(styles.cell, tones[tone], styles[tone], index === at && styles.chosen)}
            onClick={(event) => {
              event.currentTarget.parentElement?.focus({ preventScroll: true });
              onChoose(worstIn(cell, items));
            }}
            onKeyDown={press}
          />
        );
      })}
    </div>
  );
}

/** Of a cell of many, a click means the one that gave it its colour. */
function worstIn({ first, last, worst }: ItemCell, { status }: MapItems): number {
  for (let item = first; item <= last; item++) if (status[item] === worst) return item;
  return first;
}

function cellLabel({ first, last, worst, counts }: ItemCell, { error, errors }: MapItems): string {
  if (first !== last) return `Items ${first} to ${last}: ${countsInWords(counts)}`;
  const cause = errors[error[first] ?? -1];
  const status = STATUS_LOOKS[STATUSES[worst] ?? 'notStarted'].label;
  return `Item ${first}: ${status}${cause === undefined ? '' : `, ${cause}`}`;
}

/** The item that a key goes to; undefined for other keys. */
function itemAfter(
  key: string,
  current: number,
  cells: readonly ItemCell[],
  at: number,
  columns: number,
): number | undefined {
  const cell = (index: number) => cells[Math.min(Math.max(0, index), cells.length - 1)]?.first;
  switch (key) {
    case 'ArrowRight':
      return current + 1;
    case 'ArrowLeft':
      return current - 1;
    case 'ArrowDown':
      return cell(at + columns);
    case 'ArrowUp':
      return cell(at - columns);
    case 'Home':
      return 0;
    case 'End':
      return cells.at(-1)?.last;
    default:
      return undefined;
  }
}

function columnsOf(grid: HTMLElement | null): number {
  return grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 1;
}
