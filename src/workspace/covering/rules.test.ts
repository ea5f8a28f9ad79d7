import { describe, expect, it } from 'vitest';
import { analyze } from '../../asl';
import { NO_COVERAGE } from './isCovered';
import { ruled, ruledIds, rulesIn } from './rules';

interface Rule {
  readonly when: string;
  readonly next: 'A' | 'B';
}

const rule = (when: string, next: Rule['next'] = 'A'): Rule => ({ when, next });

function machine(rules: readonly Rule[], errors: readonly string[] = []) {
  const { graph } = analyze(
    JSON.stringify({
      StartAt: 'Which',
      States: {
        Which: {
          Type: 'Choice',
          Choices: rules.map(({ when, next }) => ({ Variable: `$.${when}`, IsPresent: true, Next: next })),
          Default: 'A',
        },
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Catch: errors.map((error) => ({ ErrorEquals: [error], Next: 'B' })),
          Next: 'B',
        },
        B: { Type: 'Succeed' },
      },
    }),
  );
  return rulesIn(graph);
}

const counts = (entries: Readonly<Record<string, number>>) => ({
  ...NO_COVERAGE,
  runs: 9,
  transitions: Object.fromEntries(
    Object.entries(entries).map(([id, times]) => [id, { runs: 1, times }] as const),
  ),
});

/** How often each rule of the Choice was taken, by its place now; the first was taken once, the second twice, ... */
function counted(before: readonly Rule[], now: readonly Rule[]): readonly (number | undefined)[] {
  const given = counts(
    Object.fromEntries(before.map((_, place) => [`/States/Which#choice:${place}`, place + 1])),
  );
  const { transitions } = ruled(given, machine(before), machine(now));
  expect(Object.keys(transitions).every((id) => now[Number(id.split(':').at(-1))])).toBe(true);
  return now.map((_, place) => transitions[`/States/Which#choice:${place}`]?.times);
}

it('knows what is said of transitions by their ids of before, and says so when all are as before', () => {
  const [two, swapped] = [machine([rule('a'), rule('b')]), machine([rule('b'), rule('a')])];
  expect(ruledIds(two, two)).toBeUndefined();
  const known = [
    ['/States/Which#choice:0', 'a'],
    ['/States/Which#default', 'd'],
  ] as const;
  expect(ruledIds(two, swapped)?.(known)).toEqual([
    ['/States/Which#choice:1', 'a'],
    ['/States/Which#default', 'd'],
  ]);
});

describe('what was counted of rules', () => {
  it('goes with them when they change places', () => {
    expect(counted([rule('a'), rule('b'), rule('c')], [rule('c'), rule('a'), rule('b')])).toEqual([3, 1, 2]);
  });

  it('stays behind none that was put before them', () => {
    expect(counted([rule('a'), rule('b')], [rule('new'), rule('a'), rule('b')])).toEqual([undefined, 1, 2]);
  });

  it('is forgotten with one that is gone', () => {
    expect(counted([rule('a'), rule('b')], [rule('b')])).toEqual([2]);
  });

  it('stays with one whose condition is edited', () => {
    expect(counted([rule('a'), rule('b')], [rule('a'), rule('better')])).toEqual([1, 2]);
  });

  it('tells rules of one condition and two targets apart', () => {
    expect(counted([rule('a', 'A'), rule('a', 'B')], [rule('a', 'B'), rule('a', 'A')])).toEqual([2, 1]);
  });

  it('stays in place with rules that say the same', () => {
    expect(counted([rule('a'), rule('a')], [rule('a'), rule('a')])).toEqual([1, 2]);
    expect(counted([rule('a'), rule('a')], [rule('b'), rule('a'), rule('a')])).toEqual([undefined, 2, 1]);
  });

  it('goes with catchers, though their number is in their label', () => {
    const given = counts({ '/States/A#catch:0': 1, '/States/A#catch:1': 2, '/States/A#next': 3 });
    const { transitions } = ruled(given, machine([], ['One', 'Two']), machine([], ['Two', 'One']));
    expect(transitions).toEqual(
      counts({ '/States/A#catch:1': 1, '/States/A#catch:0': 2, '/States/A#next': 3 }).transitions,
    );
  });

  it('is the same object when no rule changed', () => {
    const given = counts({ '/States/Which#choice:0': 1 });
    expect(ruled(given, machine([rule('a')]), machine([rule('a')], ['One']))).toBe(given);
  });
});
