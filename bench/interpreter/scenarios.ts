import type { Json, JsonObject } from '../../src/asl';
import type { CallService } from '../../src/interpreter';
import { bareLibrary, EXPRESSIONS, ORDER } from './expressions';
import {
  chainFloor,
  loopFloor,
  mapFloor,
  parallelFloor,
  retryFloor,
  taskChainFloor,
  waitFloor,
} from './floor';
import { PeerError } from './peer';
import type { Scenario } from './scenario.types';

const pass = (index: number, length: number, fields: Json = {}): Json => ({
  Type: 'Pass',
  ...(fields as object),
  ...(index + 1 === length ? { End: true } : { Next: `S${index + 1}` }),
});

/** Pass states in a row, each with the fields that its index gives. */
function chain(length: number, fields: (index: number) => Json = () => ({})): JsonObject {
  const states = Array.from({ length }, (_, i) => [`S${i}`, pass(i, length, fields(i))]);
  return { StartAt: 'S0', States: Object.fromEntries(states) as Json };
}

const SMALL: JsonObject = { order: { id: 7, total: 12.5 }, customer: 'c-1' };

/** 200 KB of real shape: an array of small objects. */
const LARGE: Json = {
  rows: Array.from({ length: 2600 }, (_, i) => ({
    id: i,
    name: `row number ${i}`,
    tags: ['a', 'b'],
    ok: true,
  })),
};

const REQUEST: Json = { FunctionName: 'f' };
const RESPONSE: Json = { ok: true };
const CALL: JsonObject = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: REQUEST,
};

const answering = (): Json => RESPONSE;

const failing = (times: number): CallService => {
  let calls = 0;
  return () =>
    calls++ % (times + 1) < times
      ? { type: 'fail', error: 'Busy', cause: 'try again' }
      : { type: 'succeed', output: RESPONSE };
};

/** The same for the peer, whose tasks throw. */
const throwing = (times: number) => {
  let calls = 0;
  return (): Json => {
    if (calls++ < times) throw new PeerError('Busy');
    return RESPONSE;
  };
};

/** Counts `n` up to `times` by Pass and Choice. */
const countTo = (times: number, count: JsonObject): Json => ({
  StartAt: 'Count',
  States: {
    Count: { Type: 'Pass', ...count, Next: 'Done?' },
    'Done?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.n', NumericLessThan: times, Next: 'Count' }],
      Default: 'End',
    },
    End: { Type: 'Succeed' },
  },
});

/** Seconds; the events before and after stay within the year that an execution may last. */
const ALMOST_A_YEAR = 31_535_000;

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'chain5',
    definition: chain(5),
    input: SMALL,
    type: 'STANDARD',
    transitions: 5,
    executions: 4000,
    floor: chainFloor(5),
    peer: {},
  },
  {
    name: 'chain5-parameters',
    definition: chain(5, () => ({
      Parameters: { 'id.$': '$.order.id', 'who.$': '$.customer' },
      ResultPath: '$.seen',
    })),
    input: SMALL,
    type: 'STANDARD',
    transitions: 5,
    executions: 2000,
    floor: chainFloor(5, (input) => {
      const { order, customer } = input as { order: { id: number }; customer: string };
      return { ...(input as JsonObject), seen: { id: order.id, who: customer } };
    }),
    peer: {},
  },
  {
    name: 'chain1000',
    definition: chain(1000),
    input: SMALL,
    type: 'STANDARD',
    transitions: 1000,
    executions: 20,
    floor: chainFloor(1000),
    peer: {},
  },
  {
    name: 'loop10000',
    definition: countTo(10_000, { Parameters: { 'n.$': 'States.MathAdd($.n, 1)' } }),
    input: { n: 0 },
    type: 'EXPRESS',
    transitions: 20_001,
    executions: 2,
    floor: loopFloor(10_000, (_, n) => ({ n })),
    peer: {},
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
    floor: mapFloor(40),
    peer: {},
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
    floor: parallelFloor(10, 10),
    peer: {},
  },
  {
    name: 'retry3',
    definition: {
      StartAt: 'Call',
      States: {
        Call: {
          ...CALL,
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
    floor: retryFloor(3, REQUEST, RESPONSE),
    peer: { retries: ['Call'], tasks: () => ({ Call: throwing(3) }) },
  },
  {
    name: 'payload-small',
    definition: chain(100),
    input: SMALL,
    type: 'STANDARD',
    transitions: 100,
    executions: 200,
    floor: chainFloor(100),
    peer: {},
  },
  {
    name: 'payload200k',
    definition: chain(100),
    input: LARGE,
    type: 'STANDARD',
    transitions: 100,
    executions: 200,
    floor: chainFloor(100),
    peer: {},
  },
  {
    name: 'wait-a-year',
    definition: { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: ALMOST_A_YEAR, End: true } } },
    input: SMALL,
    type: 'STANDARD',
    transitions: 1,
    executions: 4000,
    floor: waitFloor(ALMOST_A_YEAR),
    peer: { waits: ['W'] },
  },
  {
    name: 'express5-task',
    definition: {
      StartAt: 'S0',
      States: { ...(chain(5).States as JsonObject), S1: { ...CALL, Next: 'S2' } },
    },
    input: SMALL,
    type: 'EXPRESS',
    transitions: 5,
    executions: 3000,
    services: () => () => ({ type: 'succeed', output: answering() }),
    floor: taskChainFloor(REQUEST, RESPONSE),
    peer: { tasks: () => ({ S1: answering }) },
  },
  {
    name: 'jsonata-paths',
    definition: {
      QueryLanguage: 'JSONata',
      ...chain(5, () => ({
        Assign: { id: '{% $states.input.order.id %}' },
        Output: { order: '{% $states.input.order %}', customer: '{% $states.input.customer %}' },
      })),
    },
    input: SMALL,
    type: 'STANDARD',
    transitions: 5,
    executions: 2000,
    floor: chainFloor(5, (input) => {
      const { order, customer } = input as { order: Json; customer: string };
      return { order, customer };
    }),
  },
  {
    name: 'jsonata-expressions',
    definition: {
      QueryLanguage: 'JSONata',
      ...chain(EXPRESSIONS.length, (index) => ({ Assign: { made: `{% ${EXPRESSIONS[index]} %}` } })),
    },
    input: ORDER,
    type: 'STANDARD',
    transitions: EXPRESSIONS.length,
    executions: 200,
    floor: chainFloor(EXPRESSIONS.length),
    library: bareLibrary(ORDER),
  },
];

/** A Standard history as long as it may be: each count makes an order anew that shares all but the counter. */
export const LONGEST_HISTORY: Scenario = {
  name: 'history25000',
  definition: countTo(6_249, {
    Parameters: { 'n.$': 'States.MathAdd($.n, 1)', 'order.$': '$.order', 'customer.$': '$.customer' },
  }),
  input: { n: 0, ...SMALL },
  type: 'STANDARD',
  transitions: 12_499,
  executions: 1,
};
