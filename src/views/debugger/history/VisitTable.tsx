import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TableFilter, TableRow } from '../../../worker';
import {
  selectChosenVisit,
  selectMoment,
  selectRun,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { useFetched } from '../../parts';
import { HistoryFrame } from './HistoryFrame';
import pane from './HistoryPane.module.css';
import { moveInTree } from './moveInTree';
import { TableRowView } from './TableRowView';
import styles from './VisitTable.module.css';

const ROW = 28;
/** Rows are fetched by blocks of this many, and the blocks beside those in sight with them. */
const BLOCK = 100;
const COLUMNS = ['Name', 'Type', 'Status', 'Resource', 'Started after', 'Duration', 'Attempts'] as const;
const FILTERS: readonly { readonly filter: TableFilter; readonly label: string; readonly title: string }[] = [
  { filter: 'all', label: 'All', title: 'Every visit, with items and branches inside' },
  { filter: 'errors', label: 'Errors', title: 'Visits that failed, or whose error was caught' },
  { filter: 'retries', label: 'Retries', title: 'Visits that took more than one attempt' },
  { filter: 'slow', label: 'Slow', title: 'The 100 longest visits, the longest first' },
];
const NOTHING: Readonly<Record<TableFilter, string>> = {
  all: 'The run has not entered a state yet.',
  errors: 'No visit failed.',
  retries: 'Nothing was tried again.',
  slow: 'No visit took any time.',
};

type Run = NonNullable<ReturnType<typeof selectRun>>;

/** The visits as AWS's table shows them, as a tree; only the rows in sight exist. */
export function VisitTable() {
  const run = useWorkspace(selectRun);
  if (run && run.events > 0) return <Rows key={run.id} run={run} />;
  return (
    <HistoryFrame>
      <p className={pane.empty}>Run the workflow to see its states here.</p>
    </HistoryFrame>
  );
}

function Rows({ run }: { readonly run: Run }) {
  const { execution, looking, selection } = useWorkspaceActions();
  const chosen = useWorkspace(selectChosenVisit);
  const moment = useWorkspace(selectMoment);
  // The moment leads: its row is gone to as it moves, until another one is chosen.
  const sought = moment?.event?.visit ?? chosen;
  const [filter, setFilter] = useState<TableFilter>('all');
  const [toggled, setToggled] = useState<readonly string[]>([]);
  const [active, setActive] = useState(0);
  const [block, setBlock] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const from = Math.max(0, block - 1) * BLOCK;
  const ask = {
    filter,
    toggled,
    from,
    count: BLOCK * 4,
    ...(sought === undefined ? {} : { find: sought }),
  };
  const page = useFetched(
    `${run.id} ${filter}`,
    `${run.events} ${moment?.position} ${JSON.stringify(ask)}`,
    () => execution.look('getTable', ask),
  );
  const total = page?.total ?? 0;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollPaddingStart: ROW,
  });
  const visible = virtualizer.getVirtualItems();
  const first = visible[0];
  const sight = Math.floor((first?.index ?? 0) / BLOCK);
  useEffect(() => setBlock(sight), [sight]);
  const rowAt = (index: number): TableRow | undefined => page?.rows[index - page.from];

  const found = page?.found;
  const name = sought && `${moment?.position} ${sought.state} ${sought.number}`;
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (found === undefined || name === undefined || shown.current === `${filter} ${name}`) return;
    shown.current = `${filter} ${name}`;
    setActive(found);
    virtualizer.scrollToIndex(found, { align: 'auto' });
  }, [found, name, filter, virtualizer]);

  const choose = (index: number) => {
    setActive(index);
    const row = rowAt(index);
    if (!row) return;
    const { state, number } = row;
    shown.current = `${filter} ${moment?.position} ${state} ${number}`;
    if (row.kind === 'item') {
      looking.item({ state, number, item: row.lane });
      selection.select(state, 'debugger');
    } else looking.visit({ state, number });
  };
  const toggle = (key: string) =>
    setToggled((now) => (now.includes(key) ? now.filter((each) => each !== key) : [...now, key]));

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveInTree(event.key, active, total, rowAt);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.type === 'toggle') toggle(move.key);
    else {
      choose(move.to);
      virtualizer.scrollToIndex(move.to, { align: 'auto' });
    }
  };

  const tools = (
    <div className={pane.tools}>
      {FILTERS.map((each) => (
        <button
          key={each.filter}
          type="button"
          className={pane.chip}
          title={each.title}
          aria-pressed={filter === each.filter}
          onClick={() => {
            setFilter(each.filter);
            setActive(0);
            scroller.current?.scrollTo({ top: 0 });
          }}
        >
          {each.label}
        </button>
      ))}
      <span className={pane.aside}>
        {total.toLocaleString('en')} {total === 1 ? 'row' : 'rows'}
      </span>
    </div>
  );
  return (
    <HistoryFrame tools={tools}>
      <div className={styles.scroller} ref={scroller}>
        {page && total === 0 && <p className={pane.empty}>{NOTHING[filter]}</p>}
        {total > 0 && (
          <div className={styles.table}>
            <div className={styles.head} aria-hidden="true">
              {COLUMNS.map((column) => (
                <span key={column}>{column}</span>
              ))}
            </div>
            <div
              className={styles.rows}
              style={{ height: virtualizer.getTotalSize() }}
              role="tree"
              tabIndex={0}
              aria-label="Visits of states"
              aria-activedescendant={rowAt(active) ? `visit-row-${active}` : undefined}
              onKeyDown={press}
            >
              {visible.map(({ index, start }) => (
                <TableRowView
                  key={index}
                  index={index}
                  total={total}
                  top={start}
                  row={rowAt(index)}
                  startedAt={run.startedAt}
                  flat={filter !== 'all'}
                  active={index === active}
                  here={moment?.event?.visit}
                  onChoose={choose}
                  onToggle={toggle}
                  onPress={press}
                />
              ))}
            </div>
          </div>
        )}
      </div>
    </HistoryFrame>
  );
}
