import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, buildModel, parseText, recognise, type StatePath } from '../../asl';
import type { CallService, HistoryEvent } from '../../interpreter';
import { StateTable } from '../fold/stateTable';
import { openStoredHistory } from '../fold/storedHistory';
import { ShownRun } from '../run/shownRun';
import { keepHistory } from '../testing/keepHistory';
import { recordRun } from '../testing/recordRun';
import { readRecorded } from './readRecorded';
import { readTime } from './readTime';
import { sketchDefinition } from './sketchDefinition';

const DEFINITION = {
  StartAt: 'Try',
  States: {
    Try: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f' },
      Retry: [{ ErrorEquals: ['Boom'] }],
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: 1,
      ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', Assign: { Seen: 1 }, End: true } } },
      Next: 'Which',
    },
    Which: {
      Type: 'Choice',
      Choices: [{ Variable: '$[0]', IsPresent: true, Next: 'Nap' }],
      Default: 'Done',
    },
    Nap: { Type: 'Wait', Seconds: 30, Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Left', States: { Left: { Type: 'Pass', End: true } } },
        { StartAt: 'Right', States: { Right: { Type: 'Pass', End: true } } },
      ],
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
};
const answer: CallService = ({ invocation }) =>
  invocation === 0
    ? { type: 'fail', error: 'Boom', cause: 'once' }
    : { type: 'succeed', output: { items: [1, 2] } };
const text = JSON.stringify(DEFINITION);
const recorded = recordRun(DEFINITION, { a: 1 }, answer);
const { events } = keepHistory(recorded.run.history, 10_000);
const read = (history: unknown, definition = text) =>
  readRecorded(typeof history === 'string' ? history : JSON.stringify(history), definition, 'json');

/** As SDKs for .NET write it. */
const capitals = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, member]) => [
          key.charAt(0).toUpperCase() + key.slice(1),
          key === 'assignedVariables' ? member : key === 'type' ? { Value: member } : capitals(member),
        ]),
      )
    : value;

const logRecord = ({ id, type, previousEventId, timestamp, ...rest }: HistoryEvent) => ({
  id: String(id),
  type,
  details: Object.values(rest)[0] ?? {},
  previous_event_id: String(previousEventId),
  event_timestamp: String(Date.parse(timestamp)),
  execution_arn: 'arn',
});

describe('a history from elsewhere', () => {
  const seconds = events.map((event) => ({ ...event, timestamp: Date.parse(event.timestamp) / 1000 }));
  const spellings: readonly (readonly [string, unknown])[] = [
    ['as the API writes it', { events }],
    ['with seconds since 1970', { events: seconds }],
    ['newest first', { events: [...events].reverse() }],
    ['a bare list', events],
    ['with capitals', { Events: events.map(capitals) }],
    ['records of a log', events.map(logRecord)],
    ['pages in an array', [{ events: events.slice(0, 9), nextToken: 'x' }, { events: events.slice(9) }]],
    [
      'pages one after the other',
      `${JSON.stringify({ events: events.slice(0, 9), nextToken: 'x' })}\n${JSON.stringify({ events: events.slice(9) })}`,
    ],
    ['overlapping pages', [{ events: events.slice(4) }, { events: events.slice(0, 9) }]],
  ];

  it.each(spellings)('is read %s', (_name, history) => {
    const run = read(history);
    expect(run?.events).toEqual(events);
    expect(run).toMatchObject({
      input: '{"a":1}',
      result: { status: 'SUCCEEDED' },
      transitions: 10,
      notes: [],
      foreign: [],
    });
  });

  it('keeps the names in data as they are, where an export has it as values', () => {
    const data = { OrderId: 5, Details: { Sku: 'A' }, Input: { Nested: 1 } };
    const values = {
      Events: [
        {
          Id: 1,
          PreviousEventId: 0,
          Type: { Value: 'ExecutionStarted' },
          ExecutionStartedEventDetails: { Input: data, RoleArn: 'r', InputDetails: { Truncated: true } },
        },
        {
          Id: 2,
          PreviousEventId: 1,
          Type: { Value: 'TaskScheduled' },
          TaskScheduledEventDetails: {
            ResourceType: 'lambda',
            Resource: 'invoke',
            Region: 'eu-west-1',
            Parameters: { FunctionName: 'f', Payload: data },
            TaskCredentials: { RoleArn: 'other' },
          },
        },
        {
          Id: 3,
          PreviousEventId: 2,
          Type: { Value: 'TaskFailed' },
          TaskFailedEventDetails: { ResourceType: 'lambda', Resource: 'invoke', Cause: data, Error: 'E' },
        },
        {
          Id: 4,
          PreviousEventId: 3,
          Type: { Value: 'PassStateExited' },
          StateExitedEventDetails: { Name: 'P', Output: data, AssignedVariables: { Seen: '1' } },
        },
      ],
    };
    const text = JSON.stringify(data);
    expect(read(values)?.events).toMatchObject([
      { executionStartedEventDetails: { input: text, roleArn: 'r', inputDetails: { truncated: true } } },
      {
        taskScheduledEventDetails: {
          parameters: JSON.stringify({ FunctionName: 'f', Payload: data }),
          taskCredentials: { roleArn: 'other' },
        },
      },
      { taskFailedEventDetails: { cause: text, error: 'E' } },
      { stateExitedEventDetails: { output: text, assignedVariables: { Seen: '1' } } },
    ]);
  });

  it('lists no more items than there can be, whatever a history claims', () => {
    const claiming = (length: number, index: number) => {
      const made = events.map((event) => {
        if (event.type === 'MapStateStarted') return { ...event, mapStateStartedEventDetails: { length } };
        if (event.type !== 'MapIterationStarted' || event.mapIterationStartedEventDetails.index === 0)
          return event;
        return { ...event, mapIterationStartedEventDetails: { name: 'Each', index } };
      });
      const graph = buildGraph(buildModel(parseText(text, 'json')));
      const stored = { events: read({ events: made })?.events ?? [] };
      const run = ShownRun.of(openStoredHistory(stored, new StateTable(graph)), graph);
      run.fold.advance();
      const items = run.looks.items({ state: '/States/Each' as StatePath, number: 0 });
      return [items?.status.length, items?.unlisted, items?.status[0]];
    };
    expect(claiming(2, 1)).toEqual([2, 0, 4]);
    expect(claiming(5e6, 1)).toEqual([1e6, 4e6, 4]);
    expect(claiming(2, 4e12)).toEqual([1e6, 2 ** 31 - 1e6, 4]);
  });

  it('says that there are more pages, that events are missing, and which states are not here', () => {
    expect(read({ events: events.slice(0, 9), nextToken: 'more' })).toMatchObject({
      result: undefined,
      notes: [expect.stringContaining('nextToken')],
    });
    expect(read({ events: [...events.slice(0, 5), ...events.slice(8)] })?.notes).toEqual([
      '3 events are missing between the pages.',
    ]);
    expect(read({ events: events.slice(0, 9) })?.notes).toHaveLength(1);
    const other = '{"StartAt":"Try","States":{"Try":{"Type":"Pass","End":true}}}';
    expect(read({ events }, other)?.foreign).toEqual([
      ...['Each', 'One', 'Which', 'Nap', 'Both', 'Left', 'Right', 'Done'],
    ]);
  });

  it('has the name, type and end that DescribeExecution tells', () => {
    const description = {
      executionArn: 'arn:aws:states:us-east-1:123456789012:express:shop:order-7:uuid',
      status: 'TIMED_OUT',
      error: 'States.Timeout',
    };
    expect(read([description, { events: events.slice(0, 9) }])).toMatchObject({
      name: 'order-7',
      type: 'EXPRESS',
      result: { status: 'TIMED_OUT', error: 'States.Timeout' },
    });
  });

  it('leaves out types that nobody knows, and keeps the chain', () => {
    const strange = events.map((event) => (event.id === 4 ? { ...event, type: 'Strange' } : event));
    const run = read({ events: strange });
    expect(run?.events).toHaveLength(events.length - 1);
    expect(run?.events[3]?.previousEventId).toBe(3);
    expect(run?.notes).toEqual(['Events of these types are left out: Strange.']);
  });

  it('is recognised, and a definition that only speaks of events is none', () => {
    expect(recognise(JSON.stringify({ events })).kind).toBe('history');
    expect(recognise(text).kind).toBe('text');
    const speaking = { StartAt: 'previousEventId', States: { previousEventId: { Type: 'Pass', End: true } } };
    expect(recognise(JSON.stringify(speaking)).kind).toBe('text');
  });

  it('is read without an accident, whatever stands there', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (type, rest) => {
        const history = `{"events":[{"type":${type},"previousEventId":${rest},"stateEnteredEventDetails":${rest}}]}`;
        expect(() => read(history)).not.toThrow();
      }),
    );
  });
});

it.each([
  [1_700_000_000.123, 1_700_000_000_123],
  [1_700_000_000_123, 1_700_000_000_123],
  ['1700000000.5', 1_700_000_000_500],
  ['/Date(1700000000123)/', 1_700_000_000_123],
  ['2023-11-14T22:13:20.000+00:00', 1_700_000_000_000],
  ['2023-11-15T00:13:20+02:00', 1_700_000_000_000],
  ['date', undefined],
  [Number.MAX_VALUE, undefined],
])('reads the time %s', (written, time) => {
  expect(readTime(written)).toBe(time);
});

it('sketches a definition whose graph has what the history shows', () => {
  const sketch = sketchDefinition(events);
  const machine = buildModel(parseText(sketch, 'json'));
  const plain: typeof DEFINITION = JSON.parse(sketch);
  expect(Object.keys(plain.States)).toEqual(Object.keys(DEFINITION.States));
  expect(plain.States.Try).toEqual({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: 'f' },
    Next: 'Each',
  });
  expect(plain.States.Nap).toEqual({ Type: 'Wait', Seconds: 30, Next: 'Both' });
  expect(plain.States.Both.Branches.map(({ StartAt }) => StartAt)).toEqual(['Left', 'Right']);
  expect(plain.States.Each.ItemProcessor.StartAt).toBe('One');
  expect(machine.states).toHaveLength(6);
  expect(read({ events }, sketch)?.foreign).toEqual([]);
});

it('sketches what was caught as a catcher', () => {
  const failing = {
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sns:publish',
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }],
        End: true,
      },
      Sorry: { Type: 'Fail', Error: 'E', Cause: 'C' },
    },
  };
  const { run } = recordRun(failing, {}, () => ({ type: 'fail', error: 'Boom' }));
  expect(JSON.parse(sketchDefinition(keepHistory(run.history, 99).events)).States).toMatchObject({
    A: { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }] },
    Sorry: { Type: 'Fail', Error: 'E', Cause: 'C' },
  });
});
