import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../asl';
import type { EvaluationScope } from './evaluationScope';
import { Failure } from './failure';
import { javaHashCode, javaHashOrder } from './javaHashOrder';
import { compileTemplate } from './template';

const scope: EvaluationScope = {
  context: () => ({ Execution: { Name: 'run-1' } }),
  variable: (name) => (name === 'who' ? { name: 'Ada' } : undefined),
  random: () => 0.25,
  now: 0,
};
const fill = (template: Json, root: Json): Json | Failure => compileTemplate(template).evaluate(root, scope);

describe('a payload template', () => {
  test('evaluates the values of keys that end in .$ and keeps everything else', () => {
    const template = {
      fixed: [1, '$.order', { path: '$.order.id' }],
      'id.$': '$.order.id',
      'all.$': '$',
      'run.$': '$$.Execution.Name',
      'name.$': '$who.name',
      'greeting.$': "States.Format('Hello {}', $who.name)",
      nested: { 'lines.$': '$.order.lines[*].sku', list: [{ 'first.$': '$.order.lines[0]' }, 2] },
    };
    const root = { order: { id: 7, lines: [{ sku: 'a' }, { sku: 'b' }] } };
    expect(fill(template, root)).toEqual({
      fixed: [1, '$.order', { path: '$.order.id' }],
      id: 7,
      all: root,
      run: 'run-1',
      name: 'Ada',
      greeting: 'Hello Ada',
      nested: { lines: ['a', 'b'], list: [{ first: { sku: 'a' } }, 2] },
    });
  });

  test.each<Json>(['text', 5, null, [], {}, ['$.a']])('that is %j is that value', (template) => {
    expect(fill(template, {})).toBe(template);
  });

  test('without dynamic keys is the same object every time', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3, noUnicodeString: true }) as fc.Arbitrary<Json>, (template) => {
        fc.pre(!JSON.stringify(template).includes('.$"'));
        const compiled = compileTemplate(template);
        expect(compiled.isStatic).toBe(true);
        expect(compiled.evaluate({ any: 'root' }, scope)).toBe(template);
      }),
    );
  });

  test('shares its static parts and the values it selects, and never the object it fills', () => {
    const template = { keep: { deep: [1] }, 'part.$': '$.part', inner: { 'part.$': '$.part' } };
    const root = { part: { big: true } };
    const compiled = compileTemplate(template);
    const first = compiled.evaluate(root, scope) as Record<string, Json>;
    const second = compiled.evaluate(root, scope) as Record<string, Json>;
    expect(first.keep).toBe(template.keep);
    expect(first.part).toBe(root.part);
    expect(first).not.toBe(second);
    expect(first.inner).not.toBe(second.inner);
    expect(compiled.isStatic).toBe(false);
  });

  test('null and false are values', () => {
    expect(fill({ 'a.$': '$.a', 'b.$': '$.b', 'c.$': '$.none[*]' }, { a: null, b: false })).toEqual({
      a: null,
      b: false,
      c: [],
    });
  });

  test('a dynamic key wins over the literal one of its name', () => {
    expect(fill({ 'a.$': '$.x', a: 1 }, { x: 2 })).toEqual({ a: 2 });
  });

  test('keys that objects inherit are ordinary keys', () => {
    const template = JSON.parse(
      '{"__proto__.$": "$.x", "constructor.$": "$.x", "__proto__": {"y": 1}}',
    ) as Json;
    const result = fill(template, { x: { z: 1 } }) as Record<string, Json>;
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(Object.entries(result)).toEqual([
      ['__proto__', { z: 1 }],
      ['constructor', { z: 1 }],
    ]);
  });
});

describe('the order of keys', () => {
  test("is literal keys first, then dynamic ones in a Java HashMap's order", () => {
    const template = { 'Zulu.$': '$', b: 1, 'Alpha.$': '$', 'Mike.$': '$', a: { 'x.$': '$' } };
    expect(Object.keys(fill(template, 1) as object)).toEqual([
      'b',
      'a',
      ...javaHashOrder(['Zulu', 'Alpha', 'Mike']),
    ]);
  });

  test('hash codes are those of java.lang.String', () => {
    expect(javaHashCode('')).toBe(0);
    expect(javaHashCode('a')).toBe(97);
    expect(javaHashCode('Aa')).toBe(javaHashCode('BB'));
    expect(javaHashCode('The quick brown fox jumps over the lazy dog')).toBe(-609428141);
  });

  test('follows the buckets, and within a bucket the order of insertion', () => {
    expect(javaHashOrder(['c', 'b', 'a'])).toEqual(['a', 'b', 'c']);
    expect(javaHashOrder(['q', 'a', 'b'])).toEqual(['q', 'a', 'b']);
    expect(javaHashOrder(['BB', 'Aa'])).toEqual(['BB', 'Aa']);
  });

  test('takes the table that Java has grown to', () => {
    // 'p' (112) and '`' (96) share bucket 0 of 16; of 32 buckets they have 16 and 0.
    expect(javaHashOrder(['p', '`'])).toEqual(['p', '`']);
    const many = ['p', '`', ...'abcdefghijk'];
    expect(javaHashOrder(many).slice(0, 2)).toEqual(['`', 'a']);
  });
});

describe('a template fails', () => {
  test('where a path finds nothing, naming the key without its parents', () => {
    expect(fill({ outer: [{ 'value.$': '$.no.such' }] }, { a: 1 })).toEqual(
      new Failure(
        'States.Runtime',
        `The JSONPath '$.no.such' specified for the field 'value.$' could not be found in the input '{"a":1}'`,
      ),
    );
    expect(fill({ 'v.$': '$$.Task.Token', 'w.$': '$' }, [])).toMatchObject({
      cause: `The JSONPath '$$.Task.Token' specified for the field 'v.$' could not be found in the input '[]'`,
    });
  });

  test('with two or more dynamic keys, at the first in order', () => {
    for (const keys of [
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]) {
      for (const missing of keys) {
        const template = Object.fromEntries(
          keys.map((key) => [`${key}.$`, key === missing ? '$.none' : '$.x']),
        );
        expect(fill(template, { x: 1 })).toMatchObject({
          cause: expect.stringContaining(`'${missing}.$'`) as string,
        });
      }
    }
  });

  test.each<Json>(['order.id', 'States.Nothing()', "States.Format('{}'", '$.a[', 5, null, { a: 1 }, ''])(
    'where the value of a .$ key is %j',
    (value) => {
      expect(fill({ 'k.$': value }, {})).toEqual(
        new Failure(
          'States.Runtime',
          "The value for the field 'k.$' must be a valid JSONPath or a valid intrinsic function call",
        ),
      );
    },
  );
});
