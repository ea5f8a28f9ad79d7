import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, buildModel, type Json, parseText, type StatePath } from '../../asl';
import { arbitraryDefinition } from '../../asl/testing/arbitraryDefinition';
import {
  type CallService,
  compileProgram,
  createExecution,
  defaultSettings,
  type Execution,
  runToEnd,
} from '../../interpreter';
import { Checkpoints } from '../fold/checkpoints';
import { Fold } from '../fold/fold';
import { Scopes } from '../fold/scopes';
import { StateTable } from '../fold/stateTable';
import { variablesAt } from '../fold/variablesAt';
import type { MomentTarget } from '../moment.types';
import { recordRun } from '../testing/recordRun';
import { ShownRun } from './shownRun';

const machine = (States: Readonly<Record<string, object>>, rest: object = {}) => ({
  StartAt: Object.keys(States)[0],
  States,
  ...rest,
});
const path = (name: string) => `/States/${name}` as StatePath;
const at = (position: number): MomentTarget => ({ type: 'at', position });

const services: CallService = ({ stateName, invocation, attempt }) =>
  (stateName.length * 7 + invocation * 3 + attempt) % 4 === 0
    ? { type: 'fail', error: 'Custom', cause: 'c' }
    : { type: 'succeed', output: { a: invocation } };

async function played(definition: object, input: Json) {
  const model = buildModel(parseText(JSON.stringify(definition), 'json'));
  const settings = defaultSettings({ startTime: Date.UTC(2025, 0, 1) as Execution['now'] });
  const execution = createExecution(compileProgram(model).program, settings, input);
  await runToEnd(execution, services, { maxTransitions: 150 });
  execution.deliver({ type: 'stop', at: execution.now });
  return { timeline: execution.timeline, graph: buildGraph(model) };
}

const input = fc.record({
  a: fc.jsonValue({ maxDepth: 2 }),
  items: fc.array(fc.integer(), { maxLength: 4 }),
});

describe('a moment', () => {
  it('is the fold of the first events, wherever one comes from', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDefinition(),
        input,
        fc.array(fc.nat(400), { minLength: 1, maxLength: 12 }),
        async (definition, data, positions) => {
          const { timeline, graph } = await played(definition, data as Json);
          const run = ShownRun.of(timeline, graph);
          run.fold.advance();
          const states = graph.scopes.flatMap(({ nodes }) =>
            nodes.flatMap((node) => (node.kind === 'state' ? [node.path] : [])),
          );
          for (const position of positions) {
            const known = Math.min(position, timeline.length);
            const anew = new Fold(timeline, new StateTable(graph));
            while (anew.position < known) anew.advanceOne();
            const moment = run.showMoment(at(position));
            const { states: counted, taken, last, at: entered } = anew.whole();
            expect(moment).toMatchObject({ position: known, states: counted, taken });
            expect([moment?.last, moment?.at]).toEqual([last, entered]);
            expect(moment?.transitions).toBe(anew.entered);
            for (const state of states) {
              const { length } = anew.visitsOf(state);
              const page = run.visits(state, 0, 100);
              expect(page.total).toBe(length);
              for (const { number, status } of page.visits) {
                const visit = run.visit(state, number);
                expect(visit?.status).toBe(status);
                expect(visit?.endedAt ?? 0).toBeLessThanOrEqual(moment?.time ?? 0);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('has the variables that were changed by hand, and those from before are gone', async () => {
    const changes = fc.array(
      fc.record({ after: fc.nat(9), variables: fc.dictionary(fc.constantFrom('v', 'w', 'n'), fc.integer()) }),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(arbitraryDefinition(), input, changes, async (definition, data, byHand) => {
        const model = buildModel(parseText(JSON.stringify(definition), 'json'));
        const execution = createExecution(
          compileProgram(model).program,
          defaultSettings({ startTime: Date.UTC(2025, 0, 1) as Execution['now'] }),
          data as Json,
        );
        const graph = buildGraph(model);
        const run = ShownRun.of(execution.timeline, graph);
        const scopes = new Scopes(execution.timeline, new Set());
        for (const { after, variables } of [...byHand, { after: 100, variables: {} }]) {
          await runToEnd(execution, services, { maxTransitions: after });
          execution.change({ type: 'amend', variables });
          run.fold.advance();
          const { visits } = run.fold;
          for (let visit = 0; visit < visits.length; visit++) {
            const found = scopes.after(visits, visits.entered.get(visit));
            expect(found).toEqual(variablesAt(visits, execution.timeline, visit));
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('has the variables that a look back along its thread finds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDefinition(), input, fc.integer(), async (definition, data, seed) => {
        const { timeline, graph } = await played(definition, data as Json);
        const run = ShownRun.of(timeline, graph);
        run.fold.advance();
        const { visits } = run.fold;
        const scopes = new Scopes(timeline, new Set());
        for (let step = 0; step < timeline.length; step++) {
          const visit = (((step * 7919 + seed) % visits.length) + visits.length) % visits.length;
          if (visits.length === 0) return;
          const event = visits.entered.get(visit);
          expect(scopes.after(visits, event)).toEqual(variablesAt(visits, timeline, visit));
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

const count = {
  Count: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Next: 'Again?' },
  'Again?': {
    Type: 'Choice',
    Choices: [{ Condition: '{% $n < 1500 %}', Next: 'Count' }],
    Default: 'Done',
  },
  Done: { Type: 'Succeed' },
};
const COUNTING = machine(
  { Init: { Type: 'Pass', Assign: { n: 0, rate: 7 }, Next: 'Count' }, ...count },
  { QueryLanguage: 'JSONata' },
);

describe('a long run', () => {
  const { run, execution } = recordRun(COUNTING);

  it('is gone through by checkpoints', () => {
    const begun: number[] = [];
    const table = new StateTable(buildGraph(buildModel(parseText(JSON.stringify(COUNTING), 'json'))));
    const checkpoints = new Checkpoints(() => {
      begun.push(1);
      return new Fold(execution.timeline, table);
    });
    for (const position of [5000, 17, 3000, 2999, 5000, 1024, 1023, 0, 4096]) {
      const anew = new Fold(execution.timeline, table);
      while (anew.position < position) anew.advanceOne();
      expect(checkpoints.at(position).whole()).toEqual(anew.whole());
    }
    expect(begun).toHaveLength(4);
  });

  it('shows the variables of the moment, and what watches make of them', async () => {
    run.showMoment({ type: 'event', index: 3000 });
    const { variables, watched } = await run.data(['$n * 2', '$states.input', '$nothing', '(']);
    expect(variables).toMatchObject({ rate: '7' });
    const n = Number(variables.n);
    expect(n).toBeGreaterThan(700);
    expect(n).toBeLessThan(800);
    expect(watched.slice(0, 2)).toEqual([
      { ok: true, text: String(n * 2) },
      { ok: true, text: '{}' },
    ]);
    expect(watched.slice(2)).toMatchObject([{ ok: false }, { ok: false }]);
    run.showMoment({ type: 'live' });
    expect((await run.data([])).variables).toEqual({ n: '1500', rate: '7' });
  });
});

describe('going through a run', () => {
  const ALL = ['States.ALL'];
  const definition = machine({
    A: { Type: 'Pass', Next: 'B' },
    B: {
      Type: 'Task',
      Resource: 'fn',
      Retry: [{ ErrorEquals: ALL, IntervalSeconds: 60 }],
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: machine({ Inner: { Type: 'Pass', End: true } }),
      Next: 'Z',
    },
    Z: { Type: 'Succeed' },
  });
  const open = () =>
    recordRun(definition, {}, ({ invocation }) =>
      invocation === 0 ? { type: 'fail', error: 'Boom' } : { type: 'succeed', output: { items: [1, 2] } },
    ).run;

  it('leads from state to state, to errors, and back', () => {
    const run = open();
    const go = (what: 'event' | 'state' | 'error', back: boolean) =>
      run.showMoment({ type: 'next', what, back })?.event;
    expect(go('state', true)).toMatchObject({ type: 'SucceedStateEntered', state: path('Z') });
    expect(go('state', true)?.state).toContain('Inner');
    expect(go('error', true)).toMatchObject({ type: 'LambdaFunctionFailed', state: path('B') });
    expect(go('event', true)?.type).toBe('LambdaFunctionStarted');
    expect(go('error', true)?.type).toBe('LambdaFunctionStarted');
    expect(go('state', true)).toMatchObject({ state: path('B'), visit: { state: path('B'), number: 0 } });
    expect(run.visits(path('Z'), 0, 1).total).toBe(0);
    expect(run.showMoment({ type: 'live' })).toBeNull();
    expect(run.visits(path('Z'), 0, 1).total).toBe(1);
  });

  it('steps as a run does, and is live where it ends', () => {
    const run = open();
    const step = (kind: 'into' | 'over' | 'out') => run.showMoment({ type: 'step', kind })?.at;
    run.showMoment(at(0));
    expect([step('into'), step('over'), step('over'), step('into')]).toEqual([
      path('A'),
      path('B'),
      path('Each'),
      `${path('Each')}/ItemProcessor/States/Inner`,
    ]);
    expect(step('out')).toContain('Inner');
    run.showMoment({ type: 'event', index: 12 });
    expect(step('over')).toBe(path('Z'));
    expect(step('over')).toBeUndefined();
  });

  it('has a tick for each event, by what it came to', () => {
    const { total, lanes } = open().ticks(1000);
    expect(lanes).toHaveLength(2);
    expect([...(lanes[0]?.ticks ?? [])].slice(0, 9)).toEqual([1, 2, 3, 2, 1, 1, 6, 5, 1]);
    expect(lanes[0]?.ticks).toHaveLength(total);
    const few = open().ticks(3);
    expect([...(few.lanes[0]?.ticks ?? [])]).toEqual([6, 3, 3]);
  });
});
