import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDefinitionText } from '../testing/arbitraryDefinition';
import { formatJson } from './formatJson';

describe('formatJson', () => {
  it('indents by two spaces and keeps order, spelling and comments', () => {
    expect(formatJson('{"b":1.0,/* why */"a":[1,{"c":"\\u00e9"}], // last\n"e":{},"d":[]}')).toBe(
      '{\n  "b": 1.0, /* why */\n  "a": [\n    1,\n    {\n      "c": "\\u00e9"\n    }\n  ], // last\n  "e": {},\n  "d": []\n}\n',
    );
  });

  it('keeps placeholders outside strings as they are', () => {
    const text = `{"Retry":\${retry},"n":[\${a}\${b},\${jsonencode({"x": 1})}],\${more}}`;
    expect(formatJson(text)).toBe(
      `{\n  "Retry": \${retry},\n  "n": [\n    \${a}\${b},\n    \${jsonencode({"x": 1})}\n  ],\n  \${more}\n}\n`,
    );
  });

  it('keeps the ends of lines', () => {
    expect(formatJson('{"a":1,\r\n"b":2}')).toBe('{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n');
  });

  it('leaves a broken text alone', () => {
    expect(formatJson('{"a":1,,}')).toBe('{"a":1,,}');
  });

  it('is done after one time, and gives what JSON.stringify gives, for any definition', () => {
    fc.assert(
      fc.property(arbitraryDefinitionText(), (text) => {
        const formatted = formatJson(text);
        expect(formatJson(formatted)).toBe(formatted);
        expect(formatted.replaceAll('\r\n', '\n')).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
      }),
    );
  });
});
