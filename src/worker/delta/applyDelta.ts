import type { Delta, PartsDelta, Run } from './delta.types';
import { isRecord } from './isRecord';

/**
 * The data that a delta leads to. What it keeps of `before` is the same object: whoever remembers what was made of it
 * need not look inside.
 */
export function applyDelta(before: unknown, delta: Delta): unknown {
  switch (delta.type) {
    case 'same':
      return before;
    case 'value':
      return delta.value;
    case 'numbers':
      return renumbered(before, new Numbers(delta.numbers));
    case 'parts':
      return assembled(before, delta);
  }
}

/** Hands out a list's numbers one by one. */
class Numbers {
  private taken = 0;
  constructor(private readonly list: Float64Array) {}
  next(): number {
    return this.list[this.taken++] ?? Number.NaN;
  }
}

function renumbered(before: unknown, numbers: Numbers): unknown {
  if (typeof before === 'number') return numbers.next();
  if (typeof before !== 'object' || before === null) return before;
  if (Array.isArray(before)) return renumberedList(before, numbers);
  if (!isRecord(before)) return before;
  let now: Record<string, unknown> | undefined;
  for (const name of Object.keys(before)) {
    const [was, is] = [before[name], renumbered(before[name], numbers)];
    if (Object.is(was, is)) continue;
    now ??= { ...before };
    // The copy has the name as a field of its own, so that `__proto__` is a field, too.
    now[name] = is;
  }
  return now ?? before;
}

function renumberedList(before: readonly unknown[], numbers: Numbers): readonly unknown[] {
  let now: unknown[] | undefined;
  for (let index = 0; index < before.length; index++) {
    const is = renumbered(before[index], numbers);
    if (Object.is(before[index], is)) continue;
    now ??= [...before];
    now[index] = is;
  }
  return now ?? before;
}

function assembled(before: unknown, { head, middle, names, tail }: PartsDelta): unknown {
  const [oldNames, values] = Array.isArray(before)
    ? [[], before as readonly unknown[]]
    : [Object.keys(Object(before)), Object.values(Object(before))];
  const rest = values.length - tail.count;
  const now = [
    ...kept(values.slice(0, head.count), head),
    ...middle.map((delta, index) => applyDelta(values[head.count + index], delta)),
    ...kept(values.slice(rest), tail),
  ];
  if (!names) return now;
  const all = [...oldNames.slice(0, head.count), ...names, ...oldNames.slice(rest)];
  return Object.fromEntries(all.map((name, index) => [name, now[index]]));
}

const kept = (values: readonly unknown[], { numbers }: Run): readonly unknown[] =>
  numbers ? renumberedList(values, new Numbers(numbers)) : values;
