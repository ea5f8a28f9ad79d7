import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, buildModel, parseText, type StatePath } from '../../asl';
import type { CallService, HistoryEvent } from '../../interpreter';
import { mockedTasks } from '../../services';
import { StateTable } from '../fold/stateTable';
import { openStoredHistory } from '../fold/storedHistory';
import { noSandbox } from '../handlers/noSandbox';
import { readRecorded } from '../recorded/readRecorded';
import { ShownRun } from '../run/shownRun';
import { keepHistory } from '../testing/keepHistory';
import { recordRun } from '../testing/recordRun';
import { align } from './alignEvents';

const task = (name: string, rest: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name, 'Payload.$': '$' },
  ...rest,
});
const definition = (retry: object = {}) => ({
  StartAt: 'Try',
  States: {
    Try: task('try', { Retry: [{ ErrorEquals: ['Boom'], ...retry }], ResultPath: null, Next: 'Both' }),
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Slow', States: { Slow: task('slow', { End: true }) } },
        {
          StartAt: 'Fast',
          States: { Fast: task('fast', { Next: 'Rest' }), Rest: { Type: 'Pass', End: true } },
        },
      ],
      ResultPath: null,
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: { StartAt: 'One', States: { One: task('one', { End: true }) } },
      Next: 'Last',
    },
    Last: task('last', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }], End: true }),
    Sorry: { Type: 'Pass', End: true },
    Never: task('never', { End: true }),
  },
});
const INPUT = { items: [1, 2, 3] };
const answer: CallService = ({ stateName, invocation }) => {
  const after = (invocation + (stateName === 'Slow' ? 9 : 1)) as never;
  const fails = stateName === 'Last' || (stateName === 'Try' && invocation === 0);
  return fails
    ? { type: 'fail', error: 'Boom', cause: 'why', after }
    : { type: 'succeed', output: { Payload: `${stateName} ${invocation}` }, after };
};

const recorded = recordRun(definition(), INPUT, answer);
const { events } = keepHistory(recorded.run.history, 10_000);

function again(text: object) {
  const { mocks } = recorded.run.looks.mocks(true);
  const nobody: CallService = () => ({ type: 'fail', error: 'Nobody' });
  const services = mockedTasks(mocks, {
    seed: 1,
    languageOf: () => 'JSONPath',
    runHandler: noSandbox,
    unmocked: nobody,
    asked: nobody,
    others: nobody,
  });
  return recordRun(text, INPUT, services).run.looks;
}

describe('mocks from a run', () => {
  const { mocks, calls, left } = recorded.run.looks.mocks(false);
  const mockOf = (name: string) => mocks.find(({ state }) => state.endsWith(`/${name}`))?.mock;

  it('have the results and errors in the order of the calls', () => {
    expect(mockOf('Try')).toEqual({
      kind: 'sequence',
      by: 'invocation',
      rows: [
        { from: 0, to: 0, outcome: { type: 'throw', error: 'Boom', cause: 'why' } },
        { from: 1, to: null, outcome: { type: 'return', value: '{\n  "Payload": "Try 1"\n}' } },
      ],
    });
    expect(mockOf('Last')).toMatchObject({ kind: 'fixed', outcome: { type: 'throw', error: 'Boom' } });
    expect(mockOf('One')).toMatchObject({ kind: 'sequence', rows: [{ from: 0 }, { from: 1 }, { to: null }] });
    expect(calls).toBe(8);
    expect(left).toEqual([{ state: '/States/Never', why: 'notCalled' }]);
  });

  it('are not made of calls that nothing is known of', () => {
    const { events: known } = keepHistory(recorded.run.history, 3);
    const graph = buildGraph(buildModel(parseText(JSON.stringify(definition()), 'json')));
    const run = ShownRun.of(openStoredHistory({ events: known }, new StateTable(graph)), graph);
    run.fold.advance();
    expect(run.looks.mocks(false)).toMatchObject({ mocks: [], calls: 0 });
    expect(run.looks.mocks(false).left).toContainEqual({ state: '/States/Try', why: 'unanswered' });
    const map = {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'One',
            States: { One: task('one', { End: true }) },
          },
          End: true,
        },
      },
    };
    const { left: inside } = recordRun(map, [1], answer).run.looks.mocks(false);
    expect(inside.map(({ why }) => why)).toEqual(['distributed']);
  });

  it('leave the place of a call that was open when the run was stopped', () => {
    const map = {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'One', States: { One: task('one', { End: true }) } },
          End: true,
        },
      },
    };
    const slow: CallService = ({ invocation }) => ({
      type: 'succeed',
      output: `answer ${invocation}`,
      after: (invocation % 2 === 0 ? 100 + invocation : invocation) as never,
    });
    const whole = keepHistory(recordRun(map, [0, 1, 2, 3, 4], slow).run.history, 999);
    const mocksBy = (answered: number) => {
      let left = answered;
      const end = whole.events.findIndex(({ type }) => type === 'TaskSucceeded' && --left === 0);
      const graph = buildGraph(buildModel(parseText(JSON.stringify(map), 'json')));
      const known = { events: whole.events.slice(0, end + 1) };
      const run = ShownRun.of(openStoredHistory(known, new StateTable(graph)), graph);
      run.fold.advance();
      return run.looks.mocks(false);
    };
    const answer = (invocation: number) => ({ type: 'return', value: `"answer ${invocation}"` });
    expect(mocksBy(1)).toMatchObject({
      mocks: [
        {
          mock: {
            kind: 'sequence',
            by: 'invocation',
            rows: [
              { from: 0, to: 0, outcome: { type: 'never' } },
              { from: 1, to: null, outcome: answer(1) },
            ],
          },
        },
      ],
      calls: 1,
    });
    expect(mocksBy(2)).toMatchObject({
      mocks: [
        {
          mock: {
            rows: [
              { from: 0, outcome: { type: 'never' } },
              { from: 1, outcome: answer(1) },
              { from: 2, outcome: { type: 'never' } },
              { from: 3, to: null, outcome: answer(3) },
            ],
          },
        },
      ],
      calls: 2,
    });
  });

  it('answer items by their number when they did not begin in order', () => {
    const map = {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'One', States: { One: task('one', { End: true }) } },
          End: true,
        },
      },
    };
    const kept = keepHistory(recordRun(map, [1, 2], answer).run.history, 99);
    const swapped: readonly HistoryEvent[] = kept.events.map((event) =>
      event.type === 'MapIterationStarted'
        ? {
            ...event,
            mapIterationStartedEventDetails: {
              ...event.mapIterationStartedEventDetails,
              index: 1 - event.mapIterationStartedEventDetails.index,
            },
          }
        : event,
    );
    const graph = buildGraph(buildModel(parseText(JSON.stringify(map), 'json')));
    const run = ShownRun.of(openStoredHistory({ events: swapped }, new StateTable(graph)), graph);
    run.fold.advance();
    expect(run.looks.mocks(false).mocks[0]?.mock).toMatchObject({
      kind: 'rules',
      rules: [{ when: { type: 'item', index: 1 } }, { when: { type: 'item', index: 0 } }],
    });
  });
});

describe('two histories of one execution', () => {
  it('are the same when the same definition gets the same results', () => {
    expect(again(definition()).compareWith(events, true)).toEqual({
      recorded: events.length,
      own: events.length,
      differences: [],
      total: 0,
      open: false,
    });
  });

  it('differ first where the definition was changed', () => {
    const { differences, total } = again(definition({ ErrorEquals: ['Other'] })).compareWith(events, false);
    expect(total).toBeGreaterThan(0);
    expect(differences[0]).toMatchObject({
      recorded: { type: 'TaskScheduled', state: '/States/Try' as StatePath, id: 6 },
      own: { type: 'ExecutionFailed', error: 'Boom' },
    });
  });

  it('differ in one event when one is missing', () => {
    const without = events.filter(({ id }) => id !== 4);
    const read = readRecorded(JSON.stringify({ events: without }), JSON.stringify(definition()), 'json');
    const { differences, total } = recorded.run.looks.compareWith(read?.events ?? [], false);
    expect(total).toBe(1);
    expect(differences).toEqual([{ recorded: undefined, own: expect.objectContaining({ id: 4 }) }]);
  });

  it('differ in data where the same events have other data, whatever the order of its keys', () => {
    const given = (Result: object) => ({
      StartAt: 'Give',
      States: { Give: { Type: 'Pass', Result, Next: 'Done' }, Done: { Type: 'Succeed' } },
    });
    const before = keepHistory(recordRun(given({ a: 1, b: [2] }), {}, answer).run.history, 99).events;
    const compared = (Result: object) =>
      recordRun(given(Result), {}, answer).run.looks.compareWith(before, false);
    expect(compared({ b: [2], a: 1 }).total).toBe(0);
    const { differences, total } = compared({ a: 1, b: [3] });
    // As one state gave it on, the next one got it and gave it on, and it came out.
    expect(total).toBe(4);
    expect(differences[0]).toMatchObject({
      recorded: { type: 'PassStateExited', state: '/States/Give', data: '{"a":1,"b":[2]}' },
      own: { type: 'PassStateExited', data: '{"a":1,"b":[3]}' },
    });
  });

  it('differ in times only when that is asked', () => {
    const slower = again(definition({ IntervalSeconds: 7 }));
    expect(slower.compareWith(events, false).total).toBe(0);
    expect(slower.compareWith(events, true).total).toBeGreaterThan(0);
  });

  it('do not differ in what came after the last event that was recorded', () => {
    const looks = recorded.run.looks;
    expect(looks.compareWith(events.slice(0, 12), false)).toMatchObject({ total: 0, open: true });
  });
});

it('brings lists into line: what is paired is in order, and all of both is there', () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      const pairs = align(one, other);
      expect(pairs.flatMap(([x]) => (x < 0 ? [] : [one[x]]))).toEqual(one);
      expect(pairs.flatMap(([, y]) => (y < 0 ? [] : [other[y]]))).toEqual(other);
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(99), { minLength: 1 }), fc.nat(), (list, at) => {
      const keys = list.map(String);
      const gone = at % keys.length;
      const differing = align(
        keys,
        keys.filter((_, index) => index !== gone),
      ).filter(([, y]) => y < 0);
      expect(differing).toEqual([[gone, -1]]);
    }),
  );
});
