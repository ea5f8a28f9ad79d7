import type { Json } from '../../src/asl';
import type { CallService } from '../../src/interpreter';

/** One workload: a definition, its input, and how many states one execution enters. */
export interface Scenario {
  readonly name: string;
  readonly definition: Json;
  readonly input: Json;
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Retries: attempts. Everything else: states entered, nested ones included. */
  readonly transitions: number;
  /** Executions per round: enough for some ten milliseconds. */
  readonly executions: number;
  readonly services?: () => CallService;
}

const pass = (next: number | undefined, fields: Json = {}): Json => ({
  Type: 'Pass',
  ...(fields as object),
  ...(next === undefined ? { End: true } : { Next: `S${next}` }),
});

function chain(length: number, fields?: Json): Json {
  const states = Array.from({ length }, (_, i) => [
    `S${i}`,
    pass(i + 1 < length ? i + 1 : undefined, fields),
  ]);
  return { StartAt: 'S0', States: Object.fromEntries(states) as Json };
}

const SMALL: Json = { order: { id: 7, total: 12.5 }, customer: 'c-1' };

/** 200 KB of real shape: an array of small objects. */
const LARGE: Json = {
  rows: Array.from({ length: 2600 }, (_, i) => ({
    id: i,
    name: `row number ${i}`,
    tags: ['a', 'b'],
    ok: true,
  })),
};

const failing = (times: number): CallService => {
  let calls = 0;
  return () =>
    calls++ % (times + 1) < times
      ? { type: 'fail', error: 'Busy', cause: 'try again' }
      : { type: 'succeed', output: { ok: true } };
};

const answering: CallService = () => ({ type: 'succeed', output: { ok: true } });

export const SCENARIOS: readonly Scenario[] = [
  { name: 'chain5', definition: chain(5), input: SMALL, type: 'STANDARD', transitions: 5, executions: 4000 },
  {
    name: 'chain5-parameters',
    definition: chain(5, {
      Parameters: { 'id.$': '$.order.id', 'who.$': '$.customer' },
      ResultPath: '$.seen',
    }),
    input: SMALL,
    type: 'STANDARD',
    transitions: 5,
    executions: 2000,
  },
  {
    name: 'chain1000',
    definition: chain(1000),
    input: SMALL,
    type: 'STANDARD',
    transitions: 1000,
    executions: 20,
  },
  {
    name: 'loop10000',
    definition: {
      StartAt: 'Count',
      States: {
        Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'Done?' },
        'Done?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.n', NumericLessThan: 10_000, Next: 'Count' }],
          Default: 'End',
        },
        End: { Type: 'Succeed' },
      },
    },
    input: { n: 0 },
    type: 'EXPRESS',
    transitions: 20_001,
    executions: 2,
  },
  {
    name: 'map10000',
    definition: {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } },
          End: true,
        },
      },
    },
    input: Array.from({ length: 10_000 }, (_, i) => i),
    type: 'EXPRESS',
    transitions: 10_001,
    executions: 2,
  },
  {
    name: 'parallel10x10',
    definition: {
      StartAt: 'All',
      States: { All: { Type: 'Parallel', Branches: Array.from({ length: 10 }, () => chain(10)), End: true } },
    },
    input: SMALL,
    type: 'STANDARD',
    transitions: 101,
    executions: 200,
  },
  {
    name: 'retry3',
    definition: {
      StartAt: 'Call',
      States: {
        Call: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: 'f' },
          Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 3 }],
          End: true,
        },
      },
    },
    input: SMALL,
    type: 'STANDARD',
    transitions: 4,
    executions: 3000,
    services: () => failing(3),
  },
  {
    name: 'payload-small',
    definition: chain(100),
    input: SMALL,
    type: 'STANDARD',
    transitions: 100,
    executions: 200,
  },
  {
    name: 'payload200k',
    definition: chain(100),
    input: LARGE,
    type: 'STANDARD',
    transitions: 100,
    executions: 200,
  },
  {
    name: 'wait-a-year',
    definition: { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 31_535_000, End: true } } },
    input: SMALL,
    type: 'STANDARD',
    transitions: 1,
    executions: 4000,
  },
  {
    name: 'express5-task',
    definition: {
      StartAt: 'S0',
      States: {
        S0: pass(1) as object,
        S1: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: 'f' },
          Next: 'S2',
        },
        S2: pass(3) as object,
        S3: pass(4) as object,
        S4: pass(undefined) as object,
      } as Json,
    },
    input: SMALL,
    type: 'EXPRESS',
    transitions: 5,
    executions: 3000,
    services: () => answering,
  },
];
