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
      reason: 'This has to be a whole number of seconds. $.name is the text “Ann” here.',
    });
    const items = await evaluation(
      machine({
        Type: 'Map',
        ItemsPath: '$.order',
        ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
      }),
      ORDER,
    );
    expect(shown(items)).toMatchObject({
      field: 'ItemsPath',
      marked: '$.order',
      reason: 'This has to be a list. $.order is an object with “id”, “total”, “lines” here.',
      fixes: ['$.order.lines'],
    });
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
      marked: '$states.input.name',
      reason: 'What stands left of * has to be a number, and is the text “Ann” here.',
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
      reason: 'This has to be a number. It comes to the text “Ann” here.',
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

const PASSING = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
const MANY = { ...PASSING, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
const READER = { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b', Key: 'k' } };

describe('The expression that failed a state inside a container, of which no event tells', () => {
  const cases: readonly (readonly [field: string, state: object])[] = [
    ['SecondsPath', { Type: 'Wait', SecondsPath: '$.nam' }],
    ['TimestampPath', { Type: 'Wait', TimestampPath: '$.nam' }],
    ['ItemsPath', { Type: 'Map', ItemsPath: '$.nam', ItemProcessor: PASSING }],
    [
      'MaxConcurrencyPath',
      { Type: 'Map', ItemsPath: '$.order.lines', MaxConcurrencyPath: '$.nam', ItemProcessor: PASSING },
    ],
    [
      'ItemReader/Parameters/Key.$',
      {
        Type: 'Map',
        ItemReader: { ...READER, Parameters: { Bucket: 'b', 'Key.$': '$.nam' } },
        ItemProcessor: MANY,
      },
    ],
    [
      'ItemReader/ReaderConfig/MaxItemsPath',
      {
        Type: 'Map',
        ItemReader: { ...READER, ReaderConfig: { InputType: 'JSON', MaxItemsPath: '$.nam' } },
        ItemProcessor: MANY,
      },
    ],
    [
      'ToleratedFailureCountPath',
      { Type: 'Map', ItemsPath: '$.order.lines', ToleratedFailureCountPath: '$.nam', ItemProcessor: MANY },
    ],
    [
      'TimeoutSecondsPath',
      {
        Type: 'Task',
        Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f',
        TimeoutSecondsPath: '$.nam',
      },
    ],
    ['ErrorPath', { Type: 'Fail', End: undefined, ErrorPath: '$.nam' }],
  ];
  for (const [field, state] of cases) {
    const inner = { StartAt: 'In', States: { In: { End: true, ...state } } };
    const found = { field, marked: '.nam', fixes: ['$.name'], saw: ['$'] };
    it(`is ${field}, in an item and in a branch`, async () => {
      const items = machine({ Type: 'Map', ItemsPath: '$.items', ItemProcessor: inner });
      const inItem = await evaluation(items, { items: [ORDER] }, '/States/S/ItemProcessor/States/In');
      expect(shown(inItem)).toMatchObject(found);
      const branches = machine({ Type: 'Parallel', Branches: [PASSING, inner] });
      const inBranch = await evaluation(branches, ORDER, '/States/S/Branches/1/States/In');
      expect(shown(inBranch)).toMatchObject(found);
    });
  }
  it('is not one of a Wait that another branch ended', async () => {
    const wait = { StartAt: 'In', States: { In: { Type: 'Wait', SecondsPath: '$.order.id', End: true } } };
    const fails = { StartAt: 'F', States: { F: { Type: 'Fail' } } };
    const branches = machine({ Type: 'Parallel', Branches: [wait, fails] });
    expect(await evaluation(branches, ORDER, '/States/S/Branches/0/States/In')).toBeUndefined();
  });
});

describe('A path or call that is none', () => {
  it('is marked where it cannot be read', async () => {
    const found = await evaluation(machine({ Type: 'Pass', InputPath: '$.order[' }), ORDER);
    expect(shown(found)).toMatchObject({ field: 'InputPath', marked: '[' });
  });
  it('is corrected to the function that was meant', async () => {
    const fields = { Type: 'Pass', Parameters: { 'v.$': "States.Fromat('{}', $.name)" } };
    expect(shown(await evaluation(machine(fields), ORDER))).toMatchObject({
      marked: 'States.Fromat',
      reason: 'There is no intrinsic function States.Fromat.',
      fixes: ["States.Format('{}', $.name)"],
    });
  });
  it('is told what it cannot do', async () => {
    const call = { Type: 'Pass', Parameters: { 'v.$': 'States.Array(1, States.MathAdd($.name, 1))' } };
    expect(shown(await evaluation(machine(call), ORDER))).toMatchObject({
      marked: 'States.MathAdd($.name, 1)',
      reason: 'States.MathAdd failed: The first argument must be a number, but was "Ann".',
    });
    const put = await evaluation(machine({ Type: 'Pass', Result: 1, ResultPath: '$.name.x' }), ORDER);
    expect(shown(put)).toMatchObject({
      field: 'ResultPath',
      marked: '.x',
      reason: '$.name is the text “Ann” here, so nothing can be put at .x in it.',
    });
  });
});

describe('JSONata that throws', () => {
  const DATA = {
    name: 'Ann',
    count: '12',
    list: [{ x: 1 }, { x: 'q' }],
    order: { total: 5, true: 1 },
    yes: 'true',
  };
  const thrown = async (expression: string) =>
    shown(await evaluation(machine({ Type: 'Pass', Output: `{% ${expression} %}` }, 'JSONata'), DATA));
  const cases: readonly (readonly [expression: string, marked: string, reason: string, fixes?: string[]])[] =
    [
      [
        '$states.input.count * 2',
        '$states.input.count',
        'What stands left of * has to be a number, and is the text “12” here.',
        ['$number($states.input.count) * 2'],
      ],
      [
        '$states.input.name + "!"',
        '$states.input.name',
        'What stands left of + has to be a number, and is the text “Ann” here.',
        ['$states.input.name & "!"'],
      ],
      [
        '$states.input.count > $states.input.order.total',
        '>',
        '> compares two numbers or two texts. Here it has the text “12” on its left and the number 5 on its right.',
        [
          '$number($states.input.count) > $states.input.order.total',
          '$number($states.input.count) > $number($states.input.order.total)',
        ],
      ],
      ['$error("no stock")', '$error', 'The expression raises this error itself: no stock.'],
      ['$assert(false, "low")', '$assert', 'What an $assert in the expression asks for does not hold: low.'],
      [
        '$uppercas($states.input.name)',
        '$uppercas',
        'There is no function $uppercas.',
        ['$uppercase($states.input.name)'],
      ],
      [
        'uppercase($states.input.name)',
        'uppercase',
        'A function is called with a $ before its name: $uppercase(…).',
        ['$uppercase($states.input.name)'],
      ],
      ['$eval("1")', '$eval', 'AWS does not offer $eval.'],
      ['$length(5)', '$length', '$length cannot take the number 5 as its first argument.'],
      ['$number($states.input.name)', '$number', 'The text “Ann” cannot be read as a number.'],
      [
        '$map($states.input.list, function($v) { $v.x * 2 })',
        '$v.x',
        'What stands left of * has to be a number, and is the text “q” here.',
      ],
      [
        '$map($states.input.list, function($v) { $number($v.x) })',
        '$number',
        'The text “q” cannot be read as a number.',
      ],
      ['$states.input.name ~> $nothing', '~>', 'What stands right of ~> has to be a function.'],
      [
        '($f := function($x) { 1 + $f($x) }; $f(1))',
        '($f := function($x) { 1 + $f($x) }; $f(1))',
        'It calls itself too often, and is stopped as AWS stops it. Does the recursion end?',
      ],
    ];
  for (const [expression, marked, reason, fixes = []] of cases)
    it(`is told plainly: ${expression}`, async () => {
      const texts = fixes.map((text) => `{% ${text} %}`);
      const found = await thrown(expression);
      expect(found).toMatchObject({ reason, fixes: texts });
      if (!expression.includes('$f')) expect(found?.marked).toBe(marked);
    });
  it('by chance is told by what it said', async () => {
    const found = await thrown('$random() = 0.5 ? 1 : $error("unlucky")');
    expect(found?.reason).toBe('unlucky.');
  });
  it('while items are selected is marked in the item that it threw for', async () => {
    const map = {
      Type: 'Map',
      Items: '{% $states.input.list %}',
      ItemSelector: { v: '{% $states.context.Map.Item.Value.x * 2 %}' },
      ItemProcessor: PASSING,
    };
    expect(shown(await evaluation(machine(map, 'JSONata'), DATA))).toMatchObject({
      field: 'ItemSelector/v',
      marked: '$states.context.Map.Item.Value.x',
      reason: 'What stands left of * has to be a number, and is the text “q” here.',
    });
  });
  it('is not blamed on names that it asks for with care', async () => {
    const found = await thrown('$exists($states.input.foo) ? $states.input.foo : $states.input.order.totl');
    expect(found).toMatchObject({
      marked: '.totl',
      fixes: ['{% $exists($states.input.foo) ? $states.input.foo : $states.input.order.total %}'],
    });
    expect(await thrown('/* $foo */ $states.input.nam')).toMatchObject({ marked: '.nam' });
    expect(await thrown('$map($states.input.lst, $uppercase)')).toMatchObject({ marked: '.lst' });
  });
  it('is corrected to names only, never to words of the language', async () => {
    expect((await thrown('$states.input.order.tru'))?.fixes[0]).toBe('{% $states.input.order.`true` %}');
  });
  it('is converted where a type is asked for, and not to null', async () => {
    const wait = machine({ Type: 'Wait', Seconds: '{% $states.input.count %}' }, 'JSONata');
    expect(shown(await evaluation(wait, DATA))?.fixes).toEqual(['{% $number($states.input.count) %}']);
    const missing = machine({ Type: 'Wait', Seconds: '{% $states.input.m %}' }, 'JSONata');
    expect(shown(await evaluation(missing, DATA))).toMatchObject({ marked: '.m', fixes: [] });
    const choice = {
      Type: 'Choice',
      End: undefined,
      Choices: [{ Condition: '{% $states.input.yes %}', Next: 'Next' }],
    };
    expect(shown(await evaluation(machine(choice, 'JSONata'), DATA))?.fixes).toEqual([
      '{% $lowercase($states.input.yes) = "true" %}',
    ]);
  });
});

describe('What is said of an expression', () => {
  const DATA = { name: 'Ann', last: 'Lee', n: 3, list: [{ x: 1 }] };
  const said = async (expression: string, first: object = {}) =>
    shown(await evaluation(machine({ Type: 'Pass', Output: `{% ${expression} %}` }, 'JSONata', first), DATA));
  const call = async (fields: object) =>
    shown(await evaluation(machine({ Type: 'Pass', Parameters: fields }), DATA));

  it('is not that a function is missing where a variable is called', async () => {
    const found = await said('$limit(3)', { Assign: { limit: 5 } });
    expect(found?.reason).toBe('$limit is the number 5 here, and no function.');
    expect((await said('($f := 3; $f(1))'))?.reason).toBe('$f is no function here.');
  });
  it('blames no name of its own, and none in a regular expression', async () => {
    for (const own of ['$states.input.list@$v.($v.x = 9 ? $v.x)', '$states.input.list#$i[x=99]'])
      expect(await said(own)).toMatchObject({ marked: own, reason: 'It comes to nothing on this data.' });
    const matched = '$match($states.input.name, /$name/)[0].match';
    expect(await said(matched)).toMatchObject({ marked: matched, fixes: [] });
    expect(await said('$states.input.n / $ratio / 2')).toMatchObject({ marked: '$ratio' });
  });
  it('blames no name that it asks for with care when another part comes to nothing', async () => {
    const found = await said('$exists($states.input.foo) ? $states.input.foo : $lookup($states.input, "zz")');
    expect(found).toMatchObject({ reason: 'It comes to nothing on this data.', fixes: [] });
  });
  it('is that a function is no data', async () => {
    const reason = 'It comes to a function, or has one in it, which is no data.';
    expect((await said('function($x) { $x }'))?.reason).toBe(reason);
  });
  it('joins all the texts that are put together', async () => {
    expect(await said('$states.input.name + " " + $states.input.last')).toMatchObject({
      fixes: ['{% $states.input.name & " " & $states.input.last %}'],
    });
  });
  it('is of the call that failed, of several of one function', async () => {
    expect(await call({ 'a.$': 'States.MathAdd($.n, 1)', 'b.$': 'States.MathAdd($.name, 1)' })).toMatchObject(
      {
        field: 'Parameters/b.$',
        marked: 'States.MathAdd($.name, 1)',
      },
    );
    const both = 'States.Array(States.MathAdd($.n, 1), States.MathAdd($.name, 1))';
    expect(await call({ 'v.$': both })).toMatchObject({ marked: 'States.MathAdd($.name, 1)' });
  });
  it('corrects a function inside another one', async () => {
    expect(await call({ 'v.$': "States.Array(1, States.Fromat('{}', $.name))" })).toMatchObject({
      marked: 'States.Fromat',
      fixes: ["States.Array(1, States.Format('{}', $.name))"],
    });
  });
  it('quotes the beginning of long names only', async () => {
    const found = await evaluation(machine({ Type: 'Pass', InputPath: '$.a' }), { ['k'.repeat(5_000)]: 1 });
    expect(found?.reason?.length).toBeLessThan(100);
  });
});
