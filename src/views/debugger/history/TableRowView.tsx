import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { TableRow, VisitName } from '../../../worker';
import { selectChosenItem, selectChosenVisit, selectSelectedState, useWorkspace } from '../../../workspace';
import { classNames, formatDuration, STATUS_LOOKS, StatusIcon } from '../../parts';
import { OpenChild } from '../children/OpenChild';
import { stateName } from '../stateName';
import styles from './VisitTable.module.css';

interface TableRowProps {
  readonly index: number;
  readonly total: number;
  /** Pixels from the first row. */
  readonly top: number;
  /** Undefined until it has come. */
  readonly row: TableRow | undefined;
  readonly startedAt: number;
  /** A filtered list: the row says which item it is of. */
  readonly flat: boolean;
  readonly active: boolean;
  /** The visit that the moment looked at is in. */
  readonly here: VisitName | undefined;
  readonly onChoose: (index: number) => void;
  readonly onToggle: (key: string) => void;
  readonly onPress: (event: KeyboardEvent) => void;
}

/** One row of the table: a visit, an item or a branch. */
export function TableRowView(props: TableRowProps) {
  const { index, total, top, row, startedAt, flat, active, here, onChoose, onToggle, onPress } = props;
  const state = useWorkspace(selectSelectedState);
  const visit = useWorkspace(selectChosenVisit);
  const item = useWorkspace(selectChosenItem);
  if (!row) {
    return (
      <div className={styles.row} style={{ top }}>
        <span>…</span>
      </div>
    );
  }
  const { depth, open, status, enteredAt, endedAt, attempts, ahead } = row;
  const isHere = row.kind === 'visit' && here?.state === row.state && here.number === row.number;
  const isChosen =
    row.kind === 'visit'
      ? visit?.state === row.state && visit.number === row.number
      : row.kind === 'item' &&
        item?.state === row.state &&
        item.number === row.number &&
        item.item === row.lane;
  return (
    <div
      role="treeitem"
      id={`visit-row-${index}`}
      tabIndex={-1}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-label={inWords(row, flat, startedAt)}
      aria-level={depth + 1}
      aria-selected={isChosen}
      {...(isHere ? { 'aria-current': 'step' as const } : {})}
      {...(open === undefined ? {} : { 'aria-expanded': open })}
      className={classNames(
        styles.row,
        row.kind === 'visit' && row.state === state && styles.mine,
        isChosen && styles.chosen,
        ahead && styles.ahead,
        isHere && styles.here,
        active && styles.active,
      )}
      style={{ top }}
      onClick={(event) => {
        event.currentTarget.parentElement?.focus({ preventScroll: true });
        onChoose(index);
      }}
      onKeyDown={onPress}
    >
      <span className={styles.name} style={{ paddingLeft: 4 + depth * 16 }}>
        {open === undefined ? (
          <span className={styles.twist} />
        ) : (
          <button
            type="button"
            className={styles.twist}
            tabIndex={-1}
            aria-label={open ? 'Close' : 'Open'}
            onClick={(event) => {
              event.stopPropagation();
              onToggle(row.key);
            }}
          >
            <ChevronRight size={14} aria-hidden="true" className={open ? styles.turned : undefined} />
          </button>
        )}
        <span className={classNames(styles.label, row.kind !== 'visit' && styles.lane)}>
          {nameOf(row, flat)}
        </span>
        {row.kind === 'visit' && row.child !== undefined && (
          <OpenChild execution={row.child} visit={{ state: row.state, number: row.number }} inRow />
        )}
      </span>
      <span>{row.kind === 'visit' ? row.type : ''}</span>
      <span className={styles.status}>
        <StatusIcon status={status} size={14} /> {ahead ? 'Not yet' : STATUS_LOOKS[status].label}
      </span>
      <span>{row.kind === 'visit' ? row.resource : ''}</span>
      <span>{ahead ? '–' : formatDuration(Math.max(0, enteredAt - startedAt))}</span>
      <span>{endedAt === undefined ? '–' : formatDuration(endedAt - enteredAt)}</span>
      <span>{attempts > 0 ? attempts : ''}</span>
    </div>
  );
}

function nameOf(row: TableRow, flat: boolean): string {
  if (row.kind !== 'visit') return row.kind === 'item' ? `Item ${row.lane}` : `Branch ${row.lane + 1}`;
  const name = stateName(row.state);
  return flat && row.iteration.length > 0 ? `${name} · item ${row.iteration.join(', ')}` : name;
}

/** The row's cells in one sentence, each with what its column is called. */
function inWords(row: TableRow, flat: boolean, startedAt: number): string {
  const { status, enteredAt, endedAt, attempts, ahead } = row;
  return [
    nameOf(row, flat),
    row.kind === 'visit' ? row.type : '',
    ahead ? 'not yet at this moment' : STATUS_LOOKS[status].label,
    row.kind === 'visit' ? row.resource : '',
    ahead ? '' : `started after ${formatDuration(Math.max(0, enteredAt - startedAt))}`,
    endedAt === undefined ? '' : `took ${formatDuration(endedAt - enteredAt)}`,
    attempts > 1 ? `${attempts} attempts` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
