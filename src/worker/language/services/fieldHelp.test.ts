import { describe, expect, it } from 'vitest';
import { convertFormat } from '../../../asl';
import type { FieldHelp, FieldNotation, SeenData } from '../../services.types';
import { fieldHelp } from './fieldHelp';

const SEEN: SeenData = {
  input: '{"order":{"id":7,"lines":[{"sku":"a"}]}}',
  variables: '{"total":3}',
  result: '{"Payload":{"ok":true}}',
  executionInput: '{}',
  source: 'run',
};

const machine = (language: string, fields: object) =>
  JSON.stringify({
    QueryLanguage: language,
    StartAt: 'A/b',
    States: {
      'A/b': { Type: 'Task', Resource: 'r', Assign: { total: 3 }, ...fields, Next: 'B' },
      B: { Type: 'Succeed' },
    },
  });

function inYaml(text: string): string {
  const converted = convertFormat(text, 'json', 'yaml');
  if (!converted.ok) throw new Error('not converted');
  return converted.text;
}

interface Asked {
  readonly notation: FieldNotation;
  readonly field: string;
  /** `|` is the caret. */
  readonly typed: string;
  readonly language?: 'JSONata' | 'JSONPath';
  readonly written?: object;
  readonly yaml?: boolean;
}

async function asked(question: Asked): Promise<FieldHelp | null> {
  const { notation, field, typed, language = 'JSONata', written = {}, yaml = false } = question;
  const offset = typed.indexOf('|');
  const text = machine(language, written);
  const reply = await fieldHelp({
    text: yaml ? inYaml(text) : text,
    format: yaml ? 'yaml' : 'json',
    at: `/States/A~1b${field}`,
    draft: typed.replace('|', ''),
    offset,
    notation,
    seen: SEEN,
  });
  if (reply.type === 'wants') throw new Error('asked for data that it has');
  return reply.answer;
}

/** The drafts that each suggestion would make; stops are bars. */
async function taken(question: Asked): Promise<readonly string[]> {
  const draft = question.typed.replace('|', '');
  const found = (await asked(question))?.suggestions;
  return (found?.items ?? []).map(
    ({ insert }) =>
      draft.slice(0, found?.replace.start) +
      insert.replace(/(?<!\\)\$\d+/g, '|').replace(/\\([$}\\])/g, '$1') +
      draft.slice(found?.replace.end),
  );
}

describe('suggestions in a field of a form', () => {
  it('are keys of the actual data, functions and variables, wherever the document keeps the field', async () => {
    for (const yaml of [false, true]) {
      const output = { notation: 'words', field: '/Output', yaml } as const;
      expect(await taken({ ...output, typed: '{% $states.input.| %}' })).toEqual([
        '{% $states.input.order %}',
      ]);
      expect(await taken({ ...output, typed: '{% $su| %}' })).toContain('{% $substring(|) %}');
      expect(await taken({ ...output, typed: '{% $to| %}' })).toContain('{% $total %}');
      expect(await taken({ ...output, typed: '{%\n  $states.result.Pay|\n%}' })).toEqual([
        '{%\n  $states.result.Payload\n%}',
      ]);
    }
  });

  it('are not kept from what is a block of lines in YAML', async () => {
    const written = { Output: '{%\n  $uppercase("a\\\\b");\n  $states.input\n%}\n' };
    const output = { notation: 'words', field: '/Output', written, yaml: true } as const;
    expect(await taken({ ...output, typed: '{%\n  $uppercase("a\\\\b") & $states.in|\n%}' })).toEqual([
      '{%\n  $uppercase("a\\\\b") & $states.input\n%}',
    ]);
  });

  it('stand among quotes and backslashes as they are typed', async () => {
    const words = { notation: 'words', field: '/Output' } as const;
    expect(await taken({ ...words, typed: '{% "\\"a\\\\" & $states.input.order.i| %}' })).toEqual([
      '{% "\\"a\\\\" & $states.input.order.id %}',
    ]);
    const json = { notation: 'json', field: '/Arguments' } as const;
    expect(await taken({ ...json, typed: '{ "q\\"": "{% \\"x\\" & $to| %}" }' })).toContain(
      '{ "q\\"": "{% \\"x\\" & $total %}" }',
    );
  });

  it('do without the braces that a condition may leave out', async () => {
    const amount = { notation: 'expression', field: '/TimeoutSeconds' } as const;
    expect(await taken({ ...amount, typed: '$states.input.order.i|' })).toEqual(['$states.input.order.id']);
    expect(await taken({ ...amount, typed: '$states.input.order.i| + 1' })).toEqual([
      '$states.input.order.id + 1',
    ]);
    expect(await taken({ ...amount, typed: '|' })).toContain('{% | %}');
  });

  it('are paths in JSONPath, of the stage that the field reads', async () => {
    const path = { language: 'JSONPath', notation: 'words' } as const;
    expect(await taken({ ...path, field: '/InputPath', typed: '$.order.l|' })).toEqual(['$.order.lines']);
    expect(await taken({ ...path, field: '/TimeoutSecondsPath', typed: '$to|' })).toEqual(['$total']);
    const select = { ...path, notation: 'json', field: '/ResultSelector' } as const;
    expect(await taken({ ...select, typed: '{ "a.$": "$.Pay|' })).toEqual(['{ "a.$": "$.Payload']);
    expect(await taken({ ...select, typed: '{ "a.$": "States.ArrayU|" }' })).toEqual([
      '{ "a.$": "States.ArrayUnique(|)" }',
    ]);
    expect(await asked({ ...path, field: '/Comment', typed: '$.|' })).toEqual({
      suggestions: null,
      signature: null,
    });
  });

  it('help with a draft that is no JSON yet', async () => {
    const json = { notation: 'json', field: '/Arguments' } as const;
    expect(await taken({ ...json, typed: '{ "a": [ { "b": "{% $states.input.order.| %}", "c"' })).toEqual([
      '{ "a": [ { "b": "{% $states.input.order.id %}", "c"',
      '{ "a": [ { "b": "{% $states.input.order.lines %}", "c"',
    ]);
    expect(await taken({ ...json, typed: '"{% $tot| %}"' })).toEqual(['"{% $total %}"']);
    expect((await asked({ ...json, typed: '{ "a": "plain |" }' }))?.suggestions).toBeNull();
  });

  it('are fields and names of states where a whole state is typed', async () => {
    const whole = { notation: 'json', field: '' } as const;
    expect(await taken({ ...whole, typed: '{ "Type": "Task", "Next": "|" }' })).toEqual([
      '{ "Type": "Task", "Next": "B" }',
    ]);
    expect(await taken({ ...whole, typed: '{ "Type": "Task", "Retry": [{ "|" }] }' })).toContain(
      '{ "Type": "Task", "Retry": [{ "BackoffRate": 2 }] }',
    );
  });

  it('want the data of the state, as the editor does', async () => {
    const text = machine('JSONata', {});
    const question = { text, format: 'json', at: '/States/A~1b/Output', notation: 'words' } as const;
    expect(await fieldHelp({ ...question, draft: '{% $', offset: 4 })).toEqual({
      type: 'wants',
      state: '/States/A~1b',
    });
  });
});

describe('the call around the caret of a field', () => {
  it.each([
    ['words', '/Output', '{% $substring($x, | %}'],
    ['expression', '/TimeoutSeconds', '$substring($x, |'],
    ['json', '/Arguments', '{ "a": "{% $substring($x, | %}" }'],
    ['json', '/Arguments', '{ "a": "{% $substring(\\"(\\", | %}'],
  ] as const)('is known in %s: %s %s', async (notation, field, typed) => {
    const signature = (await asked({ notation, field, typed }))?.signature;
    expect(signature?.signature).toMatch(/^\$substring\(/);
    expect(signature?.active).toBe(1);
  });
});
