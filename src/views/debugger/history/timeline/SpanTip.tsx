import { STATUSES, type TimelineColumns } from '../../../../worker';
import { STATUS_LOOKS } from '../../../parts';
import { stateName } from '../../stateName';
import { endOf } from './paint';
import styles from './Timeline.module.css';
import { exactTime } from './ticks';

export interface SpanTipAt {
  readonly visit: number;
  /** In pixels of the canvas. */
  readonly x: number;
  readonly y: number;
}

/** The exact times of the span under the pointer. */
export function SpanTip({ at, columns }: { readonly at: SpanTipAt; readonly columns: TimelineColumns }) {
  const { visit, x, y } = at;
  const start = columns.start[visit] ?? 0;
  const end = endOf(columns, visit);
  const path = columns.paths[columns.state[visit] ?? 0];
  const attempts = (columns.tries[visit + 1] ?? 0) - (columns.tries[visit] ?? 0);
  const status = STATUSES[columns.status[visit] ?? 0] ?? 'notStarted';
  return (
    <div
      className={styles.tip}
      role="tooltip"
      style={{
        top: `min(${y + 16}px, 100cqh - 88px)`,
        left: `min(calc(var(--labels) + ${x + 12}px), 100% - 210px)`,
      }}
    >
      <strong>{path === undefined ? '' : stateName(path)}</strong>
      <span>
        {STATUS_LOOKS[status].label}
        {attempts > 1 && `, ${attempts} attempts`}
      </span>
      <span>
        {exactTime(start)} – {exactTime(end)}
      </span>
      <span>{exactTime(end - start)} long</span>
    </div>
  );
}
