import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeAtPointer, parseText } from '../../../asl';
import type { FieldNotation, FieldQuestion, SeenData } from '../../services.types';
import { fieldHover, fieldSymbol } from './fieldNames';
import { placesOf } from './fieldPlace';

const JSON_TEXT = `{
  "QueryLanguage": "JSONata", "StartAt": "Begin",
  "States": {
    "Begin": { "Type": "Pass", "Assign": { "total": 3 }, "Next": "Take" },
    "Take": { "Type": "Pass", "Output": {"say": "{% \\"a\\" & $total & $string($states.input.id) %}"}, "End": true }
  }
}`;
const YAML_TEXT = `QueryLanguage: JSONata
StartAt: Begin
States:
  Begin:
    Type: Pass
    Assign: { total: 3 }
    Next: Take
  Take:
    Type: Pass
    Output:
      say: |-
        {%
          "a" & $total & $string($states.input.id) %}
    End: true
`;
const SEEN: SeenData = {
  input: '{"id":7}',
  variables: '{"total":3}',
  executionInput: '{}',
  source: 'run',
};

/** `|` is the place asked about. */
function question(text: string, at: string, typed: string, notation: FieldNotation): FieldQuestion {
  const format = text.startsWith('{') ? 'json' : 'yaml';
  return { text, format, at, notation, draft: typed.replace('|', ''), offset: typed.indexOf('|') };
}
const inJson = question(
  JSON_TEXT,
  '/States/Take/Output',
  '{\n  "say": "{% \\"a\\" & $to|tal & $string($states.input.id) %}"\n}',
  'json',
);
const value = '{%\n  "a" & $to|tal & $string($states.input.id) %}';
const inYaml = question(YAML_TEXT, '/States/Take/Output/say', value, 'words');
const bare = question(YAML_TEXT, '/States/Take/Output/say', value.slice(5, -3), 'expression');

describe('a name in a field', () => {
  it('is that of the document, in either notation', () => {
    for (const asked of [inJson, inYaml, bare]) {
      const found = fieldSymbol(asked);
      expect(found).toMatchObject({ type: 'symbol', kind: 'variable', name: 'total' });
      if (found.type !== 'symbol') continue;
      expect(found.places.map(({ defines, name, field }) => ({ defines, name, field }))).toEqual([
        { defines: true, name: 'Begin', field: ['Assign', 'total'] },
        { defines: false, name: 'Take', field: ['Output', 'say'] },
      ]);
      for (const { start } of found.places) expect(asked.text.slice(start, start + 5)).toBe('total');
    }
  });

  it('may be a state, in the JSON of a whole state', () => {
    const typed = '{ "Type": "Pass", "Next": "Ta|ke", "Assign": {"total": 3} }';
    const found = fieldSymbol(question(YAML_TEXT, '/States/Begin', typed, 'json'));
    expect(found).toMatchObject({
      kind: 'state',
      state: '/States/Take',
      places: [
        { defines: true, name: 'Take', field: [] },
        { defines: false, name: 'Begin', field: ['Next'] },
      ],
    });
  });

  it('is not asked for before the document says what the field does', () => {
    const other = question(JSON_TEXT, '/States/Take/Output', '{ "say": "{% $to|tal %}" }', 'json');
    expect(fieldSymbol(other)).toEqual({ type: 'unwritten' });
    expect(fieldSymbol({ ...inYaml, at: '/States/Take/Comment' })).toEqual({ type: 'unwritten' });
    expect(fieldSymbol({ ...inYaml, offset: 1 })).toEqual({ type: 'nothing' });
  });
});

describe('what is said of a place in a field', () => {
  it('is what the editor says: a function, and the value on the data', async () => {
    const typed = value.replace('|', '').replace('$string', '$str|ing');
    const help = await fieldHover(question(YAML_TEXT, '/States/Take/Output/say', typed, 'words'));
    expect(JSON.stringify(help)).toContain('$string(');
    expect(await fieldHover(inJson)).toEqual({ type: 'wants', state: '/States/Take' });
    const said = JSON.stringify(await fieldHover({ ...inJson, seen: SEEN }));
    expect(said).toContain('$total in the last run');
    expect(said).toContain('a37');
    expect(await fieldHover({ ...inYaml, draft: 'x' })).toEqual({ type: 'unwritten' });
  });
});

describe('the characters of a string', () => {
  it('stand where they are written', () => {
    const words = fc.string({ unit: fc.constantFrom(...`a$%{}"'\\ \n\té😀`) });
    fc.assert(
      fc.property(words, (said) => {
        const text = `{ "x": ${JSON.stringify(said)} }`;
        const node = nodeAtPointer(parseText(text, 'json').root, '/x');
        if (node?.kind !== 'scalar') throw new Error('no string');
        const places = placesOf(text, node);
        expect(places).toHaveLength(said.length);
        const plain = said.split('').map((char, index) => [char, text.charAt(places[index] ?? -1)] as const);
        for (const [char, there] of plain) {
          expect(/["\\\n\t]/.test(char) ? there : char).toBe(/["\\\n\t]/.test(char) ? '\\' : there);
        }
      }),
    );
  });
});

it('finds what stands behind escapes of any kind', () => {
  for (const [format, text] of [
    ['json', '{"a":"\\ud83d\\ude00 \\u00e9 z"}'],
    ['yaml', 'a: "\\x41 \\U0001F600 z"'],
  ] as const) {
    const node = nodeAtPointer(parseText(text, format).root, '/a');
    if (node?.kind !== 'scalar') throw new Error('no text');
    const value = String(node.value);
    expect(text.charAt(placesOf(text, node)[value.indexOf('z')] ?? -1)).toBe('z');
  }
});
