import type { MapItems } from '../../../../worker';
import { STATUSES } from '../../../../worker';

/** Cells that a grid has at most; more items share cells. */
const MOST_CELLS = 400;

/** Some items beside each other, and the worst that became of one of them. */
export interface ItemCell {
  readonly first: number;
  readonly last: number;
  /** By status number. */
  readonly worst: number;
  readonly counts: ItemCounts;
}

/** What became of items; those being worked on, and those that have not begun, are open. */
export interface ItemCounts {
  readonly succeeded: number;
  readonly failed: number;
  readonly aborted: number;
  readonly open: number;
}

/** Statuses from what needs looking at first to what does not. */
const WORST_FIRST = [
  'failed',
  'caught',
  'retrying',
  'inProgress',
  'waiting',
  'aborted',
  'notStarted',
  'succeeded',
] as const;
const WEIGHT = STATUSES.map((status) => WORST_FIRST.length - WORST_FIRST.indexOf(status));

export function countItems(status: Uint8Array, from = 0, to = status.length): ItemCounts {
  let [succeeded, failed, aborted] = [0, 0, 0];
  for (let item = from; item < to; item++) {
    const name = STATUSES[status[item] ?? 0];
    if (name === 'succeeded' || name === 'caught') succeeded++;
    else if (name === 'failed') failed++;
    else if (name === 'aborted') aborted++;
  }
  return { succeeded, failed, aborted, open: to - from - succeeded - failed - aborted };
}

/** The cells of the grid: one for each item while there is room. */
export function itemCells({ status }: Pick<MapItems, 'status'>): readonly ItemCell[] {
  const each = Math.max(1, Math.ceil(status.length / MOST_CELLS));
  const cells: ItemCell[] = [];
  for (let first = 0; first < status.length; first += each) {
    const end = Math.min(first + each, status.length);
    let worst = status[first] ?? 0;
    for (let item = first + 1; item < end; item++) {
      if ((WEIGHT[status[item] ?? 0] ?? 0) > (WEIGHT[worst] ?? 0)) worst = status[item] ?? 0;
    }
    cells.push({ first, last: end - 1, worst, counts: countItems(status, first, end) });
  }
  return cells;
}

/** The next failed item after one, round the end; undefined when none failed. @param by -1 for the one before */
export function nextFailed(status: Uint8Array, item: number, by: 1 | -1): number | undefined {
  const failed = STATUSES.indexOf('failed');
  for (let step = 1; step <= status.length; step++) {
    const at = (item + by * step + status.length * 2) % status.length;
    if (status[at] === failed) return at;
  }
  return undefined;
}

/** `4,980 succeeded, 20 failed`, leaving out what there is none of. */
export function countsInWords({ succeeded, failed, aborted, open }: ItemCounts): string {
  const parts = [
    [succeeded, 'succeeded'],
    [failed, 'failed'],
    [aborted, 'aborted'],
    [open, 'open'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('en')} ${word}`)
    .join(', ');
}
