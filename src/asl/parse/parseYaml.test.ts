import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as YAML from 'yaml';
import type { SyntaxNode } from '../syntax';
import { arbitraryDefinitionText } from '../testing/arbitraryDefinition';
import { parseJson } from './parseJson';
import { isBroken } from './parseText';
import { parseYaml } from './parseYaml';
import { nodeAtPointer, propertyOf } from './pointer';
import { toJson } from './toJson';

function read(text: string) {
  const { root, problems } = parseYaml(text);
  return { value: root && toJson(root), problems };
}
const codes = (text: string) =>
  parseYaml(text).problems.map((problem) => `${problem.severity} ${problem.code}`);

describe('parseYaml', () => {
  it('keeps Yes, No, On, Off and dates strings, as keys and as values', () => {
    const text = 'Yes: No\nOn: Off\ny: 2020-01-01\n12:30: 1_000\n';
    expect(read(text)).toEqual({
      value: { Yes: 'No', On: 'Off', y: '2020-01-01', '12:30': '1_000' },
      problems: [],
    });
  });

  it('stays with YAML 1.2 when the text asks for 1.1', () => {
    expect(read('%YAML 1.1\n---\nYes: no\n').value).toEqual({ Yes: 'no' });
  });

  it('takes keys as they are written', () => {
    expect(read('200: a\ntrue: b\nnull: c\n"quoted": d\n~: e\n').value).toEqual({
      200: 'a',
      true: 'b',
      null: 'c',
      quoted: 'd',
      '~': 'e',
    });
  });

  it('reads numbers, and keeps as text what JSON has no number for', () => {
    expect(read('[1, -0.5, 1e3, 0x10, .inf, .nan]').value).toEqual([1, -0.5, 1000, 16, '.inf', '.nan']);
  });

  it('takes null for a key without a value', () => {
    expect(read('a:\nb: {c, d: }\n').value).toEqual({ a: null, b: { c: null, d: null } });
  });

  it('knows exactly where keys and values stand', () => {
    const text = '# c\nStates:\n  "A b":   # x\n    Type: Pass\n    Result: [1, 2]\n  C: {Type: Fail}\n\n';
    const { root } = parseYaml(text);
    const at = (pointer: string) => {
      const node = nodeAtPointer(root, pointer);
      return node && text.slice(node.start, node.end);
    };
    expect(at('/States/A b')).toBe('Type: Pass\n    Result: [1, 2]');
    expect(at('/States/A b/Type')).toBe('Pass');
    expect(at('/States/A b/Result')).toBe('[1, 2]');
    expect(at('/States/C')).toBe('{Type: Fail}');
    const states = nodeAtPointer(root, '/States');
    const key = states?.kind === 'object' ? propertyOf(states, 'A b')?.keyRange : undefined;
    expect(key && text.slice(key.start, key.end)).toBe('"A b"');
  });

  it('reads block scalars, CRLF and a byte order mark', () => {
    expect(read('\uFEFFa: |-\r\n  one\r\n  two\r\nb: >\r\n  x\r\n  y\r\n').value).toEqual({
      a: 'one\ntwo',
      b: 'x y\n',
    });
  });

  it('resolves anchors, aliases and merge keys into the tree', () => {
    const text = 'x: &r {A: 1, B: [2]}\ny: *r\nz:\n  B: 3\n  <<: *r\n  C: 4\nw:\n  <<: [{A: 5}, *r]\n';
    expect(read(text)).toEqual({
      value: { x: { A: 1, B: [2] }, y: { A: 1, B: [2] }, z: { A: 1, B: 3, C: 4 }, w: { A: 5, B: [2] } },
      problems: [],
    });
  });

  it('gives an alias its own range, and what is inside the range of its text', () => {
    const text = 'x: &r {A: 1}\ny: *r\n';
    const { root } = parseYaml(text);
    const alias = nodeAtPointer(root, '/y');
    const inside = nodeAtPointer(root, '/y/A');
    expect(alias && text.slice(alias.start, alias.end)).toBe('*r');
    expect(inside && text.slice(inside.start, inside.end)).toBe('1');
  });

  it('reports aliases without an anchor, and of what they are in', () => {
    expect(codes('a: *nowhere')).toEqual(['error INVALID_YAML_DESCRIPTION']);
    expect(codes('a: &loop [*loop]')).toEqual(['error INVALID_YAML_DESCRIPTION']);
  });

  it('defuses an alias bomb', () => {
    const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
    for (let level = 1; level < 20; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(',')}]`,
      );
    }
    const { root, problems } = parseYaml(lines.join('\n'));
    expect(problems.some((problem) => problem.severity === 'error')).toBe(true);
    expect(countNodes(root)).toBeLessThan(300_000);
  });

  it('warns of duplicate keys and of further documents', () => {
    expect(codes('a: 1\nb: 2\na: 3\n')).toEqual(['warning DUPLICATE_KEY']);
    expect(read('a: 1\na: 3\n').value).toEqual({ a: 3 });
    const many = '---\na: 1\n---\nb: 2\n---\nc: 3\n';
    expect(read(many).value).toEqual({ a: 1 });
    expect(codes(many)).toEqual(['warning MULTIPLE_DOCUMENTS']);
  });

  it('reads CloudFormation tags as placeholders', () => {
    const text = [
      'a: !Ref Queue',
      'b: !GetAtt Fn.Arn',
      'c: !GetAtt [Fn, Arn]',
      `d: !Sub "arn:\${AWS::Region}:x"`,
      'e: !Join ["", ["arn:", !Ref "AWS::Region", ":x"]]',
      'f: !Select [0, [a, b]]',
    ].join('\n');
    expect(read(text)).toEqual({
      value: {
        a: `\${Queue}`,
        b: `\${Fn.Arn}`,
        c: `\${Fn.Arn}`,
        d: `arn:\${AWS::Region}:x`,
        e: `arn:\${AWS::Region}:x`,
        f: `\${Select}`,
      },
      problems: [],
    });
  });

  it.each([
    ['a: 1\n b: 2\n', 'A mapping cannot begin here'],
    ['a: b: c\n', 'A mapping cannot begin here'],
    ['a:\n\tb: 1\n', 'YAML does not allow tabs as indentation'],
    ['a: "x\n', 'Missing closing "quote.'],
    ['a: [1, 2\n', "Expected ']' at the end"],
    ['a: 1\nfoo\n', "Expected ':' after this key"],
    ['a: @x\n', 'A plain string cannot begin with this character'],
    ['[a]: 1\n', 'A key must be a simple text'],
  ])('reports %j and keeps a tree', (text, message) => {
    const parsed = parseYaml(text);
    expect(isBroken(parsed)).toBe(true);
    expect(parsed.root).toBeDefined();
    expect(parsed.problems[0]?.message).toContain(message);
  });

  it.each([
    ['flow', '['.repeat(100_000)],
    ['flow mappings', '{a: '.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['keys', '? '.repeat(20_000)],
  ])('reports hostile nesting of %s', (_, text) => {
    expect(codes(text)).toEqual(['error TOO_DEEPLY_NESTED']);
  });

  it.each(['{[}', '"', '&a ', '!t ', 'a: &x *x\n', '---\n'])(
    // What took time with the square of the length would not be done before the test is ended.
    'comes to the end of 200 KB of nothing but %j',
    (piece) => {
      expect(parseYaml(piece.repeat(200_000 / piece.length)).problems.length).toBeLessThanOrEqual(100);
    },
  );

  it('reads the value that JSON means, for any JSON, since JSON is YAML', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (json) => {
        const text = JSON.stringify(JSON.parse(json), null, 2);
        const fromJson = parseJson(text).root;
        const fromYaml = parseYaml(text).root;
        expect(fromYaml && toJson(fromYaml)).toEqual(fromJson && toJson(fromJson));
      }),
    );
  });

  it('knows exactly where each key and value stands, for any definition printed as YAML', () => {
    fc.assert(
      fc.property(arbitraryDefinitionText(), (json) => {
        const text = YAML.stringify(JSON.parse(json), { lineWidth: 0 });
        const check = (node: SyntaxNode): void => {
          if (node.kind === 'array') node.items.forEach(check);
          if (node.kind === 'scalar') {
            expect(YAML.parse(text.slice(node.start, node.end))).toBe(node.value);
          }
          if (node.kind === 'object') {
            for (const { key, keyRange, value } of node.properties) {
              expect(YAML.parse(text.slice(keyRange.start, keyRange.end))).toBe(key);
              if (value) check(value);
            }
          }
        };
        const { root, problems } = parseYaml(text);
        expect(problems).toEqual([]);
        if (root) check(root);
      }),
    );
  });

  it('never throws, and keeps every key and problem inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '  ',
      '-',
      '[',
      ']',
      '{',
      '}',
      ',',
      '&x ',
      '*x',
      '<<',
      '"',
      "'",
      '|',
      '>',
      '!Ref ',
      '#',
      '---\n',
      '?',
      '%',
      '\t',
      '1',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (text) => {
        const { root, problems } = parseYaml(text);
        for (const { range } of problems) expectRange(range, text);
        if (root) expectRanges(root, text);
      }),
      { numRuns: 1000 },
    );
  });
});

function countNodes(node: SyntaxNode | undefined): number {
  if (node === undefined) return 0;
  let count = 1;
  if (node.kind === 'array') for (const item of node.items) count += countNodes(item);
  if (node.kind === 'object') for (const { value } of node.properties) count += countNodes(value);
  return count;
}

function expectRange({ start, end }: { start: number; end: number }, text: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
}
function expectRanges(node: SyntaxNode, text: string): void {
  expectRange(node, text);
  if (node.kind === 'array') for (const item of node.items) expectRanges(item, text);
  if (node.kind === 'object') {
    for (const { keyRange, value } of node.properties) {
      expectRange(keyRange, text);
      if (value) expectRanges(value, text);
    }
  }
}
