import { describe, expect, it } from 'vitest';
import type { EpochMs, Json, StatePath } from '../../asl';
import { defaultSettings } from '../../interpreter';
import { stubAnswer } from '../../services';
import type { VisitExplanation } from '../amend.types';
import { connectExecutionClient } from '../executionClient';
import { createExecutionHost } from '../executionHost';
import { createFakePulse } from '../testing/fakePulse';
import { InProcessPort } from '../testing/inProcessPort';
import { watched } from '../testing/watched';

/** What is said of the expression that failed the state S of a machine. */
async function evaluation(
  definition: object,
  input: Json = {},
  state = '/States/S',
): Promise<VisitExplanation['evaluation']> {
  const client = watched(
    connectExecutionClient(
      () =>
        new InProcessPort((post) =>
          createExecutionHost({ post, pulse: createFakePulse(), callService: stubAnswer }),
        ),
      () => () => {},
    ),
  );
  const ended = new Promise<void>((resolve) => {
    client.subscribe((news) => {
      if (news.type === 'progress' && news.batch.control === 'ended') resolve();
    });
  });
  const settings = defaultSettings({ startTime: 1_700_000_000_000 as EpochMs, executionName: 'run' });
  const run = {
    text: JSON.stringify(definition),
    format: 'json',
    input: JSON.stringify(input),
    settings,
  } as const;
  expect(await client.start(run, 'instant', false, { breakpoints: [] })).toEqual({ ok: true });
  await ended;
  return (await client.ask('explain', { state: state as StatePath, number: 0 }))?.evaluation;
}

const machine = (fields: object, language = 'JSONPath', first: object = {}) => ({
  QueryLanguage: language,
  StartAt: 'First',
  States: {
    First: { Type: 'Pass', ...first, Next: 'S' },
    S: { End: true, ...fields },
    Next: { Type: 'Succeed' },
  },
});
const ORDER = { order: { id: 7, total: 12, lines: [{ price: 5 }] }, name: 'Ann' };
const shown = (found: VisitExplanation['evaluation']) =>
  found && {
    field: found.field.join('/'),
    marked: found.text.slice(found.marked.start, found.marked.end),
    reason: found.reason,
    fixes: found.fixes.map(({ text }) => text),
    saw: found.saw.map(({ name }) => name),
  };

describe('The expression that failed a state, in JSONPath', () => {
  it('is marked at the name that is not there, with the nearest one', async () => {
    const found = await evaluation(
      machine({ Type: 'Pass', Parameters: { a: 1, 'v.$': '$.order.totl' } }),
      ORDER,
    );
    expect(shown(found)).toEqual({
      field: 'Parameters/v.$',
      marked: '.totl',
      reason: '$.order has no “totl”. It has “id”, “total”, “lines”.',
      fixes: ['$.order.total'],
      saw: ['$'],
    });
    expect(found?.saw).toEqual([{ name: '$', value: ORDER }]);
    expect(found?.range).toBeDefined();
  });
  it('is looked for elsewhere in the data', async () => {
    const found = await evaluation(machine({ Type: 'Pass', InputPath: '$.total' }), ORDER);
    expect(shown(found)).toMatchObject({ field: 'InputPath', marked: '.total', fixes: ['$.order.total'] });
  });
  it('says when a list is taken for an object, or is too short', async () => {
    const list = await evaluation(machine({ Type: 'Pass', OutputPath: '$.order.lines.price' }), ORDER);
    expect(shown(list)).toMatchObject({
      marked: '.price',
      fixes: ['$.order.lines[0].price', '$.order.lines[*].price'],
    });
    const short = await evaluation(machine({ Type: 'Pass', InputPath: '$.order.lines[3].price' }), ORDER);
    expect(shown(short)).toMatchObject({
      marked: '[3]',
      reason: '$.order.lines is a list of 1 item: there is none at [3].',
      fixes: ['$.order.lines[0].price'],
    });
  });
  it('is found in a rule of a Choice', async () => {
    const rule = { Variable: '$.order.totel', NumericGreaterThan: 1, Next: 'Next' };
    const other = { And: [{ Variable: '$.name', StringEquals: 'Bob' }, rule], Next: 'Next' };
    const { Next: _next, ...inner } = rule;
    const nested = await evaluation(
      machine({
        Type: 'Choice',
        End: undefined,
        Choices: [{ ...other, And: [{ Variable: '$.name', IsString: true }, inner] }],
      }),
      ORDER,
    );
    expect(shown(nested)).toMatchObject({
      field: 'Choices/0/And/1/Variable',
      marked: '.totel',
      fixes: ['$.order.total'],
    });
  });
  it('is found inside a call, and in what a variable holds', async () => {
    const fields = { Type: 'Pass', Parameters: { 'v.$': "States.Format('$.x {}', $ordr.total)" } };
    const found = await evaluation(machine(fields, 'JSONPath', { Assign: { 'order.$': '$.order' } }), ORDER);
    expect(shown(found)).toMatchObject({
      marked: '$ordr',
      reason: 'No variable $ordr has a value here. There is $order.',
      fixes: ["States.Format('$.x {}', $order.total)"],
    });
  });
  it('is told what value it has that cannot be used', async () => {
    const wait = await evaluation(machine({ Type: 'Wait', SecondsPath: '$.name' }), ORDER);
    expect(shown(wait)).toMatchObject({
      field: 'SecondsPath',
      marked: '$.name',
      reason: '$.name is "Ann" here.',
    });
    const items = await evaluation(
      machine({
        Type: 'Map',
        ItemsPath: '$.order',
        ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
      }),
      ORDER,
    );
    expect(shown(items)).toMatchObject({ field: 'ItemsPath', marked: '$.order' });
  });
  it('is found for the item whose selection failed', async () => {
    const found = await evaluation(
      machine({
        Type: 'Map',
        ItemsPath: '$.list',
        ItemSelector: { 'v.$': '$$.Map.Item.Value.x' },
        ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
      }),
      { list: [{ x: 1 }, { y: 2 }] },
    );
    expect(shown(found)).toMatchObject({ marked: '.x', reason: '$$.Map.Item.Value has no “x”. It has “y”.' });
  });
  it('reads what a Task was answered', async () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f', 'Payload.$': '$' },
    };
    const found = await evaluation(
      machine({ ...task, ResultSelector: { 'v.$': '$.Payload.order.tax' } }),
      ORDER,
    );
    expect(found).toMatchObject({ result: { StatusCode: 200 }, field: ['ResultSelector', 'v.$'] });
    expect(found?.saw[0]?.value).toMatchObject({ StatusCode: 200 });
  });
  it('is none where a Task failed, or a state inside', async () => {
    expect(await evaluation(machine({ Type: 'Pass' }), ORDER)).toBeUndefined();
    const inner = { Type: 'Pass', InputPath: '$.nothing', End: true };
    const map = { Type: 'Parallel', Branches: [{ StartAt: 'S', States: { S: inner } }] };
    const failing = machine(map);
    expect(await evaluation(failing, ORDER)).toBeUndefined();
    expect(await evaluation(failing, ORDER, '/States/S/Branches/0/States/S')).toMatchObject({
      field: ['InputPath'],
    });
  });
});

describe('The expression that failed a state, in JSONata', () => {
  it('is marked at the name that is not there', async () => {
    const found = await evaluation(
      machine({ Type: 'Pass', Output: { a: [{ v: '{% $states.input.order.totl %}' }] } }, 'JSONata'),
      ORDER,
    );
    expect(shown(found)).toEqual({
      field: 'Output/a/0/v',
      marked: '.totl',
      reason: '$states.input.order has no “totl”. It has “id”, “total”, “lines”.',
      fixes: [
        '{% $states.input.order.total %}',
        '{% $exists($states.input.order.totl) ? $states.input.order.totl : null %}',
      ],
      saw: ['$states.input'],
    });
  });
  it('is marked where JSONata stumbled', async () => {
    const found = await evaluation(
      machine({ Type: 'Pass', Output: '{% 1 + $states.input.name * 2 %}' }, 'JSONata'),
      ORDER,
    );
    expect(shown(found)).toMatchObject({
      marked: '*',
      reason: 'The left side of the "*" operator must evaluate to a number.',
      fixes: [],
    });
  });
  it('is marked in a condition, at a variable, and beside names of its own', async () => {
    const found = await evaluation(
      machine(
        {
          Type: 'Choice',
          End: undefined,
          Choices: [{ Condition: '{% ($x := 1; $x + $limt > 3) %}', Next: 'Next' }],
        },
        'JSONata',
        { Assign: { limit: 5 } },
      ),
      ORDER,
    );
    expect(shown(found)).toMatchObject({
      field: 'Choices/0/Condition',
      marked: '$limt',
      fixes: ['{% ($x := 1; $x + $limit > 3) %}'],
    });
  });
  it('says what it comes to when that is of the wrong type', async () => {
    const found = await evaluation(
      machine({ Type: 'Wait', Seconds: '{% $states.input.name %}' }, 'JSONata'),
      ORDER,
    );
    expect(shown(found)).toMatchObject({
      field: 'Seconds',
      reason: 'It comes to "Ann" here.',
      marked: '$states.input.name',
    });
  });
  it('reads the result of a Task', async () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f' },
    };
    const found = await evaluation(
      machine({ ...task, Output: '{% $states.result.Payload.tax %}' }, 'JSONata'),
      ORDER,
    );
    expect(found).toMatchObject({ result: { StatusCode: 200 } });
    expect(found?.saw.map(({ name }) => name)).toEqual(['$states.result']);
  });
});
