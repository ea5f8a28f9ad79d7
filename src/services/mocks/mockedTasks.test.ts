import { describe, expect, it } from 'vitest';
import { type EpochMs, type Json, parseResource, type StatePath } from '../../asl';
import type { ServiceAnswer, ServiceCall, TaskId } from '../../interpreter';
import { checkStateMock } from './checkStateMock';
import type { HandlerCall } from './handler.types';
import { readMockConfig } from './mockConfig';
import { mockedTasks } from './mockedTasks';
import { mocksOfTestCase, writeMockFile } from './mockFile';
import { readMockedTasks } from './readStateMock';
import type { MockOutcome, StateMock } from './stateMock';

const LAMBDA = 'arn:aws:states:::lambda:invoke';
const state = '/States/Pay' as StatePath;
const returns = (value: Json): MockOutcome => ({ type: 'return', value: JSON.stringify(value) });
const throws = (error: string): MockOutcome => ({ type: 'throw', error, cause: '' });

const call = (part: Partial<ServiceCall> = {}): ServiceCall => ({
  task: 0 as TaskId,
  at: 1_700_000_000_000 as EpochMs,
  state,
  stateName: 'Pay',
  resource: parseResource(LAMBDA),
  arguments: { amount: 5 },
  attempt: 0,
  invocation: 0,
  mapIndex: [],
  executionArn: 'arn:aws:states:us-east-1:123456789012:execution:m:e',
  ...part,
});

const asked: HandlerCall[] = [];

async function answer(mock: StateMock, part: Partial<ServiceCall> = {}, seed = 1): Promise<ServiceAnswer> {
  const services = mockedTasks([{ state, mock }], {
    seed,
    languageOf: () => 'JSONPath',
    async runHandler(given) {
      asked.push(given);
      const lines = { lines: [], dropped: 0, took: 1 };
      return given.source === 'bad'
        ? { ...lines, type: 'failed', error: 'Handler.Timeout', cause: 'late' }
        : { ...lines, type: 'returned', result: given.input };
    },
    unmocked: () => ({ type: 'succeed', output: 'stub' }),
    asked: () => ({ type: 'never' }),
    others: () => ({ type: 'succeed', output: 'others' }),
  });
  return services(call(part));
}

describe('the mock of a state', () => {
  it('is asked for that state only', async () => {
    expect(await answer({ kind: 'stub' })).toEqual({ type: 'succeed', output: 'stub' });
    expect(await answer({ kind: 'stub' }, { state: '/States/Other' as StatePath })).toEqual({
      type: 'succeed',
      output: 'others',
    });
  });

  it('may be one answer, late or never', async () => {
    expect(await answer({ kind: 'fixed', outcome: { ...returns({ ok: 1 }), latency: 2 } })).toEqual({
      type: 'succeed',
      output: { ok: 1 },
      after: 2,
    });
    const declined: MockOutcome = { type: 'throw', error: 'Declined', cause: 'no money' };
    expect(await answer({ kind: 'fixed', outcome: declined })).toEqual({
      type: 'fail',
      error: 'Declined',
      cause: 'no money',
    });
    expect(await answer({ kind: 'fixed', outcome: { type: 'timeout' } })).toEqual({ type: 'timeout' });
    expect(await answer({ kind: 'pinned', outcome: { type: 'never' }, from: 'a run' })).toEqual({
      type: 'never',
    });
  });

  it('may be a sequence, by invocation or by attempt', async () => {
    const rows = [
      { from: 0, to: 0, outcome: throws('Busy') },
      { from: 1, to: 2, outcome: throws('Slow') },
      { from: 3, to: null, outcome: returns('done') },
    ];
    const all = (by: 'attempt' | 'invocation') =>
      Promise.all([0, 1, 2, 3, 40].map((count) => answer({ kind: 'sequence', by, rows }, { [by]: count })));
    const expected = [
      { type: 'fail', error: 'Busy' },
      { type: 'fail', error: 'Slow' },
      { type: 'fail', error: 'Slow' },
      { type: 'succeed', output: 'done' },
      { type: 'succeed', output: 'done' },
    ];
    expect(await all('attempt')).toEqual(expected);
    expect(await all('invocation')).toEqual(expected);
    expect(
      await answer({ kind: 'sequence', by: 'attempt', rows: rows.slice(0, 1) }, { attempt: 1 }),
    ).toMatchObject({
      error: 'States.Runtime',
      cause: 'The mock of “Pay” has no row for attempt 1.',
    });
  });

  it('may answer by condition and by Map item', async () => {
    const mock: StateMock = {
      kind: 'rules',
      rules: [
        { when: { type: 'condition', text: '$.amount > 100' }, outcome: throws('TooMuch') },
        { when: { type: 'item', index: 2 }, outcome: throws('Third') },
      ],
      otherwise: returns('fine'),
    };
    expect(await answer(mock, { arguments: { amount: 101 } })).toEqual({ type: 'fail', error: 'TooMuch' });
    expect(await answer(mock, { mapIndex: [0, 2] })).toEqual({ type: 'fail', error: 'Third' });
    expect(await answer(mock, { mapIndex: [2, 0] })).toEqual({ type: 'succeed', output: 'fine' });
    expect(await answer({ ...mock, otherwise: undefined })).toEqual({ type: 'succeed', output: 'stub' });
  });

  it('may fail at a rate that the seed decides', async () => {
    const mock: StateMock = {
      kind: 'rate',
      rate: 0.3,
      error: 'Flaky',
      cause: '',
      latency: { from: 1, to: 3 },
    };
    const draws = (seed: number) =>
      Promise.all(Array.from({ length: 400 }, (_, invocation) => answer(mock, { invocation }, seed)));
    const first = await draws(1);
    expect(first).toEqual(await draws(1));
    expect(first).not.toEqual(await draws(2));
    const failed = first.filter(({ type }) => type === 'fail').length;
    expect(failed).toBeGreaterThan(80);
    expect(failed).toBeLessThan(160);
    expect(first.every(({ after = 0 }) => after >= 1 && after <= 3)).toBe(true);
  });

  it('may be a handler, which is told of the call and whose failures are the Task’s', async () => {
    expect(await answer({ kind: 'handler', source: 'good' }, { attempt: 2, mapIndex: [4] })).toEqual({
      type: 'succeed',
      output: { amount: 5 },
    });
    expect(JSON.parse(asked.at(-1)?.context ?? '')).toMatchObject({
      attempt: 2,
      State: { Name: 'Pay', RetryCount: 2 },
      Map: { Item: { Index: 4 } },
    });
    expect(await answer({ kind: 'handler', source: 'bad' })).toEqual({
      type: 'fail',
      error: 'Handler.Timeout',
      cause: 'late',
    });
  });
});

describe('what is said of a mock', () => {
  const problems = (mock: StateMock) => checkStateMock(mock, LAMBDA, 'JSONPath').problems;

  it('names what is wrong', () => {
    expect(problems({ kind: 'fixed', outcome: { type: 'return', value: '{' } })[0]).toMatch(
      /^The result is not JSON/,
    );
    expect(problems({ kind: 'fixed', outcome: throws(' ') })).toEqual(['The error has no name.']);
    expect(problems({ kind: 'fixed', outcome: { type: 'timeout', latency: -1 } })).toHaveLength(1);
    expect(
      problems({
        kind: 'sequence',
        by: 'attempt',
        rows: [
          { from: 0, to: null, outcome: throws('A') },
          { from: 3, to: 2, outcome: throws('B') },
          { from: 4, to: 5, outcome: throws('C') },
        ],
      }),
    ).toEqual([
      'Row 2: It must go from a whole number, 0 or more, to one that is not less.',
      'Row 3: Row 1 answers some of these calls already.',
    ]);
    expect(problems({ kind: 'sequence', by: 'attempt', rows: [] })).toEqual(['The sequence has no row.']);
    expect(
      problems({
        kind: 'rules',
        rules: [{ when: { type: 'condition', text: 'amount is large' }, outcome: throws('A') }],
        otherwise: undefined,
      })[0],
    ).toMatch(/^Rule 1: /);
    expect(
      problems({ kind: 'rate', rate: 2, error: '', cause: '', latency: { from: 3, to: 1 } }),
    ).toHaveLength(3);
    expect(problems({ kind: 'handler', source: ' ' })).toEqual(['The handler is empty.']);
  });

  it('warns of a result that the service would not give', () => {
    const { warnings } = checkStateMock(
      { kind: 'fixed', outcome: returns({ StatusCode: 'x' }) },
      LAMBDA,
      'JSONPath',
    );
    expect(warnings).toEqual(["The service would not answer so: Field 'StatusCode' must be a number."]);
  });
});

describe('a MockConfigFile.json of mocks', () => {
  it('says fixed answers, sequences and errors, and names what it cannot say', () => {
    const file = writeMockFile(
      [
        { name: 'One', mock: { kind: 'fixed', outcome: { ...returns(1), latency: 3 } } },
        {
          name: 'Rows',
          mock: {
            kind: 'sequence',
            by: 'invocation',
            rows: [
              { from: 0, to: 0, outcome: throws('Busy') },
              { from: 1, to: null, outcome: returns(2) },
            ],
          },
        },
        { name: 'Late', mock: { kind: 'fixed', outcome: { type: 'timeout' } } },
        { name: 'Mute', mock: { kind: 'fixed', outcome: { type: 'never' } } },
        { name: 'Code', mock: { kind: 'handler', source: '() => 1' } },
        { name: 'Plain', mock: { kind: 'stub' } },
      ],
      'orders',
      'Mocks',
    );
    expect(file.left).toEqual([
      '“One”: its latency cannot be said in the file.',
      '“Mute”: never answers, which cannot be said in the file.',
      '“Code”: answers by a handler, which the file does not have.',
    ]);
    const read = readMockConfig(JSON.parse(file.text));
    expect(read.ok && mocksOfTestCase(read.config, 'orders', 'Mocks')).toEqual([
      {
        name: 'One',
        mock: { kind: 'sequence', by: 'invocation', rows: [{ from: 0, to: 999, outcome: returns(1) }] },
      },
      {
        name: 'Rows',
        mock: {
          kind: 'sequence',
          by: 'invocation',
          rows: [
            { from: 0, to: 0, outcome: throws('Busy') },
            { from: 1, to: 999, outcome: returns(2) },
          ],
        },
      },
      {
        name: 'Late',
        mock: {
          kind: 'sequence',
          by: 'invocation',
          rows: [{ from: 0, to: 999, outcome: throws('States.Timeout') }],
        },
      },
    ]);
  });
});

it('reads stored mocks back, and leaves out what is none', () => {
  const mocks: readonly StateMock[] = [
    { kind: 'stub' },
    { kind: 'fixed', outcome: { ...returns(1), latency: 1 } },
    { kind: 'sequence', by: 'attempt', rows: [{ from: 0, to: null, outcome: throws('A') }] },
    {
      kind: 'rules',
      rules: [
        { when: { type: 'item', index: 1 }, outcome: { type: 'never' } },
        { when: { type: 'condition', text: '$.a == 1' }, outcome: { type: 'timeout' } },
      ],
      otherwise: undefined,
    },
    { kind: 'rate', rate: 0.5, error: 'E', cause: 'c', latency: { from: 0, to: 1 } },
    { kind: 'pinned', outcome: returns(2), from: 'visit 1' },
    { kind: 'handler', source: '() => 1' },
  ];
  const stored = mocks.map((mock) => ({ state, mock }));
  expect(readMockedTasks(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  const strange = [{ state, mock: { kind: 'other' } }, { state }, 'x', { state: 1, mock: { kind: 'stub' } }];
  expect(readMockedTasks(strange)).toEqual([]);
});
