import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  convertFormat,
  invertEdits,
  type Json,
  type JsonObject,
  planFixes,
  type TextFormat,
} from '../../asl';
import { checkDefinition } from './checkDefinition';

const LAMBDA = 'arn:aws:states:::lambda:invoke';
const end: JsonObject = { Type: 'Pass', Result: 1, End: true };
const pass = (rest: JsonObject): JsonObject => ({ Type: 'Pass', Result: 1, ...rest });
const retry: JsonObject = { ErrorEquals: ['States.ALL'] };
const lambda = (rest: JsonObject): JsonObject => ({
  Type: 'Task',
  Resource: LAMBDA,
  Parameters: { FunctionName: 'f' },
  Retry: [retry],
  End: true,
  ...rest,
});
const bareLambda: JsonObject = {
  Type: 'Task',
  Resource: LAMBDA,
  Parameters: { FunctionName: 'f' },
  End: true,
};
const choice = (rest: JsonObject): JsonObject => ({ Type: 'Choice', Default: 'B', ...rest });
const rule = (rest: JsonObject = {}): JsonObject => ({
  Variable: '$.x',
  IsPresent: true,
  Next: 'B',
  ...rest,
});
const each = (rest: JsonObject, inside: JsonObject = {}): JsonObject => ({
  Type: 'Map',
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'Inside',
    States: { Inside: end },
    ...inside,
  },
  End: true,
  ...rest,
});
const job: JsonObject = { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun.sync', End: true };
const glue = (rest: JsonObject = {}): JsonObject => ({ ...job, Parameters: { JobName: 'j' }, ...rest });

const machine = (States: JsonObject, rest: JsonObject = {}): string =>
  JSON.stringify({ StartAt: Object.keys(States)[0] ?? 'A', ...rest, States }, null, 2);
const check = (text: string, format: TextFormat = 'json') =>
  checkDefinition(text, format, 'STANDARD').diagnostics;

interface Case {
  readonly name: string;
  readonly states: JsonObject;
  readonly rest?: JsonObject;
  readonly code: string;
  /** What the finding covers of the text. */
  readonly at: string;
  /** The fix that is tried; none offered when absent. */
  readonly kind?: string;
  /** The same, and nothing wrong. */
  readonly nearly: JsonObject;
}

const CASES: readonly Case[] = [
  {
    name: 'a target that is misspelt',
    states: { A: pass({ Next: 'Bil' }), Bill: end },
    code: 'MISSING_TRANSITION_TARGET',
    at: '"Bil"',
    kind: 'nearestState',
    nearly: { A: pass({ Next: 'Bill' }), Bill: end },
  },
  {
    name: 'a target that is not there yet',
    states: { A: pass({ Next: 'Something new' }) },
    code: 'MISSING_TRANSITION_TARGET',
    at: '"Something new"',
    kind: 'addState',
    nearly: { A: pass({ End: true }) },
  },
  {
    name: 'a state that nothing leads to',
    states: { A: end, B: end },
    code: 'MISSING_TRANSITION_TARGET',
    at: '"B"',
    kind: 'deleteState',
    nearly: { A: pass({ Next: 'B' }), B: end },
  },
  {
    name: 'a state that leads nowhere',
    states: { A: choice({ Choices: [rule()] }), B: pass({}) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"B"',
    kind: 'addEnd',
    nearly: { A: choice({ Choices: [rule()] }), B: end },
  },
  {
    name: 'a state before others that leads nowhere',
    states: { A: pass({}), B: end },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"A"',
    kind: 'addNext',
    nearly: { A: pass({ Next: 'B' }), B: end },
  },
  {
    name: 'Next and End',
    states: { A: pass({ Next: 'B', End: true }), B: end },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"Next"',
    kind: 'removeEnd',
    nearly: { A: pass({ Next: 'B' }), B: end },
  },
  {
    name: 'a Choice without Default',
    states: { A: { Type: 'Choice', Choices: [rule()] }, B: end },
    code: 'CHOICE_WITHOUT_DEFAULT',
    at: '"A"',
    kind: 'addDefault',
    nearly: { A: choice({ Choices: [rule()] }), B: end },
  },
  {
    name: 'a name twice',
    states: {
      A: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: end } }], Next: 'B' },
      B: end,
    },
    code: 'DUPLICATE_STATE_NAME',
    at: '"A"',
    kind: 'renameState',
    nearly: {
      A: { Type: 'Parallel', Branches: [{ StartAt: 'C', States: { C: end } }], Next: 'B' },
      B: end,
    },
  },
  {
    name: 'a name of 81 characters',
    states: { ['n'.repeat(81)]: end },
    code: 'INVALID_STATE_NAME',
    at: `"${'n'.repeat(81)}"`,
    kind: 'renameState',
    nearly: { ['n'.repeat(80)]: end },
  },
  {
    name: 'States.ALL before others',
    states: { A: lambda({ Retry: [retry, { ErrorEquals: ['X'] }] }) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '[\n            "States.ALL"\n          ]',
    kind: 'allLast',
    nearly: { A: lambda({ Retry: [{ ErrorEquals: ['X'] }, retry] }) },
  },
  {
    name: 'States.ALL beside others',
    states: { A: lambda({ Catch: [{ ErrorEquals: ['X', 'States.ALL'], Next: 'B' }] }), B: end },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '[\n            "X",\n            "States.ALL"\n          ]',
    kind: 'allAlone',
    nearly: { A: lambda({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] }), B: end },
  },
  {
    name: 'a retrier whose errors are named before',
    states: { A: lambda({ Retry: [{ ErrorEquals: ['X', 'Y'] }, { ErrorEquals: ['Y'] }, retry] }) },
    code: 'SHADOWED_HANDLER',
    at: '"ErrorEquals"',
    kind: 'removeHandler',
    nearly: { A: lambda({ Retry: [{ ErrorEquals: ['X', 'Y'] }, { ErrorEquals: ['Y', 'Z'] }, retry] }) },
  },
  {
    name: 'a catcher that alone leads on and is never asked',
    states: {
      A: lambda({
        Catch: [
          { ErrorEquals: ['X'], Next: 'B' },
          { ErrorEquals: ['X'], Next: 'C' },
        ],
      }),
      B: end,
      C: end,
    },
    code: 'SHADOWED_HANDLER',
    at: '"ErrorEquals"',
    nearly: {
      A: lambda({
        Catch: [
          { ErrorEquals: ['X'], Next: 'B' },
          { ErrorEquals: ['Y'], Next: 'C' },
        ],
      }),
      B: end,
      C: end,
    },
  },
  {
    name: 'a rule that asks what another has asked',
    states: { A: choice({ Choices: [rule(), rule({ Comment: 'again' })] }), B: end },
    code: 'DEAD_CHOICE_RULE',
    at: '"Variable"',
    kind: 'removeRule',
    nearly: { A: choice({ Choices: [rule(), rule({ Variable: '$.y' })] }), B: end },
  },
  {
    name: 'a rule after one that always matches',
    states: {
      A: choice({
        QueryLanguage: 'JSONata',
        Choices: [
          { Condition: true, Next: 'B' },
          { Condition: '{% $states.input.x %}', Next: 'B' },
        ],
      }),
      B: end,
    },
    code: 'DEAD_CHOICE_RULE',
    at: '"Condition"',
    kind: 'removeRule',
    nearly: {
      A: choice({
        QueryLanguage: 'JSONata',
        Choices: [
          { Condition: '{% $states.input.x %}', Next: 'B' },
          { Condition: true, Next: 'B' },
        ],
      }),
      B: end,
    },
  },
  {
    name: 'a heartbeat as long as the timeout',
    states: { A: lambda({ TimeoutSeconds: 60, HeartbeatSeconds: 60 }) },
    code: 'HEARTBEAT_NOT_SMALLER',
    at: '60',
    kind: 'lowerHeartbeat',
    nearly: { A: lambda({ TimeoutSeconds: 60, HeartbeatSeconds: 59 }) },
  },
  {
    name: 'a last retrier that never retries',
    states: { A: lambda({ Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }] }) },
    code: 'RETRIES_NEVER',
    at: '0',
    kind: 'retryThrice',
    nearly: { A: lambda({ Retry: [{ ErrorEquals: ['X'], MaxAttempts: 0 }, retry] }) },
  },
  {
    name: 'more iterations at a time than there can be',
    states: {
      A: { Type: 'Map', MaxConcurrency: 41, ItemProcessor: { StartAt: 'B', States: { B: end } }, End: true },
    },
    code: 'CONCURRENCY_OVER_LIMIT',
    at: '41',
    kind: 'lowerConcurrency',
    nearly: {
      A: { Type: 'Map', MaxConcurrency: 40, ItemProcessor: { StartAt: 'B', States: { B: end } }, End: true },
    },
  },
  {
    name: 'a path without .$',
    states: { A: lambda({ Parameters: { FunctionName: 'f', Payload: { id: '$.order.id' } } }) },
    code: 'NO_DOLLAR',
    at: '"$.order.id"',
    kind: 'addDollar',
    nearly: {
      A: lambda({ Parameters: { FunctionName: 'f', Payload: { 'id.$': '$.order.id', price: '$5' } } }),
    },
  },
  {
    name: 'a path in a Result',
    states: { A: { Type: 'Pass', Result: { 'id.$': '$.id' }, End: true } },
    code: 'PASS_RESULT_IS_STATIC',
    at: '"Result"',
    kind: 'toParameters',
    nearly: { A: { Type: 'Pass', Parameters: { 'id.$': '$.id' }, End: true } },
  },
  {
    name: 'a path in a JSONata state',
    states: { A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: { 'id.$': '$.order.id' }, End: true } },
    code: 'EXPRESSION_NOT_EVALUATED',
    at: '"id.$"',
    kind: 'toExpression',
    nearly: { A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: { 'cost.$': '5' }, End: true } },
  },
  {
    name: 'an expression in a JSONPath state',
    states: { A: { Type: 'Pass', Parameters: { id: '{% $states.input.order.id %}' }, End: true } },
    code: 'EXPRESSION_NOT_EVALUATED',
    at: '"{% $states.input.order.id %}"',
    kind: 'toPath',
    nearly: { A: { Type: 'Pass', Parameters: { id: '{ 5 % }' }, End: true } },
  },
  {
    name: 'a Lambda function without Retry',
    states: { A: bareLambda },
    code: 'LAMBDA_WITHOUT_RETRY',
    at: '"A"',
    kind: 'lambdaRetry',
    nearly: { A: lambda({ Retry: [{ ErrorEquals: ['Lambda.ServiceException'] }] }) },
  },
  {
    name: 'a Lambda function with a Retry for something else',
    states: { A: lambda({ Retry: [{ ErrorEquals: ['X'] }] }) },
    code: 'LAMBDA_WITHOUT_RETRY',
    at: '"A"',
    kind: 'lambdaRetry',
    nearly: { A: lambda({ Retry: [{ ErrorEquals: ['X', 'States.TaskFailed'] }] }) },
  },
  {
    name: 'a job without timeout',
    states: { A: glue() },
    code: 'TASK_WITHOUT_TIMEOUT',
    at: '"A"',
    kind: 'addTimeout',
    nearly: { A: glue({ TimeoutSeconds: 5 }) },
  },
  {
    name: 'a loop that asks for a job',
    states: {
      A: glue({ Resource: 'arn:aws:states:::glue:startJobRun', End: false, Next: 'W' }),
      W: { Type: 'Wait', Seconds: 5, Next: 'B' },
      B: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:glue:getJobRun',
        Parameters: { JobName: 'j', RunId: 'r' },
        Next: 'C',
      },
      C: { Type: 'Choice', Choices: [{ Variable: '$.done', IsPresent: true, Next: 'D' }], Default: 'W' },
      D: end,
    },
    code: 'POLLING_LOOP',
    at: '"A"',
    nearly: {
      A: glue({ Resource: 'arn:aws:states:::glue:startJobRun', End: false, Next: 'W' }),
      W: { Type: 'Wait', Seconds: 5, Next: 'B' },
      B: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:glue:getJobRun',
        Parameters: { JobName: 'j', RunId: 'r' },
        Next: 'D',
      },
      D: end,
    },
  },
  {
    name: 'a Pass that changes nothing',
    states: { A: { Type: 'Pass', Next: 'B' }, B: end },
    code: 'NEEDLESS_PASS',
    at: '"A"',
    kind: 'deletePass',
    nearly: { A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' }, B: end },
  },
  {
    name: 'a Pass that keeps a value',
    states: { A: { Type: 'Pass', Result: 1, ResultPath: '$.x', Next: 'B' }, B: end },
    code: 'NEEDLESS_PASS',
    at: '"A"',
    nearly: { A: { Type: 'Pass', Result: 1, Next: 'B' }, B: end },
  },
  {
    name: 'a variable that is assigned nowhere',
    states: { A: pass({ Next: 'B' }), B: { Type: 'Pass', Parameters: { 'x.$': '$total.sum' }, End: true } },
    code: 'POSSIBLY_UNDEFINED_VARIABLE',
    at: '"$total.sum"',
    kind: 'declareVariable',
    nearly: {
      A: pass({ Assign: { total: 1 }, Next: 'B' }),
      B: { Type: 'Pass', Parameters: { 'x.$': '$total.sum' }, End: true },
    },
  },
  {
    name: 'a variable that is assigned inside only',
    states: {
      A: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'I', States: { I: pass({ Assign: { x: 1 }, End: true }) } }],
        Next: 'B',
      },
      B: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $x %}', End: true },
    },
    code: 'POSSIBLY_UNDEFINED_VARIABLE',
    at: '"{% $x %}"',
    kind: 'declareVariable',
    nearly: {
      A: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'I', States: { I: pass({ Assign: { y: 1 }, End: true }) } }],
        Assign: { x: 1 },
        Next: 'B',
      },
      B: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $x %}', End: true },
    },
  },
  {
    name: 'an intrinsic call with too few arguments',
    states: { A: { Type: 'Pass', Parameters: { 'x.$': 'States.ArrayGetItem($.list)' }, End: true } },
    code: 'INTRINSIC_ARGUMENTS',
    at: '"States.ArrayGetItem($.list)"',
    nearly: { A: { Type: 'Pass', Parameters: { 'x.$': 'States.ArrayGetItem($.list, 0)' }, End: true } },
  },
  {
    name: 'an intrinsic call with an argument of the wrong type',
    states: { A: pass({ Parameters: { 'x.$': "States.MathAdd(1, '-1')" }, End: true }) },
    code: 'INTRINSIC_ARGUMENTS',
    at: '"States.MathAdd(1, \'-1\')"',
    nearly: {
      A: pass({ Parameters: { 'x.$': 'States.MathAdd(1, -1)', 'y.$': 'States.MathAdd($.a, 2)' }, End: true }),
    },
  },
  {
    name: 'an intrinsic call of a call that gives something else',
    states: { A: pass({ Parameters: { 'x.$': 'States.ArrayLength(States.UUID())' }, End: true }) },
    code: 'INTRINSIC_ARGUMENTS',
    at: '"States.ArrayLength(States.UUID())"',
    nearly: {
      A: pass({ Parameters: { 'x.$': 'States.ArrayLength(States.Array(States.UUID()))' }, End: true }),
    },
  },
  {
    name: 'a template with more places than values',
    states: { A: pass({ Parameters: { 'x.$': "States.Format('{} of {}', $.n)" }, End: true }) },
    code: 'INTRINSIC_ARGUMENTS',
    at: '"States.Format(\'{} of {}\', $.n)"',
    nearly: {
      A: pass({
        Parameters: { 'x.$': "States.Format('{} of \\\\{\\\\}', $.n)", 'y.$': 'States.Format($.t, 1)' },
        End: true,
      }),
    },
  },
  {
    name: 'a cause that is no string',
    states: { A: { Type: 'Fail', CausePath: 'States.MathAdd($.a, 1)' } },
    code: 'INTRINSIC_ARGUMENTS',
    at: '"States.MathAdd($.a, 1)"',
    nearly: { A: { Type: 'Fail', CausePath: "States.Format('{}', $.a)", ErrorPath: 'States.UUID()' } },
  },
  {
    name: 'a machine that never ends',
    states: { A: pass({ Next: 'B' }), B: pass({ Next: 'A' }) },
    code: 'MISSING_END_STATE',
    at: '"States"',
    kind: 'addEnd',
    nearly: { A: pass({ Next: 'B' }), B: end },
  },
  {
    name: 'a field twice, once with .$',
    states: { A: pass({ Parameters: { deep: [{ a: 1, 'a.$': '$.a' }] }, End: true }) },
    code: 'DUPLICATE_KEY',
    at: '"a"',
    kind: 'removePlain',
    nearly: { A: pass({ Parameters: { a: 1, 'b.$': '$.a', c: { 'a.$': '$.a' } }, End: true }) },
  },
  {
    name: 'a Map with Parameters and ItemSelector',
    states: { A: each({ Parameters: {}, ItemSelector: {} }) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"ItemSelector"',
    kind: 'removeParameters',
    nearly: { A: each({ ItemSelector: {} }) },
  },
  {
    name: 'an ItemBatcher that says its size twice',
    states: { A: each({ ItemBatcher: { MaxItemsPerBatch: 2, MaxItemsPerBatchPath: '$.n' } }) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"MaxItemsPerBatchPath"',
    kind: 'removeMaxItemsPerBatchPath',
    nearly: { A: each({ ItemBatcher: { MaxItemsPerBatch: 2, MaxInputBytesPerBatchPath: '$.n' } }) },
  },
  {
    name: 'a ResultWriter that says nothing',
    states: { A: each({ ResultWriter: { WriterConfig: {} } }) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"ResultWriter"',
    kind: 'removeField',
    nearly: { A: each({ ResultWriter: { WriterConfig: { Transformation: 'NONE' } } }) },
  },
  {
    name: 'Credentials that are null',
    states: { A: lambda({ Credentials: null }) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"Credentials"',
    kind: 'removeField',
    nearly: { A: lambda({ Credentials: { RoleArn: 'arn:aws:iam::123456789012:role/r' } }) },
  },
  {
    name: 'a result put into a variable',
    states: { A: lambda({ ResultPath: '$total' }) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"$total"',
    nearly: { A: lambda({ ResultPath: '$.total' }) },
  },
  {
    name: 'a field of a retrier that is misspelt',
    states: { A: lambda({ Retry: [{ ...retry, MaxAtempts: 1 }] }) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"MaxAtempts"',
    kind: 'renameField',
    nearly: { A: lambda({ Retry: [{ ...retry, MaxAttempts: 1, Comment: 'once' }] }) },
  },
  {
    name: 'a field of a processor that is none',
    states: { A: each({}, { Sates: 1 }) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"Sates"',
    nearly: { A: each({}, { Comment: 'inside' }) },
  },
  {
    name: 'a field that is misspelt',
    states: { A: { Type: 'Pass', Reslt: 1, End: true } },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"Reslt"',
    kind: 'renameField',
    nearly: { A: end },
  },
  {
    name: 'a field of the other language',
    states: {
      A: {
        Type: 'Parallel',
        QueryLanguage: 'JSONata',
        Branches: [{ StartAt: 'B', States: { B: { Type: 'Succeed' } } }],
        Parameters: { a: 1 },
        End: true,
      },
    },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"Parameters"',
    kind: 'toLanguage',
    nearly: {
      A: {
        Type: 'Parallel',
        QueryLanguage: 'JSONata',
        Branches: [{ StartAt: 'B', States: { B: { Type: 'Succeed' } } }],
        Arguments: { a: 1 },
        End: true,
      },
    },
  },
  {
    name: 'a path field of the other language that does nothing',
    states: { A: { Type: 'Pass', QueryLanguage: 'JSONata', OutputPath: '$', End: true } },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"OutputPath"',
    kind: 'removeField',
    nearly: { A: { Type: 'Pass', QueryLanguage: 'JSONata', End: true } },
  },
  {
    name: 'a number out of range',
    states: { A: lambda({ TimeoutSeconds: 0 }) },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '0',
    kind: 'setBound',
    nearly: { A: lambda({ TimeoutSeconds: 1 }) },
  },
  {
    name: '.$ with a value that is no path',
    states: { A: { Type: 'Pass', Parameters: { 'x.$': 'hello' }, End: true } },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '"hello"',
    kind: 'removeDollar',
    nearly: { A: { Type: 'Pass', Parameters: { x: 'hello' }, End: true } },
  },
  {
    name: 'a path that breaks off',
    states: { A: { Type: 'Pass', Parameters: { 'x.$': '$.a[' }, End: true } },
    code: 'SCHEMA_VALIDATION_FAILED',
    at: '[',
    nearly: { A: { Type: 'Pass', Parameters: { 'x.$': '$.a[0]' }, End: true } },
  },
  {
    name: 'an expression that breaks off',
    states: { A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.input.a + %}', End: true } },
    code: 'INVALID_JSONATA_EXPRESSION',
    at: '+ %}',
    nearly: { A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.input.a + 1 %}', End: true } },
  },
  {
    name: 'a result where there is none',
    states: { A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.result %}', End: true } },
    code: 'UNSUPPORTED_JSONATA_EXPRESSION',
    at: 'result %}',
    nearly: { A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $states.input %}', End: true } },
  },
];

describe.each(CASES)('$name', ({ states, rest = {}, code, at, kind, nearly }) => {
  const text = machine(states, rest);

  it('is found where it is, and not where it nearly is', () => {
    const found = check(text).filter((each) => each.code === code);
    expect(found.map(({ range }) => text.slice(range.start, range.end))).toContain(at);
    expect(check(machine(nearly, rest)).filter((each) => each.code === code)).toEqual([]);
  });

  if (kind !== undefined)
    it('is fixed, nothing else comes, and Undo gives the bytes back', () => {
      for (const format of ['json', 'yaml'] as const) {
        const written = format === 'json' ? { ok: true as const, text } : convertFormat(text, 'json', 'yaml');
        if (!written.ok) throw new Error(written.reason);
        const before = check(written.text, format);
        const finding = before.find(
          (each) => each.code === code && each.fixes?.some((fix) => fix.kind === kind),
        );
        expect(finding, `${format} offers ${kind}`).toBeDefined();
        const start = finding?.range.start ?? -1;
        const plan = planFixes(written.text, format, { type: 'one', code, start, kind }, (now) =>
          check(now, format),
        );
        if (!plan.ok) throw new Error(plan.reason);
        const after = applyEdits(written.text, plan.edits);
        const left = check(after, format).map((each) => each.code);
        for (const fresh of new Set(left)) {
          const had = before.filter((each) => each.code === fresh).length;
          const has = left.filter((each) => each === fresh).length;
          expect(has, `${fresh} after the fix`).toBeLessThanOrEqual(fresh === code ? had - 1 : had);
        }
        expect(applyEdits(after, invertEdits(written.text, plan.edits))).toBe(written.text);
      }
    });
  else
    it('offers no fix', () => {
      expect(check(text).find((each) => each.code === code)?.fixes).toBeUndefined();
    });
});

describe('many fixes at once', () => {
  const call = (id: string): Json => ({ FunctionName: 'f', Payload: { id } });
  const text = machine({
    A: lambda({ Parameters: call('$.a'), End: false, Next: 'B' }),
    B: lambda({ Parameters: call('$.b'), Retry: [retry, { ErrorEquals: ['X'] }] }),
  });
  const fixed = (choice: Parameters<typeof planFixes>[2]) => {
    const plan = planFixes(text, 'json', choice, (now) => check(now));
    if (!plan.ok) throw new Error(plan.reason);
    return { label: plan.label, codes: check(applyEdits(text, plan.edits)).map(({ code }) => code) };
  };

  it('are those of one kind', () => {
    expect(fixed({ type: 'kind', code: 'NO_DOLLAR', kind: 'addDollar' })).toEqual({
      label: 'Fix 2 problems',
      codes: ['SCHEMA_VALIDATION_FAILED'],
    });
  });
  it('are all that are safe', () => {
    expect(fixed({ type: 'safe' })).toEqual({ label: 'Fix 3 problems', codes: [] });
  });
  it('are refused when none is left', () => {
    const gone = { type: 'kind', code: 'NO_DOLLAR', kind: 'no such fix' } as const;
    expect(planFixes(text, 'json', gone, (now) => check(now)).ok).toBe(false);
  });
  it('leave out one that would bring another problem', () => {
    const loop = machine({ A: pass({ Next: 'B' }), B: pass({ Next: 'A', End: true }) });
    const found = check(loop).find(({ fixes }) => fixes?.some(({ kind }) => kind === 'removeEnd'));
    const choice = {
      type: 'one',
      code: found?.code ?? '',
      start: found?.range.start ?? 0,
      kind: 'removeEnd',
    } as const;
    expect(planFixes(loop, 'json', choice, (now) => check(now))).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^This fix would bring another problem/),
    });
  });
});

describe('what depends on the type of the machine', () => {
  it('is asked of Express workflows only', () => {
    const text = machine({ A: glue({ TimeoutSeconds: 5 }) });
    const codes = (type: 'STANDARD' | 'EXPRESS') =>
      checkDefinition(text, 'json', type).diagnostics.map(({ message }) => message);
    expect(codes('STANDARD')).toEqual([]);
    expect(codes('EXPRESS').join()).toMatch(/'\.sync' service integration/);
  });
});
