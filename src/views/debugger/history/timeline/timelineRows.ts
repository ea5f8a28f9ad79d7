import type { TimelineColumns } from '../../../../worker';

/** What a row stands for; a lane is an item of a Map or a branch of a Parallel. */
export const RowKind = { execution: 0, state: 1, item: 2, branch: 3 } as const;

/** As in `TimelineColumns.kind`. */
const MAP = 2;

/**
 * The rows of a timeline: the execution, the states inside in the order they were entered first, and inside each
 * Map and Parallel its items and branches. A state that is visited again has one row with more spans. Rows and spans
 * are numbers in columns: there are hundreds of thousands of them. A row keeps its number while the run grows.
 */
export interface TimelineRows {
  readonly length: number;
  readonly kind: readonly number[];
  readonly parent: readonly number[];
  readonly depth: readonly number[];
  /** Number of the state, the item or the branch. */
  readonly label: readonly number[];
  /** First row inside, and the next one beside it; -1 for none. */
  readonly first: readonly number[];
  readonly next: readonly number[];
  /** The state's row of each visit. */
  readonly rowOf: Int32Array;
  /** The spans of row r: visits `spans[starts[r]]` to `spans[starts[r + 1]]`, in the order they were entered. */
  readonly starts: Int32Array;
  readonly spans: Int32Array;
}

/** Rows below 2^26 keep a parent and a label in one exact number. */
const SHIFT = 2 ** 26;

/** @param columns visits; a container's comes before those inside it */
export function timelineRows(columns: TimelineColumns): TimelineRows {
  const { state, parent, lane, kind: kinds } = columns;
  const kind: number[] = [RowKind.execution];
  const parents: number[] = [-1];
  const depth: number[] = [0];
  const label: number[] = [0];
  const first: number[] = [-1];
  const last: number[] = [-1];
  const next: number[] = [-1];
  const known = new Map<number, number>();

  const rowIn = (around: number, of: number, name: number): number => {
    const key = around * SHIFT + name;
    const there = known.get(key);
    if (there !== undefined) return there;
    const row = kind.push(of) - 1;
    known.set(key, row);
    parents.push(around);
    depth.push((depth[around] ?? 0) + 1);
    label.push(name);
    first.push(-1);
    last.push(-1);
    next.push(-1);
    const before = last[around] ?? -1;
    if (before < 0) first[around] = row;
    else next[before] = row;
    last[around] = row;
    return row;
  };

  const rowOf = new Int32Array(state.length);
  const laneOf = new Int32Array(state.length);
  for (let visit = 0; visit < state.length; visit++) {
    const container = parent[visit] ?? -1;
    const isItem = container >= 0 && kinds[container] === MAP;
    const around =
      container < 0
        ? 0
        : rowIn(rowOf[container] ?? 0, isItem ? RowKind.item : RowKind.branch, lane[visit] ?? 0);
    laneOf[visit] = around;
    rowOf[visit] = rowIn(around, RowKind.state, state[visit] ?? 0);
  }
  return {
    length: kind.length,
    kind,
    parent: parents,
    depth,
    label,
    first,
    next,
    rowOf,
    ...spansOf(kind.length, rowOf, laneOf),
  };
}

/** Each visit is a span of its state's row, and of the lane's it runs in. */
function spansOf(
  rows: number,
  rowOf: Int32Array,
  laneOf: Int32Array,
): Pick<TimelineRows, 'starts' | 'spans'> {
  const starts = new Int32Array(rows + 1);
  for (const row of rowOf) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (const row of laneOf) if (row > 0) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const spans = new Int32Array(starts[rows] ?? 0);
  const free = starts.slice();
  const add = (row: number, visit: number) => {
    const at = free[row] ?? 0;
    spans[at] = visit;
    free[row] = at + 1;
  };
  for (let visit = 0; visit < rowOf.length; visit++) {
    add(rowOf[visit] ?? 0, visit);
    const lane = laneOf[visit] ?? 0;
    if (lane > 0) add(lane, visit);
  }
  return { starts, spans };
}

/** Whether what is inside a row is shown, when nobody has changed that: a Map's many items are not. */
export function opensAtFirst(rows: TimelineRows, row: number): boolean {
  const first = rows.first[row] ?? -1;
  return rows.kind[row] !== RowKind.item && (first < 0 || rows.kind[first] !== RowKind.item);
}

/** @param toggled rows that are not as they are at first */
export const isOpen = (rows: TimelineRows, row: number, toggled: ReadonlySet<number>): boolean =>
  opensAtFirst(rows, row) !== toggled.has(row);

/** The rows that are shown, from top to bottom. */
export function shownRows(rows: TimelineRows, toggled: ReadonlySet<number>): Int32Array {
  const shown: number[] = [];
  let row = rows.length > 0 ? 0 : -1;
  while (row >= 0) {
    shown.push(row);
    const inside = isOpen(rows, row, toggled) ? (rows.first[row] ?? -1) : -1;
    if (inside >= 0) {
      row = inside;
      continue;
    }
    while (row >= 0 && (rows.next[row] ?? -1) < 0) row = rows.parent[row] ?? -1;
    if (row >= 0) row = rows.next[row] ?? -1;
  }
  return Int32Array.from(shown);
}

/** The first span of a row that begins at or after a time, as an index into `spans`. */
export function spanFrom(rows: TimelineRows, start: Float64Array, row: number, time: number): number {
  let low = rows.starts[row] ?? 0;
  let high = rows.starts[row + 1] ?? low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[rows.spans[middle] ?? 0] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
