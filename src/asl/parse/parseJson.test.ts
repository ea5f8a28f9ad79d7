import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SyntaxNode } from '../syntax';
import { MAX_DEPTH } from './limits';
import { parseJson } from './parseJson';
import { isBroken } from './parseText';
import { nodeAtPointer } from './pointer';
import { toJson } from './toJson';

/** The tree as a value, and each problem as `text it covers: message`. */
function read(text: string) {
  const { root, problems } = parseJson(text);
  return {
    value: root && toJson(root),
    problems: problems.map(
      ({ severity, range, message }) =>
        `${severity} ${range.start} ‹${text.slice(range.start, range.end)}› ${message}`,
    ),
  };
}
const valueOfText = (text: string) => read(text).value;

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    const text = '{"a": [1, -0.5e3, "x\\n\\u00e9", true, false, null, {}, []], "": {"b": ""}}';
    expect(read(text)).toEqual({ value: JSON.parse(text), problems: [] });
  });

  it('keeps __proto__ and constructor as own properties', () => {
    const value = valueOfText('{"__proto__": {"polluted": 1}, "constructor": 2}') as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
  });

  it('skips a byte order mark, tabs and CRLF', () => {
    expect(read('\uFEFF{\r\n\t"a":\t1\r\n}\r\n')).toEqual({ value: { a: 1 }, problems: [] });
  });

  it('tolerates comments and trailing commas and mentions them', () => {
    const { value, problems } = read('// c\n{"a": [1, /* d */ 2,], }');
    expect(value).toEqual({ a: [1, 2] });
    expect(problems.map((problem) => problem.split(' ', 3).join(' '))).toEqual([
      'info 24 ‹,›',
      'info 26 ‹,›',
      'info 0 ‹//',
    ]);
  });

  it('reads nothing of an empty text and finds nothing wrong with it', () => {
    expect(parseJson(' \n')).toMatchObject({ root: undefined, problems: [] });
  });

  it.each([
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }, "error 7 ‹› Expected ',' before this."],
    ['[1 2]', [1, 2], "error 2 ‹› Expected ',' before this."],
    ['{"a" 1}', { a: 1 }, 'error 4 ‹› Expected \':\' and a value after "a".'],
    ['{"a"\n"b": 1}', { b: 1 }, 'error 4 ‹› Expected \':\' and a value after "a".'],
    ['{"a":}', {}, 'error 5 ‹› Expected a value for "a".'],
    ['{"a":, "b": 1}', { b: 1 }, 'error 5 ‹› Expected a value for "a".'],
    ['{"a":\n"b": 1}', { b: 1 }, 'error 4 ‹› Expected a value for "a".'],
    ['[1,,2]', [1, 2], "error 3 ‹,› Expected a value before ','."],
    ['{a: 1}', { a: 1 }, 'error 1 ‹a› Property names need double quotes: write "a".'],
    ["{'a': 'b c'}", { a: 'b c' }, "error 1 ‹'a'› Strings need double quotes."],
    ['{"a": True}', { a: 'True' }, 'error 6 ‹True› “True” is not a JSON value. Write true.'],
    ['[1, 2', [1, 2], "error 5 ‹› Expected ']' to close the array that begins in line 1."],
    ['\n{"a": [1}', { a: [1] }, "error 9 ‹› Expected ']' to close the array that begins in line 2."],
    ['[1]}', [1], 'error 3 ‹}› There is text after the end of the definition. Remove it.'],
    ['{"a": 1]}', { a: 1 }, "error 7 ‹]› Unexpected ']'. Remove it."],
    [
      '{"a": {"b": 1}',
      { a: { b: 1 } },
      "error 14 ‹› Expected '}' to close the object that begins in line 1.",
    ],
    ['{{"x": 1}, "a": 2}', { a: 2 }, 'error 1 ‹{› Expected a property name in double quotes.'],
    ['{"a": "b\n}', { a: 'b' }, 'error 6 ‹"b› This string is not closed on its line.'],
    ['{"a": 01}', { a: 0 }, "error 7 ‹› Expected ',' before this."],
    ['{"a": "\\q"}', { a: '' }, 'error 6 ‹"\\q"› This string has an unknown escape.'],
    ['{"a": 1} /* x', { a: 1 }, 'error 9 ‹/* x› This comment is never closed.'],
    ['{"Sta', {}, 'error 1 ‹"Sta› This string is not closed on its line.'],
  ])('goes on after an error: %j', (text, value, firstProblem) => {
    const result = read(text);
    expect(result.value).toEqual(value);
    expect(result.problems[0]).toContain(firstProblem);
  });

  it('warns of duplicate keys at the ones that do not count', () => {
    const text = '{"a": 1, "b": 2, "a": 3}';
    const { value, problems } = read(text);
    expect(value).toEqual({ a: 3, b: 2 });
    expect(problems).toEqual([expect.stringContaining('warning 1 ‹"a"› “a” is written more than once')]);
  });

  it('warns of duplicate keys among many', () => {
    const text = `{${Array.from({ length: 30 }, (_, index) => `"k${index % 29}": ${index}`).join(',')}}`;
    expect(read(text).problems).toHaveLength(1);
  });

  describe('placeholders outside strings', () => {
    it.each([
      [`{"a": \${Arn}}`, { a: `\${Arn}` }],
      [
        `{"a": \${n}, "b": [\${AWS::Region}, \${a}\${b}, \${a}_x]}`,
        { a: `\${n}`, b: [`\${AWS::Region}`, `\${a}\${b}`, `\${a}_x`] },
      ],
      [`{"a": \${jsonencode({"x": 1})}}`, { a: `\${jsonencode({"x": 1})}` }],
      [`{\${key}: 1}`, JSON.parse(`{"\${key}": 1}`)],
      [`{"a": 1, \${more}, "b": 2}`, { a: 1, b: 2 }],
      [`{"a": 1 \${more} "b": 2}`, { a: 1 }],
      ['{%{ if x }"a": 1%{ endif }}', { a: 1 }],
    ])('are values that are mentioned: %s', (text, value) => {
      const parsed = parseJson(text);
      expect(parsed.root && toJson(parsed.root)).toMatchObject(value);
    });

    it('are no errors', () => {
      const parsed = parseJson(`{"a": \${Arn}, \${more}, "b": 2}`);
      expect(isBroken(parsed)).toBe(false);
      expect(parsed.problems.map((problem) => problem.code)).toEqual([
        'BARE_PLACEHOLDER',
        'BARE_PLACEHOLDER',
      ]);
    });

    it('need their closing brace', () => {
      expect(isBroken(parseJson(`{"a": \${Arn`))).toBe(true);
    });
  });

  it('reports nesting beyond its limit and reads what stands around it', () => {
    const deep = '['.repeat(100_000);
    expect(parseJson(deep).problems[0]?.code).toBe('TOO_DEEPLY_NESTED');
    const around = `{"deep": ${deep}${']'.repeat(100_000)}, "after": 1}`;
    const { root } = parseJson(around);
    expect(nodeAtPointer(root, '/after')).toMatchObject({ value: 1 });
    expect(root).toMatchObject({ end: around.length });
  });

  it('reads nesting up to its limit', () => {
    const text = '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH);
    expect(valueOfText(text)).toEqual(JSON.parse(text));
  });

  it.each([`\${`, '{[}', '%{', "'", '[}', '"a":', '/*'])(
    // What took time with the square of the length would not be done before the test is ended.
    'comes to the end of a megabyte of nothing but %s',
    (piece) => {
      expect(parseJson(piece.repeat(1_000_000 / piece.length)).problems.length).toBeLessThanOrEqual(100);
    },
  );

  it('stops at a hundred problems', () => {
    expect(parseJson('[,'.repeat(400)).problems).toHaveLength(100);
  });

  it('knows exactly where each key and value stands, for any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const check = (node: SyntaxNode): void => {
          expect(JSON.parse(text.slice(node.start, node.end))).toEqual(toJson(node));
          if (node.kind === 'array') node.items.forEach(check);
          if (node.kind === 'object') {
            for (const { key, keyRange, value } of node.properties) {
              expect(JSON.parse(text.slice(keyRange.start, keyRange.end))).toBe(key);
              if (value) check(value);
            }
          }
        };
        const { root } = parseJson(text);
        if (root) check(root);
      }),
    );
  });

  it('gives the value that JSON.parse gives, for any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), null, indent);
        const parsed = parseJson(spaced);
        expect(parsed.problems).toEqual([]);
        expect(parsed.root && toJson(parsed.root)).toEqual(JSON.parse(spaced));
      }),
    );
  });

  it('calls broken what JSON.parse refuses, for any change of one character', () => {
    const original =
      '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 1.5e2, "Next": null}, "B": [true, []]}}';
    fc.assert(
      fc.property(
        fc.nat(original.length),
        fc.nat(2),
        fc.constantFrom('', '"', '{', '}', ',', ':', '1', 'x', '\\', '\n'),
        (at, drop, insert) => {
          const text = original.slice(0, at) + insert + original.slice(at + drop);
          const { problems } = parseJson(text);
          let refused = false;
          try {
            JSON.parse(text);
          } catch {
            refused = true;
          }
          expect(
            problems.some((problem) => problem.severity === 'error' || problem.code === 'TRAILING_COMMA'),
          ).toBe(refused);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws, and keeps every range inside the text, each inside its parent', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      'x',
      '1',
      '-',
      `\${`,
      `\${a}`,
      '%{',
      "'",
      '/*',
      '//',
      '\n',
      ' ',
      '\\',
      'null',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const { root, problems } = parseJson(text);
          for (const { range } of problems) expectInside(range, { start: 0, end: text.length });
          if (root) expectNested(root, { start: 0, end: text.length });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

interface Range {
  readonly start: number;
  readonly end: number;
}
function expectInside(inner: Range, outer: Range): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeGreaterThanOrEqual(inner.start);
  expect(inner.end).toBeLessThanOrEqual(outer.end);
}
function expectNested(node: SyntaxNode, outer: Range): void {
  expectInside(node, outer);
  if (node.kind === 'array') for (const item of node.items) expectNested(item, node);
  if (node.kind === 'object') {
    for (const property of node.properties) {
      expectInside(property, node);
      expectInside(property.keyRange, property);
      if (property.value) expectNested(property.value, property);
    }
  }
}
