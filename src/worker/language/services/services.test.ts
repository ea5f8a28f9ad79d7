import { describe, expect, it } from 'vitest';
import { applyEdits, type TextFormat } from '../../../asl';
import type { SeenData, Suggestions } from '../../services.types';
import { colours } from './colours';
import { hover } from './hover';
import { signatureAt } from './signature';
import { suggest } from './suggest';
import { renameVariable, symbolAt } from './symbols';

const SEEN: SeenData = {
  input: '{"order":{"id":7,"lines":[{"sku":"a"}]}}',
  variables: '{"total":3}',
  result: '{"Payload":{"ok":true}}',
  executionInput: '{"begin":1}',
  source: 'run',
};

/** `|` is the caret. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  return { offset, text: marked.slice(0, offset) + marked.slice(offset + 1) };
}

async function suggested(marked: string, format: TextFormat = 'json'): Promise<Suggestions | undefined> {
  const reply = await suggest({ ...at(marked), format, seen: SEEN });
  return reply.type === 'answer' ? (reply.answer ?? undefined) : undefined;
}
const labels = async (marked: string, format: TextFormat = 'json') =>
  (await suggested(marked, format))?.items.map(({ label }) => label) ?? [];

/** The text with one suggestion taken; stops of snippets are left out. */
async function taken(marked: string, label: string, format: TextFormat = 'json'): Promise<string> {
  const { text } = at(marked);
  const found = await suggested(marked, format);
  const item = found?.items.find((each) => each.label === label);
  if (!found || !item) throw new Error(`no suggestion ${label}`);
  const insert = item.insert.replace(/(?<!\\)\$\d+/g, '').replace(/\\([$}\\])/g, '$1');
  const comma =
    found.comma === undefined ? [] : [{ range: { start: found.comma, end: found.comma }, text: ',' }];
  return applyEdits(text, [...comma, { range: found.replace, text: insert }]);
}

const state = (fields: string, language = 'JSONPath') =>
  `{"StartAt":"A","QueryLanguage":"${language}","States":{"A":{${fields}},"B":{"Type":"Succeed"},"C d":{"Type":"Fail"}}}`;

describe('suggestions of fields', () => {
  it('are those of the type and the language that are not there yet', async () => {
    const found = await labels(state('"Type":"Task","Next":"B","|"'));
    expect(found).toContain('Resource');
    expect(found).toContain('Parameters');
    expect(found).not.toContain('Next');
    expect(found).not.toContain('Arguments');
    expect(await labels(state('"Type":"Task",|', 'JSONata'))).toContain('Arguments');
  });

  it('come with a value to begin with, quotes and commas in place', async () => {
    expect(await taken(state('"Type":"Task","Ne|"'), 'Next')).toBe(state('"Type":"Task","Next": ""'));
    expect(await taken(state('"Type":"Task",Ne|'), 'Next')).toBe(state('"Type":"Task","Next": ""'));
    expect(await taken(state('|"Type":"Wait"'.replace('|', '"|" ')), 'Seconds')).toBe(
      state('"Seconds": 10, "Type":"Wait"'),
    );
    expect(await taken(state('"Type":"Pass" "|"'), 'End')).toBe(state('"Type":"Pass", "End": true'));
    expect(await taken(state('"N|": "B"'), 'Next')).toBe(state('"Next": "B"'));
  });

  it('are of the object they stand in', async () => {
    expect(await labels(state('"Type":"Task","Retry":[{"|"}]'))).toContain('BackoffRate');
    expect(await labels(state('"Type":"Choice","Choices":[{"|"}]'))).toContain('StringEquals');
    expect(await labels('{"|"}')).toContain('StartAt');
    expect(await labels(state('"Type":"Task","Parameters":{"|"}'))).toEqual([]);
  });

  it('are states where states stand', async () => {
    const text = '{"StartAt":"A","States":{"|"}}';
    expect(await labels(text)).toContain('Choice state');
    const written = await taken(text, 'Succeed state');
    expect(written).toMatch(/\{"": \{\s+"Type": "Succeed"\s+\}\}/);
  });
});

describe('suggestions of values', () => {
  it('name the states of the scope, in quotes', async () => {
    expect(await labels(state('"Type":"Pass","Next":"|"'))).toEqual(['B', 'C d']);
    expect(await taken(state('"Type":"Pass","Next":"|"'), 'C d')).toBe(state('"Type":"Pass","Next":"C d"'));
    expect(await taken(state('"Type":"Pass","Next": |'), 'B')).toBe(state('"Type":"Pass","Next": "B"'));
    expect(await taken('{"StartAt": "|\n "States":{"A":{"Type":"Pass"}}}', 'A')).toBe(
      '{"StartAt": "A",\n "States":{"A":{"Type":"Pass"}}}',
    );
  });

  it('are types, resources, error names and the few words a field takes', async () => {
    expect(await labels(state('"Type":"|"'))).toContain('Parallel');
    expect(await labels(state('"Type":"Task","Resource":"arn:|"'))).toContain(
      'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    );
    const errors = await labels(
      state(
        '"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Catch":[{"ErrorEquals":["States.ALL","|"]}]',
      ),
    );
    expect(errors[0]).toBe('Lambda.ServiceException');
    expect(errors).not.toContain('States.ALL');
    expect(await labels(state('"Type":"Task","Retry":[{"JitterStrategy":"|"}]'))).toEqual(['FULL', 'NONE']);
  });
});

describe('suggestions in expressions', () => {
  it('are keys of the data, variables and functions', async () => {
    expect(await labels(state('"Type":"Pass","Parameters":{"a.$":"$.|"}'))).toEqual(['order']);
    expect(await labels(state('"Type":"Pass","InputPath":"$.order.|"'))).toEqual(['id', 'lines']);
    expect(await labels(state('"Type":"Pass","Parameters":{"a.$":"States.For|"}'))).toEqual([
      'States.Format',
    ]);
    expect(await labels(state('"Type":"Task","ResultSelector":{"a.$":"$.Payload.|"}'))).toEqual(['ok']);
    expect(await labels(state('"Type":"Pass","Output":"{% $states.input.order.| %}"', 'JSONata'))).toEqual([
      'id',
      'lines',
    ]);
    expect(await labels(state('"Type":"Pass","Assign":{"sum":1},"Output":"{% $su| %}"', 'JSONata'))).toEqual([
      '$sum',
      '$substring',
      '$substringAfter',
      '$substringBefore',
      '$sum',
    ]);
    expect(await taken(state('"Type":"Pass","Output":"{% $states.in| %}"', 'JSONata'), 'input')).toBe(
      state('"Type":"Pass","Output":"{% $states.input %}"', 'JSONata'),
    );
  });

  it('want the data of the state first', async () => {
    const question = { ...at(state('"Type":"Pass","InputPath":"$.|"')), format: 'json' } as const;
    expect(await suggest(question)).toEqual({ type: 'wants', state: '/States/A' });
    expect(await suggest({ ...question, seen: null })).toEqual({ type: 'answer', answer: null });
  });

  it('begin an empty one', async () => {
    expect(await taken(state('"Type":"Pass","Output":"|"', 'JSONata'), '{% %}')).toContain(
      '"Output":"{%  %}"',
    );
    expect(await labels(state('"Type":"Pass","InputPath":"|"'))).toContain('$.');
  });
});

describe('suggestions in YAML', () => {
  const yaml = (rest: string) =>
    `StartAt: A\nStates:\n  A:\n    Type: Task\n${rest}\n  B:\n    Type: Succeed\n  "C: d":\n    Type: Fail\n`;

  it('are fields, by the indentation of the line', async () => {
    const found = await labels(yaml('    |'), 'yaml');
    expect(found).toContain('Resource');
    expect(found).not.toContain('Type');
    expect(await labels(yaml('    Ne|'), 'yaml')).toContain('Next');
    expect(await taken(yaml('    Ne|'), 'Next', 'yaml')).toBe(yaml('    Next: '));
    expect(await labels(yaml('    Retry:\n      - |'), 'yaml')).toContain('MaxAttempts');
  });

  it('are values, quoted where they must be', async () => {
    expect(await taken(yaml('    Next: |'), 'B', 'yaml')).toBe(yaml('    Next: B'));
    expect(await taken(yaml('    Next: C|'), 'C: d', 'yaml')).toBe(yaml('    Next: "C: d"'));
    expect(await taken(yaml("    Next: '|'"), 'B', 'yaml')).toBe(yaml("    Next: 'B'"));
    expect(await labels(yaml('    Catch:\n      - ErrorEquals: [States.Timeout, |]'), 'yaml')).toContain(
      'States.ALL',
    );
    expect(await labels(yaml('    Catch:\n      - ErrorEquals:\n          - |'), 'yaml')).toContain(
      'States.ALL',
    );
  });

  it('are the data in expressions', async () => {
    expect(await labels(yaml('    InputPath: $.order.|'), 'yaml')).toEqual(['id', 'lines']);
  });

  it('are none in a comment', async () => {
    expect(await labels(yaml('    # |'), 'yaml')).toEqual([]);
  });
});

async function hovered(marked: string, format: TextFormat = 'json') {
  const reply = await hover({ ...at(marked), format, seen: SEEN });
  return reply.type === 'answer' ? reply.answer?.parts.map(({ text }) => text).join('\n') : undefined;
}

describe('hovering', () => {
  it('explains fields', async () => {
    expect(await hovered(state('"Type":"Pass","Res|ultPath":null'))).toMatch(
      /drops the result[\s\S]*JSONPath only/,
    );
    expect(await hovered(state('"Type":"Pass","Parameters":{"Ne|xt":1}'))).toBeUndefined();
  });

  it('sums up the state that is named', async () => {
    expect(await hovered(state('"Type":"Pass","Next":"|B"'))).toMatch(/^B · Succeed/);
  });

  it('resolves paths and expressions on the data', async () => {
    expect(await hovered(state('"Type":"Pass","Parameters":{"a.$":"$.order.|id"}'))).toMatch(
      /in the last run\n7/,
    );
    const sum = state('"Type":"Pass","Output":"{% $states.input.order.|id + $total %}"', 'JSONata');
    expect(await hovered(sum)).toMatch(/order.id in the last run\n7\nAll of it\n10/);
    expect(await hovered(state('"Type":"Pass","Parameters":{"a.$":"States.|UUID()"}'))).toMatch(/version 4/);
  });
});

describe('symbols', () => {
  const named = (marked: string) => {
    const { text, offset } = at(marked);
    const symbol = symbolAt(text, 'json', offset);
    const said = (range: { start: number; end: number }) => text.slice(range.start, range.end);
    return (
      symbol && {
        ...symbol,
        definitions: symbol.definitions.map(said),
        references: symbol.references.map(said),
      }
    );
  };

  it('are states, with every place that names them', () => {
    const found = named(state('"Type":"Choice","Choices":[{"Next":"B"}],"Default":"|B"'));
    expect(found).toMatchObject({ kind: 'state', name: 'B', definitions: ['B'], references: ['B', 'B'] });
    expect(named(state('"Type":"Pass","Next":"Gone|"'))).toBeUndefined();
  });

  it('are variables, which are renamed wherever they are read', () => {
    const marked = state('"Type":"Pass","Assign":{"su|m":1},"Output":"{% $sum + $sum($x) %}"', 'JSONata');
    const { text, offset } = at(marked);
    expect(named(marked)).toMatchObject({ kind: 'variable', definitions: ['sum'], references: ['sum'] });
    const plan = renameVariable(text, 'json', offset, 'total');
    expect(plan.ok && applyEdits(text, plan.edits)).toBe(
      state('"Type":"Pass","Assign":{"total":1},"Output":"{% $total + $sum($x) %}"', 'JSONata'),
    );
    expect(renameVariable(text, 'json', offset, '1a')).toMatchObject({ ok: false });
  });

  it('are variables of JSONPath, too', () => {
    const marked = state('"Type":"Pass","Assign":{"sum.$":"$.a"},"Next":"B","OutputPath":"$su|m.b"');
    expect(named(marked)).toMatchObject({
      kind: 'variable',
      name: 'sum',
      definitions: ['sum'],
      references: ['sum'],
    });
  });
});

describe('the call around the caret', () => {
  it('is the innermost one, and the argument in hand', () => {
    const { text, offset } = at(
      state(`"Type":"Pass","Parameters":{"a.$":"States.Format('a, b', States.UUID(), |)"}`),
    );
    const found = signatureAt(text, 'json', offset);
    expect(found).toMatchObject({ active: 1, signature: 'States.Format(template, ...values)' });
    const [first] = found?.parameters ?? [];
    expect(first && found?.signature.slice(first.start, first.end)).toBe('template');
  });
});

describe('colours', () => {
  const pieces = (text: string, format: TextFormat) =>
    colours(text, format, { start: 0, end: text.length }).map(
      ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
    );

  it('are those of the language the text is in, not of what looks like one', () => {
    expect(pieces(state('"Type":"Pass","Comment":"$.a","InputPath":"$.a"'), 'json')).toEqual(['path $.a']);
    expect(pieces(state('"Type":"Pass","Output":"{% $sum([1]) & \\"x\\" %}"', 'JSONata'), 'json')).toContain(
      'function $sum',
    );
  });

  it('reach blocks of YAML, line by line', () => {
    const text =
      'QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output: |-\n      {% $a\n      & $b %}\n';
    expect(pieces(text, 'yaml')).toEqual([
      'delimiter {%',
      'path $a',
      'delimiter &',
      'path $b',
      'delimiter %}',
    ]);
  });
});
