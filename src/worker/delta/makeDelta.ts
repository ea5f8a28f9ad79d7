import type { Delta, Run } from './delta.types';
import { isRecord, type PlainRecord } from './isRecord';

/** How alike two values are, when no more than their numbers differ. */
type Likeness = 'same' | 'numbers';

/** What leads from one piece of plain data to another: `applyDelta(before, makeDelta(before, after))` is `after`. */
export function makeDelta(before: unknown, after: unknown): Delta {
  const numbers: number[] = [];
  return asDelta(relate(before, after, numbers), numbers);
}

const asDelta = (found: Likeness | Delta, numbers: readonly number[]): Delta => {
  if (typeof found !== 'string') return found;
  return found === 'same' ? { type: 'same' } : { type: 'numbers', numbers: Float64Array.from(numbers) };
};

/** @param numbers gets the numbers of what is alike, in the order of a walk, and nothing of what is not */
function relate(before: unknown, after: unknown, numbers: number[]): Likeness | Delta {
  if (typeof after === 'number' && typeof before === 'number') {
    numbers.push(after);
    return Object.is(before, after) ? 'same' : 'numbers';
  }
  if (typeof after !== 'object' || after === null || typeof before !== 'object' || before === null)
    return before === after ? 'same' : { type: 'value', value: after };
  if (Array.isArray(after) && Array.isArray(before)) {
    const [was, is] = [{ values: before }, { values: after }];
    return before.length === after.length ? pairwise(was, is, numbers) : fromBothEnds(was, is);
  }
  if (!isRecord(after) || !isRecord(before)) return { type: 'value', value: after };
  const [was, is] = [childrenOf(before), childrenOf(after)];
  return sameNames(was.names, is.names) ? pairwise(was, is, numbers) : fromBothEnds(was, is);
}

/** The children of a list or record, in order. `names`: a record's, of the same length. */
interface Children {
  readonly names?: readonly string[];
  readonly values: readonly unknown[];
}

const childrenOf = (record: PlainRecord) => ({ names: Object.keys(record), values: Object.values(record) });

function sameNames(was: readonly string[], is: readonly string[]): boolean {
  if (was.length !== is.length) return false;
  for (let index = 0; index < is.length; index++) if (was[index] !== is[index]) return false;
  return true;
}

/** Each child from the one at its place. */
function pairwise(was: Children, is: Children, numbers: number[]): Likeness | Delta {
  const start = numbers.length;
  let likeness: Likeness = 'same';
  for (let index = 0; index < is.values.length; index++) {
    const mark = numbers.length;
    const found = relate(was.values[index], is.values[index], numbers);
    if (typeof found !== 'string') {
      const head = { count: index, ...(likeness === 'same' ? {} : taken(numbers, start, mark)) };
      const delta = fromFirstOther(was, is, head, found, numbers);
      numbers.length = start;
      return delta;
    }
    if (found === 'numbers') likeness = found;
  }
  return likeness;
}

/** @param first what became of the child behind the head @param numbers may be written on at its end */
function fromFirstOther(was: Children, is: Children, head: Run, first: Delta, numbers: number[]): Delta {
  const begin = head.count + 1;
  const marks: number[] = [];
  const found = is.values.slice(begin).map((value, index) => {
    marks.push(numbers.length);
    return relate(was.values[begin + index], value, numbers);
  });
  let middle = found.length;
  while (middle > 0 && typeof found[middle - 1] === 'string') middle--;
  const tail = found.slice(middle);
  return {
    type: 'parts',
    head,
    middle: [
      first,
      ...found
        .slice(0, middle)
        .map((each, index) => asDelta(each, numbers.slice(marks[index], marks[index + 1]))),
    ],
    ...namesOf(is, head.count, begin + middle),
    tail: { count: tail.length, ...(tail.includes('numbers') ? taken(numbers, marks[middle]) : {}) },
  };
}

const taken = (numbers: readonly number[], from: number | undefined, to?: number) => ({
  numbers: Float64Array.from(numbers.slice(from, to)),
});

/** Children came, went or have other names: those before and after that place are kept. */
function fromBothEnds(was: Children, is: Children): Delta {
  const most = Math.min(was.values.length, is.values.length);
  const head = alike(was, is, most, (index) => [index, index]);
  const [wasLast, isLast] = [was.values.length - 1, is.values.length - 1];
  const tail = alike(was, is, most - head.runs.length, (index) => [wasLast - index, isLast - index]);
  const [from, to] = [head.runs.length, is.values.length - tail.runs.length];
  return {
    type: 'parts',
    head: asRun(head),
    middle: is.values.slice(from, to).map((value) => ({ type: 'value', value })),
    ...namesOf(is, from, to),
    tail: asRun({ ...tail, runs: tail.runs.reverse() }),
  };
}

interface Alike {
  /** The numbers of each child. */
  readonly runs: number[][];
  readonly moved: boolean;
}

const asRun = ({ runs, moved }: Alike): Run => ({
  count: runs.length,
  ...(moved ? { numbers: Float64Array.from(runs.flat()) } : {}),
});

/** The children that are alike until one is not. @param places of the nth to be compared, before and after */
function alike(
  was: Children,
  is: Children,
  most: number,
  places: (index: number) => readonly [number, number],
): Alike {
  const runs: number[][] = [];
  let moved = false;
  for (let index = 0; index < most; index++) {
    const [old, now] = places(index);
    if (was.names?.[old] !== is.names?.[now]) break;
    const numbers: number[] = [];
    const found = relate(was.values[old], is.values[now], numbers);
    if (typeof found !== 'string') break;
    if (found === 'numbers') moved = true;
    runs.push(numbers);
  }
  return { runs, moved };
}

const namesOf = ({ names }: Children, from: number, to: number) =>
  names ? { names: names.slice(from, to) } : {};
