import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlText } from './scalars';

const style = { texts: 'plain', quote: '"', bareWords: new Set<string>() } as const;
const block = (text: string): string => yamlText(text, 'plain', 'block', style);

describe('a text in YAML', () => {
  it('has no quotes when it needs none', () => {
    for (const text of [
      'Ship',
      'Bill order',
      'a:b',
      'C#',
      'is it?',
      '-x',
      '$.a',
      'Ünïcode',
      `\${Arn}`,
      'a, b [c]',
    ]) {
      expect(block(text)).toBe(text);
    }
  });

  it('has quotes where it would be read as something else', () => {
    for (const text of [
      '',
      ' a',
      'a: b',
      '#x',
      'a #b',
      'a:',
      '- a',
      '*a',
      '&a',
      '!a',
      '{a}',
      '@a',
      '%a',
      '"a"',
      '|',
      '---',
    ]) {
      expect(block(text)).not.toBe(text);
    }
    for (const text of [
      'null',
      '~',
      'true',
      '1',
      '-1.5',
      '1e3',
      '0x1F',
      '.5',
      '.inf',
      '2020-01-01',
      '1_000',
      '<<',
    ]) {
      expect(block(text)).toBe(JSON.stringify(text));
    }
  });

  it('has quotes where only YAML 1.1 reads something else', () => {
    for (const text of ['Yes', 'no', 'ON', 'off', 'y', '12:30']) expect(block(text)).toBe(`"${text}"`);
  });

  it('stays without quotes where the document has the same word so', () => {
    const yes = { ...style, bareWords: new Set(['Yes']) };
    expect(yamlText('Yes', 'plain', 'block', yes)).toBe('Yes');
    expect(yamlText('No', 'plain', 'block', yes)).toBe('"No"');
  });

  it('has quotes for what has a meaning between brackets', () => {
    expect(yamlText('a, b', 'plain', 'flow', style)).toBe('"a, b"');
    expect(block('a, b')).toBe('a, b');
  });

  it('keeps the quotes it is given, unless they cannot hold it', () => {
    expect(yamlText('a', "'", 'block', style)).toBe("'a'");
    expect(yamlText("it's", "'", 'block', style)).toBe("'it''s'");
    expect(yamlText('a\nb', "'", 'block', style)).toBe('"a\\nb"');
    expect(yamlText('a', '"', 'block', style)).toBe('"a"');
  });

  it('has the quotes that need no escapes', () => {
    expect(block('{% $a = "x" %}')).toBe(`'{% $a = "x" %}'`);
  });

  it('is read as itself by the YAML library, wherever it stands', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...':#-?,[]{}&*!|>\'"%@` ~=<.\\/\t\nab1yN\u0007\u0085\u2028ü'),
      maxLength: 7,
    });
    const text = fc.oneof(hostile, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, fc.constantFrom('plain' as const, '"' as const, "'" as const), (text, quoting) => {
        const inBlock = yamlText(text, quoting, 'block', style);
        const inFlow = yamlText(text, quoting, 'flow', style);
        expect(parse(`key: ${inBlock}\n`)).toEqual({ key: text });
        expect(parse(`${inBlock}: 1\n`, { stringKeys: true })).toEqual({ [text]: 1 });
        expect(parse(`[${inFlow}, {${inFlow}: 1}]`, { stringKeys: true })).toEqual([text, { [text]: 1 }]);
      }),
      { numRuns: 500 },
    );
  });
});
