import { ChevronLeft, ChevronRight, List, OctagonX } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { StatePath } from '../../../../asl';
import type { MapItems } from '../../../../worker';
import { selectChosenItem, selectRun, useWorkspace, useWorkspaceActions } from '../../../../workspace';
import { StatusIcon, useFetched } from '../../../parts';
import { countItems, countsInWords, type ItemCounts, itemCells, nextFailed } from './cells';
import { ItemGrid } from './ItemGrid';
import { ItemList } from './ItemList';
import styles from './MapItems.module.css';

interface MapItemsPaneProps {
  readonly state: StatePath;
  /** Which visit of the Map. */
  readonly number: number;
}

/** The items of a Map at a glance, and the way to each of them. */
export default function MapItemsPane({ state, number }: MapItemsPaneProps) {
  const { execution, looking } = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  const chosen = useWorkspace(selectChosenItem);
  const [listed, setListed] = useState(false);
  const events = run?.events ?? 0;
  const items = useFetched(`${run?.id} ${state} ${number}`, events, () =>
    execution.look('getItems', { state, number }),
  );
  const cells = useMemo(() => (items ? itemCells(items) : []), [items]);
  if (!items || items.status.length === 0) return null;

  const { status } = items;
  const current = chosen?.state === state && chosen.number === number ? chosen.item : -1;
  const choose = (item: number) => {
    if (item >= 0 && item < status.length) looking.item({ state, number, item });
  };
  const goToFailed = (by: 1 | -1) => {
    const failed = nextFailed(status, current, by);
    if (failed !== undefined) choose(failed);
  };
  const counts = countItems(status);
  return (
    <section className={styles.pane} aria-label="Items">
      <header className={styles.head}>
        <h3>{titleOf(items)}</h3>
        <Counts counts={counts} />
        <span className={styles.move}>
          <span className={styles.current} aria-live="polite">
            {current < 0 ? 'No item chosen' : `Item ${current}`}
          </span>
          <button
            type="button"
            aria-label="Previous item"
            title="Previous item (←)"
            disabled={current <= 0}
            onClick={() => choose(current - 1)}
          >
            <ChevronLeft size={15} aria-hidden="true" />
          </button>
          <button
            type="button"
            aria-label="Next item"
            title="Next item (→)"
            disabled={current + 1 >= status.length}
            onClick={() => choose(current + 1)}
          >
            <ChevronRight size={15} aria-hidden="true" />
          </button>
          <button
            type="button"
            aria-label="Next failed item"
            title="Next failed item (E)"
            disabled={counts.failed === 0}
            onClick={() => goToFailed(1)}
          >
            <OctagonX size={14} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={styles.listButton}
            aria-pressed={listed}
            onClick={() => setListed(!listed)}
          >
            <List size={14} aria-hidden="true" /> All items
          </button>
        </span>
      </header>
      <ItemGrid cells={cells} items={items} current={current} onChoose={choose} onFailed={goToFailed} />
      {listed && <ItemList items={items} current={current} onChoose={choose} onFailed={goToFailed} />}
    </section>
  );
}

function titleOf({ status: { length }, unlisted }: Pick<MapItems, 'status' | 'unlisted'>): string {
  const listed = length.toLocaleString('en');
  if (unlisted > 0) return `The first ${listed} of ${(length + unlisted).toLocaleString('en')} items`;
  return length === 1 ? '1 item' : `${listed} items`;
}

const MARKS = [
  ['succeeded', 'succeeded'],
  ['failed', 'failed'],
  ['aborted', 'aborted'],
  ['open', 'inProgress'],
] as const;

function Counts({ counts }: { readonly counts: ItemCounts }) {
  return (
    <span className={styles.counts} role="img" aria-label={countsInWords(counts)}>
      {MARKS.map(([part, status]) =>
        counts[part] === 0 ? null : (
          <span key={part}>
            {counts[part].toLocaleString('en')} <StatusIcon status={status} size={13} />
          </span>
        ),
      )}
    </span>
  );
}
