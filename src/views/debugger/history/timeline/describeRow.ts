import { STATUSES, type TimelineColumns } from '../../../../worker';
import { STATUS_LOOKS } from '../../../parts';
import { stateName } from '../../stateName';
import { endOf } from './paint';
import { exactTime } from './ticks';
import { RowKind, type TimelineRows } from './timelineRows';

/** A row's name. */
export function rowName(columns: TimelineColumns, rows: TimelineRows, row: number): string {
  const label = rows.label[row] ?? 0;
  switch (rows.kind[row]) {
    case RowKind.execution:
      return 'Execution';
    case RowKind.item:
      return `Item ${label}`;
    case RowKind.branch:
      return `Branch ${label + 1}`;
    default: {
      const path = columns.paths[label];
      return path === undefined ? '' : stateName(path);
    }
  }
}

/** All that a row's spans say, in words. */
export function describeRow(columns: TimelineColumns, rows: TimelineRows, row: number): string {
  const name = rowName(columns, rows, row);
  if (row === 0) return `${name}, ${exactTime(columns.now)}`;
  const first = rows.spans[rows.starts[row] ?? 0] ?? 0;
  const last = rows.spans[(rows.starts[row + 1] ?? 1) - 1] ?? first;
  const count = (rows.starts[row + 1] ?? 0) - (rows.starts[row] ?? 0);
  const status = STATUS_LOOKS[STATUSES[columns.status[last] ?? 0] ?? 'notStarted'].label;
  const visits =
    count === 1 || rows.kind[row] !== RowKind.state ? '' : `, ${count.toLocaleString('en')} visits`;
  return `${name}: ${status}${visits}, from ${exactTime(columns.start[first] ?? 0)} to ${exactTime(endOf(columns, last))}`;
}
