import type { VirtualItem } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { classNames } from '../../../parts';
import { describeRow, rowName } from './describeRow';
import { AXIS_HEIGHT, ROW_HEIGHT } from './paint';
import styles from './Timeline.module.css';
import { isOpen, RowKind } from './timelineRows';
import type { TimelineData } from './useTimelineColumns';

interface TimelineLabelsProps {
  /** The rows in sight. */
  readonly visible: readonly VirtualItem[];
  readonly data: TimelineData;
  readonly shown: Int32Array;
  readonly toggled: ReadonlySet<number>;
  /** Place of the row in hand among those shown. */
  readonly active: number;
  /** Number of the selected state. */
  readonly state: number;
  readonly onChoose: (index: number) => void;
  readonly onToggle: (row: number) => void;
  readonly onPress: (event: KeyboardEvent) => void;
}

/** The names of the rows as a tree; only those in sight exist. */
export function TimelineLabels(props: TimelineLabelsProps) {
  const { visible, data, shown, toggled, active, state, onChoose, onToggle, onPress } = props;
  const { columns, rows } = data;
  return (
    <div
      className={styles.labels}
      role="tree"
      tabIndex={0}
      aria-label="Timeline"
      aria-description="Each row says in words what is drawn beside it. Arrows move, F fits the run, plus and minus zoom, brackets go from visit to visit. The Table shows the same visits."
      aria-activedescendant={
        visible.some(({ index }) => index === active) ? `timeline-row-${active}` : undefined
      }
      onKeyDown={onPress}
    >
      {visible.map(({ index }) => {
        const row = shown[index] ?? 0;
        const inside = (rows.first[row] ?? -1) >= 0;
        const open = inside && isOpen(rows, row, toggled);
        const count = (rows.starts[row + 1] ?? 0) - (rows.starts[row] ?? 0);
        const isState = rows.kind[row] === RowKind.state;
        return (
          <div
            key={row}
            id={`timeline-row-${index}`}
            role="treeitem"
            tabIndex={-1}
            aria-level={(rows.depth[row] ?? 0) + 1}
            aria-label={describeRow(columns, rows, row)}
            aria-selected={index === active}
            {...(inside ? { 'aria-expanded': open } : {})}
            className={classNames(
              styles.label,
              !isState && styles.lane,
              isState && rows.label[row] === state && styles.mine,
              index === active && styles.active,
            )}
            style={{
              top: AXIS_HEIGHT + index * ROW_HEIGHT,
              paddingLeft: 4 + Math.max(0, (rows.depth[row] ?? 0) - 1) * 14,
            }}
            onClick={(event) => {
              event.currentTarget.parentElement?.focus({ preventScroll: true });
              onChoose(index);
            }}
            onKeyDown={onPress}
          >
            {inside && row > 0 ? (
              <button
                type="button"
                className={styles.twist}
                tabIndex={-1}
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  onToggle(row);
                }}
              >
                <ChevronRight size={13} className={open ? styles.turned : undefined} />
              </button>
            ) : (
              <span className={styles.twist} />
            )}
            <span className={styles.name}>{rowName(columns, rows, row)}</span>
            {isState && count > 1 && <span className={styles.count}>×{count.toLocaleString('en')}</span>}
          </div>
        );
      })}
    </div>
  );
}
