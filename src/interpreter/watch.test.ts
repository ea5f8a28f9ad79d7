import { describe, expect, it } from 'vitest';
import type { Json } from '../asl';
import { compileWatch, type WatchAnswer } from './watch';

const scope = (input: Json, variables: Readonly<Record<string, Json>> = {}) => ({
  input,
  now: 0,
  random: () => 0.5,
  variable: (name: string) => variables[name],
  context: () => ({ State: { Name: 'A' } }),
});
const ask = async (
  text: string,
  language: 'JSONPath' | 'JSONata',
  input: Json,
  variables?: Readonly<Record<string, Json>>,
): Promise<WatchAnswer> => compileWatch(text, language)(scope(input, variables));

describe('a watched expression', () => {
  it('is a path, a variable, the context or a call in JSONPath', async () => {
    const input = { order: { total: 12 }, items: [1, 2, 3] };
    expect(await ask('$.order.total', 'JSONPath', input)).toEqual({ ok: true, value: 12 });
    expect(await ask(' $rate ', 'JSONPath', input, { rate: 7 })).toEqual({ ok: true, value: 7 });
    expect(await ask('$$.State.Name', 'JSONPath', input)).toEqual({ ok: true, value: 'A' });
    expect(await ask('States.ArrayLength($.items)', 'JSONPath', input)).toEqual({ ok: true, value: 3 });
  });

  it('says why there is no value', async () => {
    const missing = { ok: false, problem: 'There is nothing at this path.' };
    expect(await ask('$.gone', 'JSONPath', {})).toEqual(missing);
    expect(await ask('$.a[', 'JSONPath', {})).toMatchObject({ ok: false });
    expect(await ask('order.total', 'JSONPath', {})).toMatchObject({ ok: false });
    expect(await ask('$.a +', 'JSONata', {})).toMatchObject({ ok: false });
  });

  it('is JSONata with and without braces, its library included', async () => {
    const variables = { n: 4 };
    expect(await ask('$n * 2', 'JSONata', {}, variables)).toEqual({ ok: true, value: 8 });
    expect(await ask('{% $states.input.a %}', 'JSONata', { a: 'x' })).toEqual({ ok: true, value: 'x' });
    expect(await ask('$sum($map([1..$n], function($i) { $i }))', 'JSONata', {}, variables)).toEqual({
      ok: true,
      value: 10,
    });
  });

  it('is bounded', async () => {
    const endless = '($f := function($x) { $f($x + 1) + 1 }; $f(1))';
    expect(await ask(endless, 'JSONata', {})).toMatchObject({ ok: false });
    expect(
      await ask('$join($map([1..9999999], function($i) { "xxxxxxxxxxxx" }))', 'JSONata', {}),
    ).toMatchObject({
      ok: false,
    });
  });
});
