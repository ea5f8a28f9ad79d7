/** A place on both sides; -1: there is nothing on that side. */
export type Pair = readonly [one: number, other: number];

/** Differences up to which the shortest list of them is looked for. */
const MOST_STEPS = 1_500;

/**
 * Brings two lists into line with as few differences as there are (E. Myers' greedy search). What differs at the same place is
 * one pair, whose keys are not the same.
 */
export function align(one: readonly string[], other: readonly string[]): readonly Pair[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  const rest = Math.min(one.length, other.length) - start;
  while (end < rest && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const middle = matches(one.slice(start, one.length - end), other.slice(start, other.length - end));
  const pairs: Pair[] = [];
  let [x, y] = [0, 0];
  /** What stands before two that match. */
  const fill = (toX: number, toY: number) => {
    for (; x < toX || y < toY; x += x < toX ? 1 : 0, y += y < toY ? 1 : 0)
      pairs.push([x < toX ? x : -1, y < toY ? y : -1]);
  };
  for (; x < start; x++, y++) pairs.push([x, y]);
  for (const [nextX, nextY] of middle) {
    fill(start + nextX, start + nextY);
    pairs.push([x++, y++]);
  }
  fill(one.length - end, other.length - end);
  for (; x < one.length; x++, y++) pairs.push([x, y]);
  return pairs;
}

/** The places that match, in order; none when the lists have too little in common. */
function matches(one: readonly string[], other: readonly string[]): readonly Pair[] {
  const most = Math.min(one.length + other.length, MOST_STEPS);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  const at = (from: Int32Array, diagonal: number): number => from[diagonal + most + 1] ?? 0;
  for (let steps = 0; steps <= most; steps++) {
    trace.push(reach.slice(most + 1 - steps, most + 2 + steps));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const down =
        diagonal === -steps || (diagonal !== steps && at(reach, diagonal - 1) < at(reach, diagonal + 1));
      let x = down ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (x < one.length && x - diagonal < other.length && one[x] === other[x - diagonal]) x++;
      reach[diagonal + most + 1] = x;
      if (x >= one.length && x - diagonal >= other.length) return wayBack(trace, one.length, other.length);
    }
  }
  return [];
}

function wayBack(trace: readonly Int32Array[], toX: number, toY: number): readonly Pair[] {
  const found: Pair[] = [];
  let [x, y] = [toX, toY];
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const reach = trace[steps];
    const at = (diagonal: number): number => reach?.[diagonal + steps] ?? 0;
    const diagonal = x - y;
    const down = diagonal === -steps || (diagonal !== steps && at(diagonal - 1) < at(diagonal + 1));
    const before = down ? diagonal + 1 : diagonal - 1;
    const fromX = steps === 0 ? 0 : at(before);
    const fromY = steps === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) found.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return found.reverse();
}
