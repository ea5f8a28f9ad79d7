import fc from 'fast-check';
import { JSONPath } from 'jsonpath-plus';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json } from '../../asl';
import { type CompiledPath, SyntaxProblem } from './compiled.types';
import type { EvaluationScope } from './evaluationScope';
import { compilePath, describeMissing } from './path';

const scope: EvaluationScope = {
  context: () => ({ Execution: { Name: 'run-1', Input: { id: 7 } }, State: { Name: 'Pick' } }),
  variable: (name) => (name === 'order' ? { id: 'o-1', lines: [{ sku: 'a' }, { sku: 'b' }] } : undefined),
  random: () => 0.5,
  now: 0,
};

function compile(text: string): CompiledPath {
  const path = compilePath(text);
  if (path instanceof SyntaxProblem) throw new Error(`${text}: ${path.message} at ${path.position}`);
  return path;
}
const read = (text: string, root: Json): Json | undefined => compile(text).get(root, scope);

const shop: Json = {
  name: 'Corner shop',
  'opening-hours': { monday: null },
  shelves: [
    { label: 'books', floor: 0, items: [{ title: 'Dune', price: 9.5, tags: ['sf'] }] },
    {
      label: 'tea',
      floor: 1,
      items: [
        { title: 'Assam', price: 4 },
        { title: 'Sencha', price: 12, rare: false },
      ],
    },
    { label: 'empty', floor: 2, items: [] },
  ],
  budget: 9.5,
};

describe('a definite path gives the value itself', () => {
  test.each([
    ['$', shop],
    ['$.name', 'Corner shop'],
    ["$['name']", 'Corner shop'],
    ['$["name"]', 'Corner shop'],
    ['$.opening-hours.monday', null],
    ['$.shelves[1].label', 'tea'],
    ['$.shelves[-1].label', 'empty'],
    ['$.shelves[0].items[0].title', 'Dune'],
    ["$.['shelves'][ 0 ]['label']", 'books'],
    ['$.missing', undefined],
    ['$.name.length', undefined],
    ['$.shelves.length', undefined],
    ['$.shelves.0', undefined],
    ['$.name[0]', undefined],
    ['$.shelves[3]', undefined],
    ['$.shelves[-4]', undefined],
    ['$.constructor', undefined],
    ['$.__proto__', undefined],
    ['$.toString.name', undefined],
    ["$['name','budget','none']", { name: 'Corner shop', budget: 9.5 }],
  ])('%s', (text, expected) => {
    expect(compile(text).definite).toBe(true);
    expect(read(text, shop)).toEqual(expected);
  });

  test('keys that objects inherit are found when the data has them', () => {
    const root = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "length": 3, "0": 4}') as Json;
    expect(read('$.__proto__.a', root)).toBe(1);
    expect(read('$.constructor', root)).toBe(2);
    expect(read('$.length', root)).toBe(3);
    expect(read("$['0']", root)).toBe(4);
  });

  test('names in brackets may hold any character, a backslash escapes a quote or a backslash only', () => {
    expect(read("$['a.b']['it\\'s'][\"c]d\"]", { 'a.b': { "it's": { 'c]d': 1 } } })).toBe(1);
    expect(read("$['']", { '': 1 })).toBe(1);
    expect(read("$['a\\\"b\\\\c']", { 'a\\"b\\c': 1 })).toBe(1);
  });
});

describe('a path may start at the context object or at a variable', () => {
  test.each([
    ['$$', scope.context()],
    ['$$.Execution.Input.id', 7],
    ["$$['State'].Name", 'Pick'],
    ['$order.id', 'o-1'],
    ['$order.lines[1].sku', 'b'],
    ['$order.lines[*].sku', ['a', 'b']],
    ['$nothing', undefined],
    ['$nothing.at.all', undefined],
    ['$nothing[*]', undefined],
  ])('%s', (text, expected) => expect(read(text, {})).toEqual(expected));

  test('the root says which', () => {
    expect(compile('$.a').root).toEqual({ kind: 'input' });
    expect(compile('$$.a').root).toEqual({ kind: 'context' });
    expect(compile('$größe.a').root).toEqual({ kind: 'variable', name: 'größe' });
  });
});

describe('an indefinite path gives an array', () => {
  test.each([
    ['$.shelves[*].label', ['books', 'tea', 'empty']],
    ['$.shelves.*.floor', [0, 1, 2]],
    ['$.opening-hours.*', [null]],
    ['$.shelves[1:].label', ['tea', 'empty']],
    ['$.shelves[:1].label', ['books']],
    ['$.shelves[-2:].label', ['tea', 'empty']],
    ['$.shelves[:-1].label', ['books', 'tea']],
    ['$.shelves[0:2].label', ['books', 'tea']],
    ['$.shelves[-3:-1].label', ['books', 'tea']],
    ['$.shelves[0, 2].label', ['books', 'empty']],
    ['$.shelves[5,0].label', ['books']],
    ["$.shelves[0]['label','floor']", { label: 'books', floor: 0 }],
    [
      "$.shelves[*]['label','floor']",
      [
        { label: 'books', floor: 0 },
        { label: 'tea', floor: 1 },
        { label: 'empty', floor: 2 },
      ],
    ],
    ["$['shelves','none'][0].label", ['books']],
    ['$..title', ['Dune', 'Assam', 'Sencha']],
    ['$..items[0].title', ['Dune', 'Assam']],
    ['$..length', []],
    [
      '$.shelves[0]..*',
      [
        'books',
        0,
        [{ title: 'Dune', price: 9.5, tags: ['sf'] }],
        { title: 'Dune', price: 9.5, tags: ['sf'] },
        'Dune',
        9.5,
        ['sf'],
        'sf',
      ],
    ],
    ['$.shelves[*].items[*].rare', [false]],
    ['$.missing[*]', []],
    ['$.missing.deeper[1:].x', []],
    ['$.name[*]', []],
    ['$.name[1:]', []],
    ['$.name..x', []],
  ])('%s', (text, expected) => expect(read(text, shop)).toEqual(expected));

  test('null elements are values, missing ones are passed over', () => {
    expect(read('$[*].a', [{ a: null }, {}, { a: 1 }, null, 2])).toEqual([null, 1]);
  });
});

describe('filters', () => {
  test.each([
    ["$.shelves[?(@.label == 'tea')].floor", [1]],
    ["$.shelves[?('tea' == @.label)].floor", [1]],
    ['$.shelves[?(@.floor > 0 && @.floor <= 2)].label', ['tea', 'empty']],
    ["$.shelves[?(@.floor < 1 || @.label == 'tea')].label", ['books', 'tea']],
    ["$.shelves[?(!(@.floor < 1 || @.label == 'tea'))].label", ['empty']],
    ['$.shelves[?((@.floor == 0 || @.floor == 1) && @.items[0].price >= 5)].label', ['books']],
    ['$.shelves[*].items[?(@.rare)].title', ['Sencha']],
    ['$.shelves[*].items[?(!@.rare)].title', ['Dune', 'Assam']],
    ['$.shelves[*].items[?(@.rare != true)].title', ['Dune', 'Assam', 'Sencha']],
    ['$.shelves[*].items[?(@.rare == null)].title', []],
    ['$.shelves[*].items[?(@.price == $.budget)].title', ['Dune']],
    ['$.shelves[*].items[?(@.price == $$.none)].title', []],
    ['$.shelves[?(@.label =~ /^(B|t).*$/i)].label', ['books', 'tea']],
    ['$.shelves[?(@.label =~ /te/)].label', []],
    ["$.shelves[?(@.label in ['tea', 'coffee'])].floor", [1]],
    ["$.shelves[?(@.label nin ['tea', 'coffee'])].floor", [0, 2]],
    ['$.shelves[?(@.items empty true)].label', ['empty']],
    ['$.shelves[?(@.items empty false)].label', ['books', 'tea']],
    ['$.shelves[?(@.items size 2)].label', ['tea']],
    ['$.shelves[?(@.items.length() > 1)].label', ['tea']],
    ["$.shelves[?(@.label contains 'oo')].floor", [0]],
    ["$..items[?(@.tags contains 'sf')].title", ['Dune']],
    ["$..items[?(@.tags subsetof ['sf','fantasy'])].title", ['Dune']],
    ["$..items[?(@.tags anyof ['sf','tea'])].title", ['Dune']],
    ["$..items[?(@.tags noneof ['tea'])].title", ['Dune']],
    ["$..items[?(@.tags all ['sf'])].title", ['Dune']],
    ['$..items[?(@.rare exists true)].title', ['Sencha']],
    ['$..items[?(@.rare exists false)].title', ['Dune', 'Assam']],
    ['$..[?(@.price > 9)].title', ['Dune', 'Sencha']],
    ['$.shelves[?(@..price)].label', ['books', 'tea']],
    ['$.shelves[?(@.label == tea)].floor', [1]],
    ['$.[?(@.budget > 1)].name', ['Corner shop']],
    ['$.shelves[1][?(@.floor == 1)].label', ['tea']],
    ['$.shelves[?(@.floor===1)].label', ['tea']],
    ["$.shelves[?(@.floor!=='1')].floor", [0, 1, 2]],
    ['$.shelves[?(@.items[?(@.price > 10)])].label', ['tea']],
    ["$..items[?(@ == {'title': 'Assam', \"price\": 4})].price", [4]],
  ])('%s', (text, expected) => expect(read(text, shop)).toEqual(expected));

  test('a number and a text are equal when they read the same, but have no order', () => {
    expect(read("$[?(@ == '5')]", [5, '5', '5.0', 6])).toEqual([5, '5']);
    expect(read('$[?(@ == 5)]', [5, '5', '5.0'])).toEqual([5, '5']);
    expect(read("$[?(@ < '9')]", [5, '5'])).toEqual(['5']);
  });

  test('a catastrophic regular expression ends', () => {
    expect(read('$[?(@ =~ /(a+)+b/)]', [`${'a'.repeat(4_000)}!`, 'aab'])).toEqual(['aab']);
  });

  test('regular expressions that take too long on all candidates together make the path fail', () => {
    const path = compile('$[?(@ =~ /(?:(?=(?:a*)*b|a)a)*c/)]');
    const root = Array.from({ length: 1_000 }, () => 'a'.repeat(3_000));
    expect(path.get(root, scope)).toBeUndefined();
    expect(describeMissing(path, root, scope)).toContain(
      'The regular expression takes too long on this text',
    );
  });
});

describe('functions', () => {
  test.each([
    ['$.shelves.length()', 3],
    ['$.shelves.size()', 3],
    ['$.opening-hours.length()', 1],
    ['$.name.length()', null],
    ['$.shelves[1].items.length()', 2],
    ['$.shelves[*].items.length()', [1, 2, 0]],
    ['$.opening-hours.keys()', ['monday']],
    ['$.shelves.keys()', null],
    ['$.shelves[1].items.first().title', 'Assam'],
    ['$.shelves.last().label', 'empty'],
    ['$.shelves.index(1).label', 'tea'],
    ['$..price.sum()', 25.5],
    ['$..price.avg()', 8.5],
    ['$.sum($.budget, 2)', 11.5],
    ['$.max($..price)', 12],
    ['$.min(3, $..price)', 3],
    ["$.concat($.name, '!')", 'Corner shop!'],
    ['$.shelves[2].items.sum()', undefined],
    ['$.shelves[2].items.first()', undefined],
  ])('%s', (text, expected) => expect(read(text, shop)).toEqual(expected));

  test('work on arrays', () => {
    expect(read('$.stddev()', [2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
    expect(read('$.concat()', ['a', 1, 'b'])).toBe('ab');
    const list = [1];
    expect(read('$.append(2)', list)).toEqual([1, 2]);
    expect(list).toEqual([1]);
  });
});

describe('what is not a path', () => {
  test.each([
    ['', "Expected '$'", 0],
    ['a.b', "Expected '$'", 0],
    ['$.', "A name must follow '.'", 2],
    ['$..', "A name must follow '.'", 3],
    ['$...', "Unexpected '.'", 3],
    ['$.a b', "Unexpected ' '", 3],
    ['$[a]', 'Expected a name in quotes', 2],
    ["$['a", 'The quote is not closed', 2],
    ['$[0', "Expected ']'", 3],
    ['$[?(@.a = 1)]', "Expected ')'", 8],
    ['$[?(@.a ~~ 1)]', "Expected ')'", 8],
    ['$[?(@.a near 1)]', 'Filter operator near is not supported!', 8],
    ['$[?(@.a =~ /(/)]', 'Unterminated group', 12],
    ['$[?(1)]', 'Expected a comparison', 4],
    ['$[(@.length-1)]', 'Expected a name in quotes', 2],
    ['$.a.nothing()', 'Function with name: nothing does not exist.', 4],
    ['@.a', '@ has a meaning only inside a filter', 0],
    ['$$a', "Unexpected 'a'", 2],
    [`$${'[?(@'.repeat(60)}${')]'.repeat(60)}`, 'nested too deeply', 0],
  ])('%s: %s', (text, message, position) => {
    const problem = compilePath(text);
    expect(problem).toBeInstanceOf(SyntaxProblem);
    if (!(problem instanceof SyntaxProblem)) return;
    expect(problem.message).toContain(message);
    if (position > 0) expect(problem.position).toBe(position);
  });
});

describe("describeMissing gives AWS's words", () => {
  test.each([
    ['$.none', {}, "Invalid path '$.none' : No results for path: $['none']"],
    ['$.a.b', { a: {} }, "Invalid path '$.a.b' : No results for path: $['a']['b']"],
    ['$.no.such.path', {}, "Invalid path '$.no.such.path' : Missing property in path $['no']"],
    ['$.a.no.c', { a: {} }, "Invalid path '$.a.no.c' : Missing property in path $['a']['no']"],
    ['$.a[3].b', { a: [1] }, "Invalid path '$.a[3].b' : No results for path: $['a'][3]['b']"],
    [
      '$.a[0]',
      { a: 1 },
      "Invalid path '$.a[0]' : Filter: [0] can only be applied to arrays. Current context is: 1",
    ],
    [
      '$.a[0]',
      { a: { b: [] } },
      "Invalid path '$.a[0]' : Filter: [0] can only be applied to arrays. Current context is: {b=[]}",
    ],
    ['$.a[0]', { a: null }, "Invalid path '$.a[0]' : The path $['a'] is null"],
    [
      '$.a.b',
      { a: 'x' },
      "Expected to find an object with property ['b'] in path $['a'] but found 'java.lang.String'",
    ],
    ['$.a.b', { a: [] }, "but found 'java.util.ArrayList'"],
    ['$.a.b', { a: 1.5 }, "but found 'java.lang.Double'"],
    ['$$.Task.Token', {}, "Invalid path '$$.Task.Token' : Missing property in path $['Task']"],
    ['$nothing.a', {}, "Invalid path '$nothing.a' : Variable '$nothing' is not defined"],
    [
      '$.a.sum()',
      { a: [] },
      "Invalid path '$.a.sum()' : Aggregation function attempted to calculate value using empty array",
    ],
  ])('%s on %j', (text, root, expected) => {
    const path = compile(text);
    expect(path.get(root, scope)).toBeUndefined();
    expect(describeMissing(path, root, scope)).toContain(expected);
  });
});

describe('properties', () => {
  const key = fc.oneof(
    fc.constantFrom('a', 'b', 'length', '__proto__', 'constructor', '0', "it's"),
    fc.string(),
  );
  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  const chain = fc.array(fc.oneof(key, fc.integer({ min: -3, max: 3 })), { maxLength: 5 });
  const quote = (name: string): string => `['${name.replace(/[\\']/g, '\\$&')}']`;
  const text = (steps: readonly (string | number)[]): string =>
    `$${steps.map((each) => (typeof each === 'number' ? `[${each}]` : quote(each))).join('')}`;
  const naive = (
    value: Json | undefined,
    [first, ...rest]: readonly (string | number)[],
  ): Json | undefined => {
    if (first === undefined || value === undefined) return value;
    if (typeof first === 'number') return naive(Array.isArray(value) ? value.at(first) : undefined, rest);
    return naive(isJsonObject(value) && Object.hasOwn(value, first) ? value[first] : undefined, rest);
  };
  /** A chain that exists in the value, for most of its length. */
  const chainIn = (value: Json, seed: readonly number[]): (string | number)[] => {
    const steps: (string | number)[] = [];
    let current: Json | undefined = value;
    for (const each of seed) {
      const keys: readonly (string | number)[] = Array.isArray(current)
        ? [...current.keys()]
        : isJsonObject(current)
          ? Object.keys(current)
          : [];
      const next = keys[each % (keys.length || 1)];
      if (next === undefined) break;
      steps.push(next);
      current = naive(current, [next]);
    }
    return steps;
  };

  test('the accessor of a definite path equals a naive walk, for any JSON', () => {
    fc.assert(
      fc.property(json, chain, fc.array(fc.nat(), { maxLength: 6 }), (root, steps, seed) => {
        for (const each of [steps, chainIn(root, seed), [...chainIn(root, seed), ...steps]]) {
          expect(read(text(each), root)).toEqual(naive(root, each));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('wildcards, slices and descents equal jsonpath-plus where the dialects agree', () => {
    const plain = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('tree')) as fc.Arbitrary<Json>,
      ),
    })).tree;
    const step = fc.constantFrom('[*]', '.*', '.a', '.b', '..a', '..*', '[0]', '[1:]', '[:2]', '[-1:]');
    fc.assert(
      fc.property(
        fc.record({ a: plain, b: plain }),
        fc.array(step, { minLength: 1, maxLength: 4 }),
        (root, steps) => {
          const path = `$${steps.join('')}`;
          const found = read(path, root);
          const expected = JSONPath({ path, json: root, eval: false, wrap: true }) as unknown;
          expect(compile(path).definite ? (found === undefined ? [] : [found]) : found).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('no text makes the compiler throw', () => {
    const piece = fc.constantFrom(
      '$',
      '.',
      '..',
      '[',
      ']',
      '?(',
      ')',
      '@',
      "'",
      '"',
      'a',
      '*',
      ':',
      ',',
      '-1',
      '0',
      '==',
      '&&',
      '!',
      '/',
      '\\',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const path = compilePath(pieces.join(''));
        if (!(path instanceof SyntaxProblem)) path.get({ a: [{ a: 1 }] }, scope);
      }),
      { numRuns: 2_000 },
    );
  });
});
