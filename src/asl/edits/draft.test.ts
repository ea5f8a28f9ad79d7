import { describe, expect, it } from 'vitest';
import { parseText } from '../parse/parseText';
import type { TextFormat } from '../syntax';
import { Draft } from './draft';
import { lines } from './testing/edited';
import { applyEdits } from './textEdits';

/** The text after a draft, or the reason why there is none. */
function drafted(text: string, write: (draft: Draft) => void, format: TextFormat = 'json'): string {
  const draft = new Draft(parseText(text, format));
  write(draft);
  const result = draft.finish('test');
  return result.ok ? applyEdits(text, result.edits) : result.reason;
}
const yaml = (text: string, write: (draft: Draft) => void): string => drafted(text, write, 'yaml');

describe('properties in JSON', () => {
  it('come where they are wanted', () => {
    const text = '{"a": 1, "b": 2}';
    expect(drafted(text, (draft) => draft.insertProperty('', 'x', 0))).toBe('{"a": 1, "b": 2, "x": 0}');
    expect(drafted(text, (draft) => draft.insertProperty('', 'x', 0, { after: 'a' }))).toBe(
      '{"a": 1, "x": 0, "b": 2}',
    );
    expect(drafted(text, (draft) => draft.insertProperty('', 'x', 0, { before: 'b' }))).toBe(
      '{"a": 1, "x": 0, "b": 2}',
    );
    expect(drafted(text, (draft) => draft.insertProperty('', 'x', 0, { first: true }))).toBe(
      '{"x": 0, "a": 1, "b": 2}',
    );
  });

  it('are taken out with their comma, or with the one before', () => {
    const text = '{"a": 1, "b": 2, "c": 3}';
    expect(drafted(text, (draft) => draft.removeProperty('', 'a'))).toBe('{"b": 2, "c": 3}');
    expect(drafted(text, (draft) => draft.removeProperty('', 'b'))).toBe('{"a": 1, "c": 3}');
    expect(drafted(text, (draft) => draft.removeProperty('', 'c'))).toBe('{"a": 1, "b": 2}');
    const all = (draft: Draft): void => {
      for (const key of ['a', 'b', 'c']) draft.removeProperty('', key);
    };
    expect(drafted(text, all)).toBe('{}');
    expect(drafted('{\n  "a": 1, // one\n  "b": 2, // two\n  "c": 3\n}', all)).toBe('{}');
    expect(drafted('{ // all\n  "a": 1, "b": 2, "c": 3 }', all)).toBe('{ // all\n}');
  });

  it('are taken out and put in at once', () => {
    const text = '{\n  "a": 1,\n  "b": 2, // two\n  "c": 3\n}';
    expect(
      drafted(text, (draft) => {
        draft.removeProperty('', 'c');
        draft.renameKey('', 'a', 'A');
        draft.insertProperty('', 'd', [1, { e: null }]);
        draft.setValue('/b', 'two');
      }),
    ).toBe('{\n  "A": 1,\n  "b": "two", // two\n  "d": [\n    1,\n    {\n      "e": null\n    }\n  ]\n}');
    expect(
      drafted('{"a": 1}', (draft) => {
        draft.removeProperty('', 'a');
        draft.insertProperty('', 'b', 2, { first: true });
      }),
    ).toBe('{"b": 2}');
    expect(
      drafted('{\n  "a": 1,\n  "b": 2\n}', (draft) => {
        draft.removeProperty('', 'a');
        draft.removeProperty('', 'b');
        draft.insertProperty('', 'c', 3);
      }),
    ).toBe('{\n  "c": 3\n}');
  });

  it('are set, whether they are there or not', () => {
    expect(drafted('{"a": {"b": 1}}', (draft) => draft.setProperty('/a', 'b', { c: [] }))).toBe(
      '{"a": {"b": {"c": []}}}',
    );
    expect(drafted('{"a": {}}', (draft) => draft.setProperty('/a', 'b', true))).toBe('{"a": {"b": true}}');
  });

  it('may have names that objects of JavaScript have', () => {
    expect(drafted('{"__proto__": 1}', (draft) => draft.insertProperty('', 'constructor', 2))).toBe(
      '{"__proto__": 1, "constructor": 2}',
    );
    expect(drafted('{"a": 1}', (draft) => draft.renameKey('', 'a', '__proto__'))).toBe('{"__proto__": 1}');
  });

  it('stand apart from what a template tool puts between them', () => {
    const text = '{\n  "a": @{one},\n  @{more},\n  "b": 2\n}'.replaceAll('@', '$');
    expect(drafted(text, (draft) => draft.removeProperty('', 'b'))).toContain('{more}');
    expect(drafted(text, (draft) => draft.insertProperty('', 'c', 3, { after: 'a' }))).toBe(
      text.replace('one},', 'one},\n  "c": 3,'),
    );
  });
});

describe('items of lists', () => {
  it('are put in and taken out in JSON', () => {
    expect(drafted('[1, 2, 3]', (draft) => draft.insertItem('', 1, 9))).toBe('[1, 9, 2, 3]');
    expect(drafted('[1, 2, 3]', (draft) => draft.insertItem('', 3, 9))).toBe('[1, 2, 3, 9]');
    expect(
      drafted('[1, 2, 3]', (draft) => {
        draft.removeItem('', 0);
        draft.removeItem('', 2);
      }),
    ).toBe('[2]');
    expect(drafted('{\n  "a": [{\n    "b": 1\n  }]\n}', (draft) => draft.insertItem('/a', 1, { b: 2 }))).toBe(
      '{\n  "a": [{\n    "b": 1\n  }, {\n    "b": 2\n  }]\n}',
    );
  });

  it('are put in and taken out in YAML', () => {
    const text = lines`
      list:
      # one
      - a: 1
        b: 2   # two
      - - x
        - y
      - # null
      other: [1, 2]
    `;
    expect(yaml(text, (draft) => draft.insertItem('/list', 1, { c: [true] }))).toBe(
      text.replace('# two\n', '# two\n- c:\n    - true\n'.replace('    -', '  -')),
    );
    expect(yaml(text, (draft) => draft.removeItem('/list', 0))).toBe(text.replace(/- a: 1\n.*\n/, ''));
    expect(yaml(text, (draft) => draft.removeItem('/list/1', 0))).toBe(text.replace('- - x\n  - y', '- - y'));
    expect(yaml(text, (draft) => draft.removeItem('/list', 2))).toBe(text.replace('- # null\n', ''));
    expect(yaml(text, (draft) => draft.insertItem('/other', 2, 'a, b'))).toBe(
      text.replace('2]', '2, "a, b"]'),
    );
  });

  it('leave an empty list, in either notation', () => {
    expect(drafted('{"a": [ 1 ]}', (draft) => draft.removeItem('/a', 0))).toBe('{"a": []}');
    expect(yaml('a:\n  - 1 # one\nb: 2\n', (draft) => draft.removeItem('/a', 0))).toBe('a: []\nb: 2\n');
    expect(yaml('- - 1\n- 2\n', (draft) => draft.removeItem('/0', 0))).toBe('- []\n- 2\n');
  });
});

describe('properties in YAML', () => {
  it('may be the first behind a dash', () => {
    expect(yaml('- a: 1 # one\n  b: 2\n', (draft) => draft.removeProperty('/0', 'a'))).toBe('- b: 2\n');
    expect(yaml('- a: 1\n  # about b\n  b: 2\n', (draft) => draft.removeProperty('/0', 'a'))).toBe(
      '-\n  # about b\n  b: 2\n',
    );
    expect(yaml('- a: 1\n', (draft) => draft.insertProperty('/0', 'z', 0, { first: true }))).toBe(
      '- z: 0\n  a: 1\n',
    );
    expect(yaml('- a: 1\n', (draft) => draft.removeProperty('/0', 'a'))).toBe('- {}\n');
  });

  it('keep comments that stand above and below them', () => {
    const text = 'a:\n  # about b\n  b: 1\n  # about c\n  c: 2\n# end\n';
    expect(yaml(text, (draft) => draft.removeProperty('/a', 'b'))).toBe(
      'a:\n  # about b\n  # about c\n  c: 2\n# end\n',
    );
    expect(yaml(text, (draft) => draft.insertProperty('/a', 'z', 0, { first: true }))).toBe(
      'a:\n  z: 0\n  # about b\n  b: 1\n  # about c\n  c: 2\n# end\n',
    );
    expect(yaml(text, (draft) => draft.insertProperty('/a', 'z', 0))).toBe(
      text.replace('c: 2', 'c: 2\n  z: 0'),
    );
  });

  it('leave block scalars as they are', () => {
    const text = 'a: |+\n  kept\n\nb: >-\n  folded\n  text\n\nc: 1\n';
    expect(yaml(text, (draft) => draft.insertProperty('', 'z', 'x', { after: 'a' }))).toBe(
      'a: |+\n  kept\n\nz: x\nb: >-\n  folded\n  text\n\nc: 1\n',
    );
    expect(yaml(text.replace('+', ''), (draft) => draft.removeProperty('', 'b'))).toBe(
      'a: |\n  kept\n\nc: 1\n',
    );
    expect(yaml(text, (draft) => draft.setValue('/b', 'short'))).toBe(
      text.replace('>-\n  folded\n  text', 'short'),
    );
  });

  it('take values of another kind', () => {
    expect(yaml('a: 1 # one\nb: 2\n', (draft) => draft.setValue('/a', { x: [1] }))).toBe(
      'a: # one\n  x:\n    - 1\nb: 2\n',
    );
    expect(yaml('a:\n  x: 1\nb: 2\n', (draft) => draft.setValue('/a', 'text'))).toBe('a: text\nb: 2\n');
    expect(yaml('a:\n  x: 1\nb: 2\n', (draft) => draft.setValue('/a', [{ v: 1, z: 2 }]))).toBe(
      'a:\n  - v: 1\n    z: 2\nb: 2\n',
    );
    expect(yaml('a:\nb: 2\n', (draft) => draft.setValue('/a', null))).toBe('a:\nb: 2\n');
    expect(yaml('a:\nb: 2\n', (draft) => draft.setValue('/a', 3))).toBe('a: 3\nb: 2\n');
    expect(yaml('a: {b: 1}\n', (draft) => draft.setValue('/a/b', { c: 'x' }))).toBe('a: {b: {c: x}}\n');
  });

  it('are refused rather than written where they would mean something else', () => {
    const merged = 'base: &base {x: 1}\na:\n  <<: *base\n  y: 2\nb: *base\n';
    const refused = 'This part of the workflow is shared through a YAML anchor, alias or merge key';
    expect(yaml(merged, (draft) => draft.setValue('/a/x', 2))).toContain(refused);
    expect(yaml(merged, (draft) => draft.setValue('/b/x', 2))).toContain(refused);
    expect(yaml(merged, (draft) => draft.setValue('/base/x', 2))).toContain(refused);
    expect(yaml(merged, (draft) => draft.removeProperty('/a', 'x'))).toContain(refused);
    expect(yaml(merged, (draft) => draft.removeProperty('', 'base'))).toContain(refused);
    expect(yaml(merged, (draft) => draft.setValue('/a/y', 3))).toBe(merged.replace('y: 2', 'y: 3'));
    expect(yaml(merged, (draft) => draft.insertProperty('/a', 'z', 3))).toBe(
      merged.replace('y: 2', 'y: 2\n  z: 3'),
    );
    expect(yaml(merged, (draft) => draft.setValue('/b', 7))).toBe(
      merged
        .replace('*base\n', '7\n')
        .replace('<<: 7', '<<: *base')
        .replace(/b: \*base\n$/, 'b: 7\n'),
    );
    expect(yaml('? a\n: 1\n', (draft) => draft.setValue('/a', { b: 1 }))).toContain('This cannot be written');
  });

  it('are refused where nothing is', () => {
    expect(yaml('a: 1\n', (draft) => draft.removeProperty('', 'b'))).toBe('a: 1\n');
    expect(yaml('a: 1\n', (draft) => draft.setValue('/b', 1))).toContain('This cannot be written');
    expect(yaml('a: 1\n', (draft) => draft.insertProperty('/a', 'b', 1))).toContain('This cannot be written');
  });
});
