import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { HistoryRow } from '../../worker';
import {
  selectMoment,
  selectRun,
  selectSelectedState,
  useWorkspace,
  useWorkspaceActions,
} from '../../workspace';
import { classNames, formatDuration } from '../parts';
import { MARK_WORDS } from './amend/markWords';
import { EventDetail } from './EventDetail';
import styles from './EventsTable.module.css';
import { eventOutcome, eventResource } from './eventDetails';
import { stateName } from './stateName';
import { useEventPages } from './useEventPages';

const ROW = 28;
const COLUMNS = ['ID', 'Type', 'State', 'Resource', 'After', 'Timestamp'] as const;

/** The history's events in the shape of GetExecutionHistory; only the rows in sight exist. */
export function EventsTable() {
  const run = useWorkspace(selectRun);
  const total = run?.events ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const [openId, setOpenId] = useState<number>();
  const rowVirtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const visible = rowVirtualizer.getVirtualItems();
  const rows = useEventPages(run?.id ?? '', total, visible[0]?.index ?? 0, visible.at(-1)?.index ?? 0);
  const moment = useWorkspace(selectMoment);
  const here = moment && (moment.event?.row ?? -1);
  useEffect(() => {
    if (here !== undefined && here >= 0) rowVirtualizer.scrollToIndex(here, { align: 'auto' });
  }, [rowVirtualizer, here]);
  const opened = openId === undefined ? undefined : rows(openId - 1);

  if (!run || total === 0) return <p className={styles.empty}>Run the workflow to see its history here.</p>;
  const first = visible[0];
  const last = visible.at(-1);
  return (
    <div className={styles.split}>
      <div className={styles.scroller} ref={scroller}>
        <table className={styles.table} aria-label="Execution history" aria-rowcount={total + 1}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={first?.start ?? 0} />
            {visible.map(({ index }) => (
              <Row
                key={index}
                index={index}
                row={rows(index)}
                startedAt={run.startedAt}
                open={openId === index + 1}
                when={here === undefined || index < here ? 'past' : index === here ? 'here' : 'ahead'}
                onOpen={setOpenId}
              />
            ))}
            <Spacer height={rowVirtualizer.getTotalSize() - (last?.end ?? 0)} />
          </tbody>
        </table>
      </div>
      {opened && openId !== undefined && (
        <EventDetail row={opened} index={openId - 1} onClose={() => setOpenId(undefined)} />
      )}
    </div>
  );
}

/** Stands for the rows that are out of sight. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? <tr style={{ height }} /> : null;
}

interface RowProps {
  readonly index: number;
  readonly row: HistoryRow | undefined;
  readonly startedAt: number;
  readonly open: boolean;
  /** As seen from the moment that is looked at. */
  readonly when: 'past' | 'here' | 'ahead';
  readonly onOpen: (id: number) => void;
}

function Row({ index, row, startedAt, open, when, onOpen }: RowProps) {
  const { looking, selection, moments } = useWorkspaceActions();
  const selected = useWorkspace(selectSelectedState);
  const event = row?.event;
  const choose = () => {
    onOpen(index + 1);
    if (!row?.state) return;
    if (row.visit === undefined) selection.select(row.state, 'debugger');
    else looking.visit({ state: row.state, number: row.visit });
  };
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={when === 'here' ? 'step' : undefined}
      className={classNames(
        event && styles[eventOutcome(event)],
        row?.state !== undefined && row.state === selected && styles.mine,
        open && styles.open,
        when !== 'past' && styles[when],
      )}
    >
      <td>{index + 1}</td>
      <td>
        <button
          type="button"
          className={styles.type}
          disabled={!event}
          aria-pressed={open}
          onClick={choose}
          onDoubleClick={() => void moments.show({ type: 'event', index })}
        >
          {event?.type ?? '…'}
        </button>
      </td>
      <td>
        {row?.state === undefined ? '' : stateName(row.state)}
        {row?.mark && <span className={styles.mark}>{MARK_WORDS[row.mark]}</span>}
      </td>
      <td>{event ? eventResource(event) : ''}</td>
      <td>{event ? formatDuration(Math.max(0, Date.parse(event.timestamp) - startedAt)) : ''}</td>
      <td>{event?.timestamp ?? ''}</td>
    </tr>
  );
}
