import { describe, expect, it } from 'vitest';
import type { Json } from '../../asl';
import type { EvaluationScope } from '../data/evaluationScope';
import { jsonataComparisons } from './jsonataComparisons';

const VARIABLES: Readonly<Record<string, Json>> = { total: 150, orders: [1, 2, 3], name: 'Eve' };
const scope: EvaluationScope = {
  context: () => ({}),
  variable: (name) => VARIABLES[name],
  random: () => 0,
  now: 0,
};
const input = { big: false, list: [{ id: 1, n: 'a' }] };
const compared = async (text: string) =>
  (await jsonataComparisons(text, { input }, scope)).map(
    ({ words, answer, operands }) =>
      [words, answer, operands.map((each) => [each.text, each.value])] as const,
  );

describe('The comparisons of a JSONata condition', () => {
  it('are those that it is joined of, with what their operands come to', async () => {
    expect(await compared('$total > 100 and $count($orders) > 2')).toEqual([
      ['$total > 100', true, [['$total', 150]]],
      ['$count($orders) > 2', true, [['$count($orders)', 3]]],
    ]);
  });
  it('are found in brackets, beside comments and under “or”', async () => {
    expect(
      await compared('/* ( > */ ($total = 1 or "x" = $name) and ($total <= $states.input.limit)'),
    ).toEqual([
      ['$total = 1', false, [['$total', 150]]],
      ['"x" = $name', false, [['$name', 'Eve']]],
      [
        '$total <= $states.input.limit',
        { problem: expect.stringContaining('returned nothing') },
        [
          ['$total', 150],
          ['$states.input.limit', undefined],
        ],
      ],
    ]);
  });
  it('are what a question asks for, and what stands in a list or a filter', async () => {
    expect(await compared('$exists($states.input.big) and $name in ["Eve"]')).toEqual([
      ['$exists($states.input.big)', true, [['$states.input.big', false]]],
      [
        '$name in ["Eve"]',
        true,
        [
          ['$name', 'Eve'],
          ['["Eve"]', ['Eve']],
        ],
      ],
    ]);
    expect(await compared('$states.input.list[id = 1].n = "a"')).toEqual([
      ['$states.input.list[id = 1].n = "a"', true, [['$states.input.list[id = 1].n', 'a']]],
    ]);
  });
  it('are none where nothing is compared, and none of what cannot be read', async () => {
    expect(await compared('$states.input.big')).toEqual([]);
    expect(await compared('($x := 1; $x > 0)')).toEqual([]);
    expect(await compared('$total > ')).toEqual([]);
  });
});
