import { describe, expect, it } from 'vitest';
import { buildGraph, buildModel, type Json, parseText, type StatePath } from '../../asl';
import type { CallService } from '../../interpreter';
import { ShownRun } from '../run/shownRun';
import type { StoredHistory } from '../run.types';
import { keepHistory } from '../testing/keepHistory';
import { recordRun } from '../testing/recordRun';
import { StateTable } from './stateTable';
import { openStoredHistory } from './storedHistory';

const machine = (States: object, StartAt: string) => ({ StartAt, States });
const ALL = ['States.ALL'];
const task = { Type: 'Task', Resource: 'fn', End: true };
const pass = { Type: 'Pass', End: true };
const failOnce: CallService = ({ invocation }) =>
  invocation === 0 ? { type: 'fail', error: 'Boom' } : { type: 'succeed', output: 1 };

const CASES: readonly { readonly name: string; readonly definition: object; readonly input: Json }[] = [
  {
    name: 'a chain with a retry and a Choice',
    definition: machine(
      {
        A: { ...task, End: false, Retry: [{ ErrorEquals: ALL }], Next: 'B' },
        B: { Type: 'Choice', Choices: [{ Variable: '$', NumericEquals: 1, Next: 'C' }], Default: 'D' },
        C: { Type: 'Succeed' },
        D: { Type: 'Fail' },
      },
      'A',
    ),
    input: {},
  },
  {
    name: 'a retried Map in a Parallel',
    definition: machine(
      {
        Both: {
          Type: 'Parallel',
          Branches: [
            machine(
              {
                Each: {
                  Type: 'Map',
                  ItemProcessor: machine({ T: task }, 'T'),
                  Retry: [{ ErrorEquals: ALL }],
                  End: true,
                },
              },
              'Each',
            ),
            machine({ Nap: { Type: 'Wait', Seconds: 3, Next: 'After' }, After: pass }, 'Nap'),
          ],
          End: true,
        },
      },
      'Both',
    ),
    input: [1, 2],
  },
  {
    name: 'a caught Map and a failed execution',
    definition: machine(
      {
        Each: {
          Type: 'Map',
          MaxConcurrency: 1,
          ItemProcessor: machine({ T: task }, 'T'),
          Catch: [{ ErrorEquals: ALL, Next: 'Sorry' }],
          End: true,
        },
        Sorry: { Type: 'Fail', Error: 'Sorry' },
      },
      'Each',
    ),
    input: [1, 2],
  },
  {
    name: 'states of one name in several scopes',
    definition: machine(
      {
        Both: {
          Type: 'Parallel',
          Branches: [
            machine({ X: { ...pass, End: false, Next: 'Y' }, Y: pass }, 'X'),
            machine({ X: { ...pass, End: false, Next: 'Y' }, Y: pass }, 'X'),
          ],
          Next: 'X',
        },
        X: pass,
      },
      'Both',
    ),
    input: {},
  },
  {
    name: 'a Distributed Map, one of its children failed',
    definition: machine(
      {
        Each: {
          Type: 'Map',
          ToleratedFailureCount: 1,
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            ...machine({ T: { ...task, End: false, Next: 'U' }, U: pass }, 'T'),
          },
          Next: 'Done',
        },
        Done: pass,
      },
      'Each',
    ),
    input: [1, 2, 3],
  },
];

/** Everything that is looked at, as data. */
function everything(run: ShownRun) {
  const { states, taken } = run.fold.takeChanges();
  return {
    states: [...states].sort((a, b) => (a.path < b.path ? -1 : 1)),
    taken: [...taken].sort((a, b) => (a.id < b.id ? -1 : 1)),
    visits: states.map(({ path, visits }) =>
      Array.from({ length: visits }, (_, number) => run.visit(path, number)),
    ),
  };
}

/** Events without states do not say which state was aborted when: it ends with its container then. */
const withoutEnds = (run: ShownRun): unknown =>
  JSON.parse(
    JSON.stringify(everything(run), (key, value: unknown) => (key === 'endedAt' ? undefined : value)),
  );

function reopen(definition: object, stored: StoredHistory): ShownRun {
  const graph = buildGraph(buildModel(parseText(JSON.stringify(definition), 'json')));
  const table = new StateTable(graph);
  const crossed = JSON.parse(JSON.stringify(stored)) as StoredHistory;
  const run = new ShownRun(openStoredHistory(crossed, table), table);
  run.fold.advance();
  return run;
}

describe.each(CASES)('$name', ({ definition, input }) => {
  it('looks the same live and from storage', () => {
    const { run } = recordRun(definition, input, failOnce);
    expect(everything(reopen(definition, keepHistory(run.history, 25_000)))).toEqual(everything(run));
  });
});

describe.each(CASES.slice(0, 3))('$name', ({ definition, input }) => {
  it('looks the same from events that only name their states', () => {
    const { run } = recordRun(definition, input, failOnce);
    const { events } = keepHistory(run.history, 25_000);
    expect(withoutEnds(reopen(definition, { events }))).toEqual(withoutEnds(run));
  });
});

it('lights up what runs in child executions, and shows the events of the machine itself', () => {
  const { definition, input } = CASES.at(-1) ?? { definition: {}, input: {} };
  const { run, execution } = recordRun(definition, input, failOnce);
  const inside = '/States/Each/ItemProcessor/States';
  const statuses = run.visits(`${inside}/T` as StatePath, 0, 9).visits;
  expect(statuses.map(({ status, iteration }) => [iteration, status])).toEqual([
    [[0], 'failed'],
    [[1], 'succeeded'],
    [[2], 'succeeded'],
  ]);
  expect(run.visits(`${inside}/U` as StatePath, 0, 9).total).toBe(2);
  expect(run.visit('/States/Each' as StatePath, 0)).toMatchObject({ status: 'succeeded', attempts: 1 });
  const page = run.events(0, 100);
  expect(page.total).toBe(execution.history.length);
  expect(page.rows.map(({ event }) => event.id)).toEqual(page.rows.map((_, index) => index + 1));
  expect(JSON.parse(run.export()).events).toHaveLength(execution.history.length);
});

it('is stored up to a cap', () => {
  const { definition, input } = CASES[1] ?? { definition: {}, input: {} };
  const { run } = recordRun(definition, input, failOnce);
  expect(keepHistory(run.history, 5).events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  expect(reopen(definition, keepHistory(run.history, 5)).events(0, 100).total).toBe(5);
});

it('shows its events in pages with their states, and exports them as GetExecutionHistory returns them', () => {
  const { run, execution } = recordRun(machine({ A: pass }, 'A'));
  expect(run.events(1, 1)).toMatchObject({
    from: 1,
    total: execution.history.length,
    rows: [{ event: { id: 2, type: 'PassStateEntered' }, state: '/States/A' }],
  });
  const exported = JSON.parse(run.export()) as { readonly events: readonly unknown[] };
  expect(exported.events).toEqual(keepHistory(run.history, 100).events);
});
