import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../parse/parseText';
import { toJson } from '../parse/toJson';
import type { TextFormat } from '../syntax';
import { arbitraryDefinitionText } from '../testing/arbitraryDefinition';
import { convertFormat } from './convertFormat';

function converted(text: string, from: TextFormat, to: TextFormat): string {
  const result = convertFormat(text, from, to);
  if (!result.ok) throw new Error(result.reason);
  return result.text;
}
const toYaml = (text: string) => converted(text, 'json', 'yaml');
const toJsonText = (text: string) => converted(text, 'yaml', 'json');

describe('convertFormat', () => {
  it('writes YAML as people write it', () => {
    expect(
      toYaml(
        '{"StartAt": "A", "States": {"A": {"Type": "Task", "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 0}], "Result": {}, "End": true}}}',
      ),
    ).toBe(
      [
        'StartAt: A',
        'States:',
        '  A:',
        '    Type: Task',
        '    Retry:',
        '      - ErrorEquals:',
        '          - E',
        '        MaxAttempts: 0',
        '    Result: {}',
        '    End: true',
        '',
      ].join('\n'),
    );
  });

  it('quotes what a reader of YAML 1.1 would take for something else', () => {
    const yaml = toYaml(
      '{"Yes": "no", "on": "2020-01-01", "a": "1_000", "b": "~", "c": "012", "d": "12:30", "e": "$.x", "f": "{% 1 %}"}',
    );
    expect(yaml).toBe(
      '"Yes": "no"\n"on": "2020-01-01"\na: "1_000"\nb: "~"\nc: "012"\nd: "12:30"\ne: $.x\nf: "{% 1 %}"\n',
    );
  });

  it('writes long strings and those of several lines as blocks', () => {
    const long = `{% ${'$states.input.total + '.repeat(6)}1 %}`;
    const text = JSON.stringify({ Comment: 'one\ntwo', Condition: long });
    expect(toYaml(text)).toBe(`Comment: |-\n  one\n  two\nCondition: |-\n  ${long}\n`);
  });

  it('keeps the order of keys, also of those that are numbers', () => {
    expect(toYaml('{"b": 1, "2": 2, "1": 3}')).toBe('b: 1\n"2": 2\n"1": 3\n');
    expect(toJsonText('b: 1\n2: 2\n1: 3\n')).toBe('{\n  "b": 1,\n  "2": 2,\n  "1": 3\n}\n');
  });

  it('writes out aliases and merge keys in JSON, and the last of duplicate keys', () => {
    expect(JSON.parse(toJsonText('x: &r {A: 1}\ny: *r\nz: {<<: *r, B: 2}\nx: 3\n'))).toEqual({
      x: 3,
      y: { A: 1 },
      z: { A: 1, B: 2 },
    });
  });

  it('formats either notation when it stays', () => {
    expect(converted('{"a":1}', 'json', 'json')).toBe('{\n  "a": 1\n}\n');
    expect(converted('a:   1 # c\n', 'yaml', 'yaml')).toBe('a: 1 # c\n');
  });

  it('makes nothing of an empty text', () => {
    expect(toYaml('  ')).toBe('');
  });

  it('says which line keeps a broken text from being converted', () => {
    expect(convertFormat('{\n"a": 1\n"b": 2}', 'json', 'yaml')).toEqual({
      ok: false,
      reason: "Line 2: Expected ',' before this.",
    });
  });

  it('keeps the value of any definition, there and back', () => {
    fc.assert(
      fc.property(arbitraryDefinitionText(), (text) => {
        expect(JSON.parse(toJsonText(toYaml(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps any JSON value, there and back', () => {
    const odd = fc.constantFrom(
      '',
      ' ',
      'a\n',
      '\n',
      '\n a',
      'a \nb',
      '\t',
      'a\tb',
      '- x',
      '# c',
      'a: b',
      'a #b',
      '|',
      '\u2028',
      '\u0000',
      '\ufeffx',
      '...',
      '---',
      '!t',
      '&a',
      '*a',
      '0o7',
      '0x1f',
      '.5',
      '1e3',
      '+1',
      '.inf',
      'null',
      'True',
      '<<',
      '=',
      'x'.repeat(120),
      `${'long words '.repeat(12)}`,
      ` ${'long words '.repeat(12)}\n`,
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(
        fc.oneof(odd, fc.string({ unit: 'binary' })),
        fc.oneof(odd, fc.array(odd), fc.string({ unit: 'binary' })),
      ),
    );
    fc.assert(
      fc.property(value, (json) => {
        const text = JSON.stringify(json);
        const yaml = toYaml(text);
        const { root, problems } = parseText(yaml, 'yaml');
        expect(problems).toEqual([]);
        expect(root && toJson(root)).toEqual(JSON.parse(text));
        expect(JSON.parse(toJsonText(yaml))).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });
});
