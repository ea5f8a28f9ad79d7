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
import type { StageValue, ValuePlace } from '../data.types';
import { ShownRun } from '../run/shownRun';

const path = (name: string) => `/States/${name}` as StatePath;

const services: CallService = ({ stateName, invocation, attempt }) =>
  (stateName.length * 7 + invocation * 3 + attempt) % 4 === 0
    ? { type: 'fail', error: 'Custom', cause: 'c' }
    : { type: 'succeed', output: { a: invocation, list: [{ id: 7 }] } };

async function played(
  definition: object,
  input: Json,
  callService: CallService = services,
): Promise<ShownRun> {
  const machine = buildModel(parseText(JSON.stringify(definition, null, 2), 'json'));
  const settings = defaultSettings({ startTime: Date.UTC(2025, 0, 1) as Execution['now'] });
  const execution = createExecution(compileProgram(machine).program, settings, input);
  await runToEnd(execution, callService, { maxTransitions: 150 });
  const run = ShownRun.of(execution.timeline, buildGraph(machine), { machine, settings });
  run.fold.advance();
  return run;
}

const machine = (States: Readonly<Record<string, object>>, rest: object = {}) => ({
  StartAt: Object.keys(States)[0],
  States,
  ...rest,
});
const LAMBDA = 'arn:aws:states:::lambda:invoke';
const shown = (stages: readonly StageValue[] | undefined) =>
  Object.fromEntries((stages ?? []).map(({ name, text }) => [name, text && JSON.parse(text)]));
const stagesOf = async (run: ShownRun, state: StatePath, number = 0, attempt?: number) =>
  run.looks.data.stages({ state, number, ...(attempt === undefined ? {} : { attempt }) });

describe('the stages of a visit', () => {
  it('end with the output that was recorded, without a doubt, for any definition', async () => {
    const input = fc.record({
      a: fc.jsonValue({ maxDepth: 2 }),
      items: fc.array(fc.integer(), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(arbitraryDefinition(), input, async (definition, data) => {
        const run = await played(definition, data as Json);
        const { fold } = run;
        for (let row = 0; row < fold.visits.length; row++) {
          const state = fold.pathOf(row);
          const visits = fold.visitsOf(state);
          for (let number = 0; number < Math.min(3, visits.length); number++) {
            const visit = run.visit(state, number);
            const read = await stagesOf(run, state, number);
            expect(read?.stages[0]?.text).toBe(visit?.input);
            const last = read?.stages.at(-1);
            if (visit?.output !== undefined) {
              expect(JSON.parse(last?.text ?? '')).toEqual(JSON.parse(visit.output));
              // What failed in a container is not told by its own events.
              const isContainer = read?.type === 'Map' || read?.type === 'Parallel';
              const doubted = read?.stages.filter(({ problem, isApproximate }) => problem || isApproximate);
              if (visit.status !== 'caught' || !isContainer) expect(doubted).toEqual([]);
            } else if (visit?.status === 'failed' && last?.name === 'output') {
              expect(read?.stages.some(({ problem }) => problem !== undefined)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('are those of every field of a JSONPath Task', async () => {
    const run = await played(
      machine({
        T: {
          Type: 'Task',
          Resource: LAMBDA,
          InputPath: '$.in',
          Parameters: { FunctionName: 'f', 'p.$': '$.a', 'n.$': '$$.State.RetryCount' },
          ResultSelector: { 's.$': '$.r' },
          ResultPath: '$.out',
          OutputPath: '$.out.s',
          Retry: [{ ErrorEquals: ['States.ALL'] }],
          End: true,
        },
      }),
      { in: { a: 1 } },
      ({ attempt }) =>
        attempt === 0 ? { type: 'fail', error: 'Boom' } : { type: 'succeed', output: { r: 2 } },
    );
    const read = await stagesOf(run, path('T'));
    expect(read).toMatchObject({ attempt: 1, attempts: 2, isOpen: false });
    expect(shown(read?.stages)).toEqual({
      input: { in: { a: 1 } },
      inputPath: { a: 1 },
      parameters: { FunctionName: 'f', p: 1, n: 1 },
      result: { r: 2 },
      resultSelector: { s: 2 },
      resultPath: { in: { a: 1 }, out: { s: 2 } },
      output: 2,
    });
    const first = await stagesOf(run, path('T'), 0, 0);
    expect(first?.stages.find(({ name }) => name === 'parameters')?.text).toContain('"n":0');
    expect(first?.stages.find(({ name }) => name === 'result')).toMatchObject({ problem: 'Boom' });
    expect(first?.stages.at(-1)?.text).toBeUndefined();
  });

  it('stop at the expression that failed, and say where it stands', async () => {
    const definition = machine(
      {
        P: {
          Type: 'Pass',
          Assign: { x: '{% $states.input.a %}' },
          Output: '{% $nothing.at.all %}',
          End: true,
        },
      },
      { QueryLanguage: 'JSONata' },
    );
    const run = await played(definition, { a: 5 });
    const read = await stagesOf(run, path('P'));
    const last = read?.stages.at(-1);
    expect(last).toMatchObject({ name: 'output', field: 'Output' });
    expect(last?.problem).toContain('$nothing.at.all');
    const text = JSON.stringify(definition, null, 2);
    expect(text.slice(last?.range?.start, last?.range?.end)).toBe('"{% $nothing.at.all %}"');
  });

  it('say so when a random value cannot be had again', async () => {
    const run = await played(
      machine({
        P: { Type: 'Pass', Parameters: { 'id.$': 'States.UUID()' }, OutputPath: '$.id', End: true },
      }),
      {},
    );
    const read = await stagesOf(run, path('P'));
    expect(read?.stages.at(-1)?.text).toBe(run.visit(path('P'), 0)?.output);
    expect(read?.stages.find(({ name }) => name === 'parameters')?.isApproximate).toBe(true);
  });
});

async function traced(
  run: ShownRun,
  state: StatePath,
  path: ValuePlace['path'],
  stage: ValuePlace['stage'] = 'output',
) {
  const { links, end } = await run.looks.data.trace({ visit: { state, number: 0 }, stage, path });
  return {
    way: links.map((link) =>
      `${link.visit.state.split('/').at(-1)}.${link.stage} ${link.path.join('.')}`.trim(),
    ),
    end,
  };
}

describe('where a value comes from', () => {
  it('is followed through states, paths and templates to the service or the input', async () => {
    const run = await played(
      machine({
        Load: {
          Type: 'Task',
          Resource: LAMBDA,
          ResultSelector: { 'first.$': '$.list[0]' },
          ResultPath: '$.loaded',
          Next: 'Shape',
        },
        Shape: {
          Type: 'Pass',
          Parameters: {
            'id.$': '$.loaded.first.id',
            'who.$': '$.user.name',
            fixed: [1],
            'n.$': "States.Format('{}', $.user.name)",
          },
          ResultPath: '$.shaped',
          OutputPath: '$.shaped',
          End: true,
        },
      }),
      { user: { name: 'Ada' } },
      () => ({ type: 'succeed', output: { list: [{ id: 7 }] } }),
    );
    const { way, end } = await traced(run, path('Shape'), ['id']);
    expect(way).toEqual([
      'Shape.output id',
      'Shape.resultPath shaped.id',
      'Shape.parameters id',
      'Shape.inputPath loaded.first.id',
      'Shape.input loaded.first.id',
      'Load.output loaded.first.id',
      'Load.resultPath loaded.first.id',
      'Load.resultSelector first.id',
      'Load.result list.0.id',
    ]);
    expect(end).toMatchObject({ kind: 'service', expression: LAMBDA });
    expect((await traced(run, path('Shape'), ['who'])).end).toMatchObject({
      kind: 'executionInput',
      words: "It is $.user.name of the execution's input.",
    });
    expect((await traced(run, path('Shape'), ['fixed', 0])).end.kind).toBe('written');
    expect((await traced(run, path('Shape'), ['n'])).end).toMatchObject({
      kind: 'computed',
      expression: "States.Format('{}', $.user.name)",
      reads: [{ place: { stage: 'inputPath', path: ['user', 'name'] } }],
    });
  });

  it('is followed through variables, items and constructors of JSONata', async () => {
    const run = await played(
      machine(
        {
          Keep: { Type: 'Pass', Assign: { kept: '{% $states.input.deep %}' }, Next: 'Each' },
          Each: {
            Type: 'Map',
            Items: '{% $states.input.list %}',
            ItemSelector: { it: '{% $states.context.Map.Item.Value %}', also: '{% $kept.x %}' },
            ItemProcessor: machine({
              In: {
                Type: 'Pass',
                Output: '{% {"v": $states.input.it, "w": $states.input.also + 1} %}',
                End: true,
              },
            }),
            Output: '{% $merge([$states.input, {"all": $states.result}]) %}',
            End: true,
          },
        },
        { QueryLanguage: 'JSONata' },
      ),
      { list: [4, 5], deep: { x: 1 } },
    );
    const { way, end } = await traced(run, path('Each'), ['all', 1, 'v']);
    expect(way).toEqual([
      'Each.output all.1.v',
      'Each.result 1.v',
      'In.output v',
      'In.input it',
      'Each.itemSelector 1.it',
      'Each.items 1',
      'Each.input list.1',
      'Keep.output list.1',
      'Keep.input list.1',
    ]);
    expect(end.kind).toBe('executionInput');
    const inner = '/States/Each/ItemProcessor/States/In' as StatePath;
    const variable = await traced(run, inner, ['also'], 'input');
    expect(variable.way).toContain('Keep.assign kept.x');
    expect(variable.end).toMatchObject({ kind: 'executionInput' });
    expect((await traced(run, inner, ['w'])).end).toMatchObject({
      kind: 'computed',
      reads: [{ words: 'the input $.also' }],
    });
  });

  it('never claims a value that is another one, for any definition', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDefinition(), async (definition) => {
        const run = await played(definition, { items: [1, 2], a: { b: 'c' } });
        for (let row = 0; row < Math.min(6, run.fold.visits.length); row++) {
          const place = { visit: { state: run.fold.pathOf(row), number: 0 }, path: [] };
          const { links } = await run.looks.data.trace({ ...place, stage: 'output' });
          const excerpts = new Set(
            links
              .slice(0, 1)
              .concat(links)
              .map(({ excerpt }) => excerpt.length),
          );
          expect(links.length).toBeGreaterThan(0);
          expect(excerpts.size).toBe(1);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('search over the data', () => {
  const find = (run: ShownRun, query: string) => {
    const hits = [];
    for (let from = 0, total = 1; from < total; ) {
      const page = run.looks.data.search({ query, from });
      hits.push(...page.hits);
      ({ next: from, total } = page);
    }
    return hits;
  };
  it('finds keys, values and paths, each with its visit and stage', async () => {
    const run = await played(
      machine({
        A: { Type: 'Task', Resource: LAMBDA, ResultPath: '$.made', Next: 'B' },
        B: { Type: 'Pass', Assign: { Kept: 'NEEDLE "x"' }, End: true },
      }),
      { order: { items: [{ sku: 'A-1' }] } },
      () => ({ type: 'succeed', output: { sku: 'Z-9' } }),
    );
    expect(find(run, 'z-9').map(({ place }) => place?.stage)).toEqual([
      'result',
      'output',
      'input',
      'output',
    ]);
    expect(find(run, 'items[0].sku')[0]).toMatchObject({
      place: { path: ['order', 'items', 0, 'sku'] },
      found: 'path',
      excerpt: '"A-1"',
    });
    expect(find(run, 'SKU')[0]).toMatchObject({ type: 'TaskStateEntered', found: 'key' });
    expect(find(run, 'needle "x"')).toMatchObject([
      { place: { visit: { state: path('B'), number: 0 }, stage: 'assign', path: ['Kept'] } },
    ]);
    expect(find(run, 'kept')).toHaveLength(1);
    expect(find(run, 'no such thing')).toEqual([]);
    expect(find(run, '  ')).toEqual([]);
  });
  it('names the stage of what was sent as the state does that sent it', async () => {
    const sending = async (rest: object, task: object) => {
      const States = { A: { Type: 'Task', Resource: LAMBDA, ...task, End: true } };
      const run = await played(machine(States, rest), {}, () => ({ type: 'succeed', output: {} }));
      const { place } = find(run, 'needle')[0] ?? {};
      const stages = await stagesOf(run, path('A'));
      return [place?.stage, stages?.stages.some(({ name }) => name === place?.stage)];
    };
    const sent = { FunctionName: 'needle' };
    expect(await sending({ QueryLanguage: 'JSONata' }, { Arguments: sent })).toEqual(['arguments', true]);
    expect(await sending({}, { Parameters: sent })).toEqual(['parameters', true]);
  });
});
