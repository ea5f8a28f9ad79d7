import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../asl';
import { javaText } from './javaText';
import { deepEqual, jsonText } from './jsonText';

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

describe('deepEqual', () => {
  test.each<[Json, Json, boolean]>([
    [{ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: null }, false],
    [{ a: null }, { b: null }, false],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[], {}, false],
    [0, false, false],
    ['1', 1, false],
    [null, 0, false],
    [{ constructor: 1 }, { toString: 1 }, false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(deepEqual(a, b)).toBe(expected);
    expect(deepEqual(b, a)).toBe(expected);
  });

  test('a copy is equal, whatever the value', () => {
    fc.assert(fc.property(json, (value) => deepEqual(value, JSON.parse(JSON.stringify(value)) as Json)));
  });
});

test('jsonText is compact and keeps characters beyond ASCII', () => {
  expect(jsonText({ a: [1, 'ü'], b: null })).toBe('{"a":[1,"ü"],"b":null}');
});

test('javaText prints maps and lists as Java does', () => {
  expect(javaText({ id: 7, tags: ['a', null, true], inner: { 'x y': 1.5 }, none: {} })).toBe(
    '{id=7, tags=[a, null, true], inner={x y=1.5}, none={}}',
  );
  expect(javaText('as it is')).toBe('as it is');
});
