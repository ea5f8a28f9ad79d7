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
const explained = (text: string, left = () => 1_000) => jsonataComparisons(text, { input }, scope, left);
const compared = async (text: string) =>
  (await explained(text)).comparisons.map(
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
        false,
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
  it('count as true or false what they are joined of, as “and” and “or” do', async () => {
    expect(await compared('$name and $states.input.none and $states.input.list and true')).toEqual([
      ['$name', true, [['$name', 'Eve']]],
      ['$states.input.none', false, [['$states.input.none', undefined]]],
      ['$states.input.list', true, [['$states.input.list', input.list]]],
      ['true', true, []],
    ]);
    expect(await compared('$states.input.none > 1')).toMatchObject([
      ['$states.input.none > 1', { problem: expect.stringContaining('returned nothing') }, {}],
    ]);
  });
  it('are those of the whole, not of what a filter is put on', async () => {
    expect(await compared('($total > 100)[false]')).toEqual([]);
    expect(await compared('$exists($name)[$count([1]) > 2]')).toEqual([]);
  });
  it('are read past comments, brackets in texts and a semicolon that ends a block', async () => {
    const big = [['$total > 1', true, [['$total', 150]]]];
    expect(await compared('($total > 1) /* (x) */')).toEqual(big);
    expect(await compared('/* why */ (/* ) */ $total > 1)')).toEqual(big);
    expect(await compared('/* a */ /* b */ $total > 1')).toEqual(big);
    expect(await compared('$exists($name) /* :) */')).toMatchObject([[{}, true, [['$name', 'Eve']]]]);
    expect(await compared('($name = ")") /* y */')).toEqual([['$name = ")"', false, [['$name', 'Eve']]]]);
    expect(await compared('$total > 1 and ($total > 2;)')).toMatchObject([
      big[0],
      ['($total > 2;)', true, [['($total > 2;)', true]]],
    ]);
    // Comments one after the other are read in one way only.
    expect(await compared(`($total > 1) ${'/**/'.repeat(2_000)}`)).toEqual(big);
  });
  it('say of an operand that it failed, not that there is nothing', async () => {
    const { comparisons } = await explained('$error("x") = 1 and $number($name) > 1');
    expect(comparisons).toMatchObject([
      { operands: [{ text: '$error("x")', problem: expect.stringContaining('D3137: x') }] },
      { operands: [{ text: '$number($name)', problem: expect.stringContaining('D3030') }] },
    ]);
  });
  it('are cut short where nobody could read on', async () => {
    const { comparisons } = await explained('$total in [1..800000] and $pad("", 100000, "x") = "y"');
    expect(JSON.stringify(comparisons).length).toBeLessThan(2_000);
    const many = Array.from({ length: 2_000 }, (_, index) => `$total > ${index}`).join(' and ');
    const some = await explained(many);
    expect(some.comparisons.length + (some.unlisted ?? 0)).toBe(2_000);
    expect(some.comparisons.length).toBeLessThan(100);
  });
  it('end when their time is up', async () => {
    let reads = 0;
    // As if every reading of the clock came half a second later.
    const late = await explained('$total > 1 and $total > 2 and $total > 3', () => 1_000 - 500 * reads++);
    expect(late).toEqual({ comparisons: [], unlisted: 3 });
    const endless = '$total > 0 and ($f := function($n) { $f($n + 1) }; $f(1)) > 0';
    const { comparisons } = await explained(endless, () => 50);
    expect(comparisons).toMatchObject([
      { answer: true },
      { answer: { problem: expect.stringContaining('timeout') }, operands: [{ problem: {} }] },
    ]);
  });
});
