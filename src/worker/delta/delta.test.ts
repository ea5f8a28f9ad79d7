import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_OPTIONS } from '../analysis.types';
import { analyseText } from '../language/analyseText';
import { applyDelta } from './applyDelta';
import { makeDelta } from './makeDelta';

/** As it is on the other side of a worker. */
const sent = <Value>(value: Value): Value => structuredClone(value);
const through = (before: unknown, after: unknown) => applyDelta(sent(before), sent(makeDelta(before, after)));

const plain = fc.jsonValue({ maxDepth: 4 });
/** Data and what it became: here and there another value, a child more or less, other numbers, another name. */
const changed = fc
  .tuple(plain, fc.infiniteStream(fc.nat(11)), fc.infiniteStream(plain))
  .map(([data, dice, spare]) => {
    const roll = () => dice.next().value ?? 0;
    const alter = (value: unknown): unknown => {
      const fate = roll();
      if (fate === 0) return spare.next().value;
      if (typeof value === 'number') return fate < 6 ? value + 1 : value;
      if (Array.isArray(value)) {
        const items = value.map(alter);
        if (fate === 1) items.splice(roll() % (items.length + 1), 1);
        if (fate === 2) items.splice(roll() % (items.length + 1), 0, spare.next().value);
        return items;
      }
      if (typeof value !== 'object' || value === null) return value;
      const fields = Object.entries(value).map(([name, field]) => [
        fate === 3 ? `${name}'` : name,
        alter(field),
      ]);
      if (fate === 4) fields.reverse();
      if (fate === 5) fields.pop();
      return Object.fromEntries(fields);
    };
    return { before: data, after: alter(data) };
  });

describe('a delta', () => {
  it('leads from any data to any other, names in their order', () => {
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        expect(through(before, after)).toStrictEqual(after);
      }),
    );
    fc.assert(
      fc.property(changed, ({ before, after }) => {
        const found = through(before, after);
        expect(found).toStrictEqual(after);
        expect(JSON.stringify(found)).toBe(JSON.stringify(after));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps undefined fields, and names that mean something to JavaScript', () => {
    const before = { a: undefined, n: [1, { ['__proto__']: 2 }] };
    const after = { a: undefined, n: [1, JSON.parse('{"__proto__": 3}')], c: undefined };
    expect(through(before, after)).toStrictEqual(after);
    expect(Object.getPrototypeOf(through({}, JSON.parse('{"__proto__": {"x": 1}}')))).toBe(Object.prototype);
  });

  it('says of the same data that it is the same', () => {
    fc.assert(
      fc.property(plain, (data) => {
        expect(makeDelta(data, sent(data))).toEqual({ type: 'same' });
      }),
    );
  });

  it('keeps the objects that did not change', () => {
    const before = { nodes: [{ x: 1, at: { y: 2 } }, { x: 3 }], name: { text: 'a' } };
    const after = { nodes: [{ x: 5, at: { y: 2 } }, { x: 3 }], name: { text: 'b' } };
    const now = applyDelta(before, makeDelta(before, after));
    expect(now).toEqual(after);
    const { nodes } = now as typeof before;
    expect(nodes[0]?.at).toBe(before.nodes[0]?.at);
    expect(nodes[1]).toBe(before.nodes[1]);
  });

  it('of an analysis holds little but numbers after a keystroke', () => {
    const states = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `State ${index}`,
        index < 199 ? { Type: 'Pass', Next: `State ${index + 1}` } : { Type: 'Succeed' },
      ]),
    );
    const text = JSON.stringify({ Comment: 'a', StartAt: 'State 0', States: states }, null, 2);
    const before = analyseText(text, 'json', PLAIN_OPTIONS);
    const after = analyseText(text.replace('"a"', '"ab"'), 'json', PLAIN_OPTIONS);
    const words = (value: unknown) =>
      JSON.stringify(value, (_, part) => (part instanceof Float64Array ? undefined : part)).length;
    expect(words(makeDelta(before, after))).toBeLessThan(words(before) / 50);
    expect(through(before, after)).toEqual(after);
  });
});
