import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../asl';
import { utf8Size } from './utf8Size';

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }) as fc.Arbitrary<Json>;
const sizeOf = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

describe('utf8Size', () => {
  test.each([
    'plain',
    '"quoted\\"',
    '\b\t\n\v\f\r\0\x1f',
    'é€😀',
    '\ud800',
    '\udc00x',
    '\ud83d',
    { a: [], b: {}, '': null, 'ü"': [true, false] },
    [0, -0, 9, 10, 999_999, 1_000_000, -1, 1.5, 1e21, 1e-7],
    JSON.parse('{"__proto__": {"a": 1}}') as Json,
  ])('is the length of the JSON text: %j', (value) => {
    expect(utf8Size(value)).toBe(sizeOf(value));
  });

  test('is the length of the JSON text for any JSON, and above the limit exactly when that is', () => {
    fc.assert(
      fc.property(json, fc.string({ unit: 'binary' }), fc.nat(200), (value, text, limit) => {
        for (const each of [value, text, [value, text]]) {
          expect(utf8Size(each)).toBe(sizeOf(each));
          expect(utf8Size(each, limit) > limit).toBe(sizeOf(each) > limit);
        }
      }),
    );
  });

  test('a value that is shared by two larger ones is counted in both', () => {
    const shared: Json = Array.from({ length: 1_000 }, (_, index) => ({ index, name: `item ${index}` }));
    for (const value of [shared, { a: shared }, { a: shared, b: [shared] }, { c: shared, d: 'ö' }]) {
      expect(utf8Size(value)).toBe(sizeOf(value));
      expect(utf8Size(value, 3_000)).toBeGreaterThan(3_000);
      expect(utf8Size(value)).toBe(sizeOf(value));
    }
  });

  test('stops early: a limit keeps it from walking the rest', () => {
    const walked: string[] = [];
    const probe = new Proxy<Record<string, Json>>(
      {},
      {
        ownKeys: () => ['late'],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
        get: (_, key) => {
          walked.push(String(key));
          return 1;
        },
      },
    );
    expect(utf8Size(['x'.repeat(100), probe], 50)).toBeGreaterThan(50);
    expect(walked).toEqual([]);
  });
});
