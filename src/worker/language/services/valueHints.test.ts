import { describe, expect, it } from 'vitest';
import type { StatePath, TextFormat } from '../../../asl';
import type { SeenData } from '../../services.types';
import { valueHints } from './valueHints';

const RUN: SeenData = {
  input: '{"order":{"id":7,"lines":[{"sku":"a"}]}}',
  variables: '{"total":3}',
  result: '{"Payload":{"ok":true}}',
  executionInput: '{"begin":1}',
  source: 'run',
};

/** The text with each hint written where it is shown, in «». */
async function hinted(
  text: string,
  seen: Partial<SeenData> = {},
  format: TextFormat = 'json',
): Promise<string> {
  const question = { text, format, within: { start: 0, end: text.length } };
  const asked = await valueHints(question);
  if (asked.type === 'answer') return text;
  const data = asked.states.map((state) => ({ state, seen: { ...RUN, ...seen } }));
  const found = await valueHints({ ...question, seen: data });
  if (found.type !== 'answer') throw new Error('asked twice');
  return [...found.hints].reverse().reduce((now, { at, text: value }) => {
    return `${now.slice(0, at)}«${value}»${now.slice(at)}`;
  }, text);
}
const machine = (fields: string, language = 'JSONPath') =>
  `{"StartAt":"A","QueryLanguage":"${language}","States":{"A":{${fields}}}}`;

describe('values beside expressions', () => {
  it('are what paths, calls and variables come to', async () => {
    const fields =
      '"Type":"Pass","Parameters":{"a.$":"$.order.id","b.$":"States.Format(\'no {}\', $.order.id)","c.$":"$total","d":"$.x"}';
    expect(await hinted(machine(fields))).toBe(
      machine(
        '"Type":"Pass","Parameters":{"a.$":"$.order.id"«7»,"b.$":"States.Format(\'no {}\', $.order.id)"«"no 7"»,"c.$":"$total"«3»,"d":"$.x"}',
      ),
    );
  });

  it('are read at their stage: the result, what is put out', async () => {
    const task =
      '"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"}';
    const fields = `${task},"ResultSelector":{"ok.$":"$.Payload.ok"},"ResultPath":"$.r","OutputPath":"$.r","End":true`;
    const expected = `${task},"ResultSelector":{"ok.$":"$.Payload.ok"«true»},"ResultPath":"$.r","OutputPath":"$.r"«{"ok":true}»,"End":true`;
    expect(await hinted(machine(fields))).toBe(machine(expected));
    expect(await hinted(machine(fields), { result: undefined })).toBe(machine(fields));
  });

  it('are what JSONata comes to, with the result of the state', async () => {
    const fields =
      '"Type":"Task","Arguments":{"n":"{% $sum([$total, 4]) %}"},"Output":"{% $states.result.Payload.ok %}"';
    expect(await hinted(machine(fields, 'JSONata'))).toBe(
      machine(
        '"Type":"Task","Arguments":{"n":"{% $sum([$total, 4]) %}"«7»},"Output":"{% $states.result.Payload.ok %}"«true»',
        'JSONata',
      ),
    );
  });

  it('say nothing of what fails, is not known or is made up', async () => {
    const jsonPath =
      '"Type":"Pass","Parameters":{"a.$":"$.gone","b.$":"$$.Execution.StartTime","c.$":"$$.Map.Item.Value"}';
    expect(await hinted(machine(jsonPath))).toBe(machine(jsonPath));
    const catcher =
      '"Type":"Task","Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"e.$":"$.Error"},"Next":"A"}]';
    expect(await hinted(machine(catcher))).toBe(machine(catcher));
  });

  it('are those of the next input for the first state only', async () => {
    const text =
      '{"StartAt":"B","States":{"A":{"Type":"Pass","InputPath":"$.order.id"},"B":{"Type":"Pass","InputPath":"$.order.id"}}}';
    const seen = { source: 'input', result: undefined } as const;
    expect(await hinted(text, seen)).toBe(`${text.slice(0, -3)}«7»}}}`);
  });

  it('are short, and stand behind the comma at the end of a line', async () => {
    const long = JSON.stringify({ order: 'x'.repeat(100) });
    const text = '{\n"StartAt":"A","States":{"A":{\n"Type":"Pass",\n"InputPath":"$.order",\n"End":true}}}';
    const value = `"${'x'.repeat(38)}…`;
    expect(await hinted(text, { input: long })).toBe(text.replace('order",', `order",«${value}»`));
  });

  it('are there in YAML, too', async () => {
    const text = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    InputPath: $.order.id # which\n';
    expect(await hinted(text, {}, 'yaml')).toBe(text.replace('.id', '.id«7»'));
  });

  it('do not wait for an expression that does not end', async () => {
    const endless = '{% ($f := function($n) { $f($n + 1) }; $f(0)) %}';
    const fields = `"Type":"Pass","Output":{"a":"${endless}","b":"{% $total %}"}`;
    expect(await hinted(machine(fields, 'JSONata'))).toContain('$total %}"«3»');
  });

  it('are worked out for the lines that are asked about', async () => {
    const text = machine('"Type":"Pass","InputPath":"$.order"');
    const found = await valueHints({ text, format: 'json', within: { start: 0, end: 10 } });
    expect(found).toEqual({ type: 'answer', hints: [] });
    const within = { start: 0, end: text.length };
    const wanted = await valueHints({ text, format: 'json', within });
    expect(wanted).toEqual({ type: 'wants', states: ['/States/A' as StatePath] });
  });
});
