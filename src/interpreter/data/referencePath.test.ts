import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json } from '../../asl';
import { type ReferencePath, SyntaxProblem } from './compiled.types';
import type { EvaluationScope } from './evaluationScope';
import { Failure } from './failure';
import { compileReferencePath } from './referencePath';

const scope: EvaluationScope = { context: () => ({}), variable: () => undefined, random: () => 0, now: 0 };

function compile(text: string): ReferencePath {
  const path = compileReferencePath(text);
  if (path instanceof SyntaxProblem) throw new Error(path.message);
  return path;
}

describe('set', () => {
  test.each<[string, Json, Json]>([
    ['$', { a: 1 }, 'new'],
    ['$', 'text', 'new'],
    ['$.a', { a: 1, b: 2 }, { a: 'new', b: 2 }],
    ['$.c', { a: 1 }, { a: 1, c: 'new' }],
    ['$.x.y.z', { a: 1 }, { a: 1, x: { y: { z: 'new' } } }],
    ['$.a.y', { a: { x: 1 } }, { a: { x: 1, y: 'new' } }],
    ["$['a b']", {}, { 'a b': 'new' }],
    ['$.list[1]', { list: [1, 2, 3] }, { list: [1, 'new', 3] }],
    ['$[0].a', [{ b: 1 }], [{ b: 1, a: 'new' }]],
    ['$.list[0].deep.er', { list: [{}] }, { list: [{ deep: { er: 'new' } }] }],
  ])('%s in %j gives %j', (text, root, expected) => {
    expect(compile(text).set(root, 'new')).toEqual(expected);
  });

  test('null is a value that can be set', () => {
    expect(compile('$').set({ a: 1 }, null)).toBeNull();
    expect(compile('$.a').set({}, null)).toEqual({ a: null });
  });

  test.each<[string, Json]>([
    ['$.a', 'text'],
    ['$.a', 5],
    ['$.a', null],
    ['$.a', [1]],
    ['$.a.b', { a: 'text' }],
    ['$.a.b', { a: null }],
    ['$.list[3]', { list: [1, 2, 3] }],
    ['$.list[-1]', { list: [1, 2, 3] }],
    ['$.list[0]', {}],
    ['$.list[0]', { list: {} }],
    ['$$.State', {}],
    ['$variable', {}],
  ])('%s does not fit %j', (text, root) => {
    const failure = compile(text).set(root, 'new');
    expect(failure).toEqual(
      new Failure(
        'States.ResultPathMatchFailure',
        `Unable to apply ReferencePath ${text} to input ${JSON.stringify(root)}`,
      ),
    );
    expect(failure).toBeInstanceOf(Failure);
  });

  test('inherited names are ordinary keys', () => {
    const result = compile('$.__proto__.polluted').set({ a: 1 }, true) as Record<string, Json>;
    expect(Object.hasOwn(result, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(compile('$.constructor.x').set({}, 1)).toEqual({ constructor: { x: 1 } });
  });
});

test.each(['$.a[*]', '$..a', '$.a[1:2]', "$['a','b']", '$.a[?(@.b)]', '$.a.length()'])(
  '%s is no reference path',
  (text) => expect(compileReferencePath(text)).toEqual(new SyntaxProblem('Value is not a Reference Path', 0)),
);

describe('properties', () => {
  const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
  const key = fc.constantFrom('a', 'b', 'length', '__proto__', 'toString');
  const text = fc
    .array(key, { minLength: 1, maxLength: 4 })
    .map((keys) => `$${keys.map((each) => `.${each}`).join('')}`);
  const tree = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, json, fc.dictionary(key, tie('tree')) as fc.Arbitrary<Json>),
  })).tree;

  test('what is set is got, and nothing else of the root changes or is copied', () => {
    fc.assert(
      fc.property(tree, text, json, (root, each, value) => {
        const before = JSON.stringify(root);
        const path = compile(each);
        const result = path.set(root, value);
        expect(JSON.stringify(root)).toBe(before);
        if (result instanceof Failure) return;
        expect(path.get(result, scope)).toBe(value);
        const [, first] = each.split('.');
        for (const other of isJsonObject(root) ? Object.keys(root) : []) {
          if (other !== first)
            expect(isJsonObject(result) && result[other]).toBe(isJsonObject(root) && root[other]);
        }
      }),
    );
  });
});
