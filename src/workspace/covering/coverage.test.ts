import { expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import { analyze } from '../../asl';
import { createTestStudio, untilState } from '../testing/testStudio';
import { createCoverage } from './coverage';
import { renamed } from './rename';

const chain = (names: readonly string[]) =>
  JSON.stringify(
    {
      StartAt: names[0],
      States: Object.fromEntries(
        names.map((name, at) => [
          name,
          at === 0
            ? {
                Type: 'Choice',
                Choices: [{ Variable: '$.go', IsPresent: true, Next: names[1] }],
                Default: names[2],
              }
            : { Type: 'Pass', End: true },
        ]),
      ),
    },
    null,
    2,
  );

async function run(studio: Awaited<ReturnType<typeof createTestStudio>>, input: string) {
  const { runs } = studio.store.getState().coverage;
  studio.execution.setInput(input);
  await studio.execution.run();
  await untilState(studio, ({ coverage }) => coverage.runs > runs);
  return studio.store.getState().coverage;
}

it('counts where the runs of the document came, follows a renaming, and forgets when it is told to', async () => {
  const studio = await createTestStudio(chain(['Which', 'Left', 'Right']));
  await run(studio, '{"go":1}');
  const coverage = await run(studio, '{"go":2}');
  expect(coverage).toEqual({
    runs: 2,
    states: { '/States/Which': { runs: 2, times: 2 }, '/States/Left': { runs: 2, times: 2 } },
    transitions: {
      'start:#start': { runs: 2, times: 2 },
      '/States/Which#choice:0': { runs: 2, times: 2 },
      '/States/Left#end': { runs: 2, times: 2 },
    },
  });
  await studio.edit({ type: 'renameState', state: '/States/Left' as StatePath, name: 'Port' });
  await untilState(studio, (state) => '/States/Port' in state.coverage.states);
  expect(Object.keys(studio.store.getState().coverage.transitions)).toContain('/States/Port#end');
  const all = await run(studio, '{}');
  expect(Object.keys(all.states).sort()).toEqual(['/States/Port', '/States/Right', '/States/Which']);
  expect(all.states['/States/Which']).toEqual({ runs: 3, times: 3 });
  (await studio.coverage()).reset();
  expect(studio.store.getState().coverage.runs).toBe(0);
  const again = await run(studio, '{}');
  expect(again.runs).toBe(1);
  studio.openText(chain(['A', 'B', 'C']), { kind: 'paste' });
  expect(studio.store.getState().coverage.runs).toBe(0);
});

it('stays with a rule that another was put before', async () => {
  const studio = await createTestStudio(chain(['Which', 'Left', 'Right']));
  await run(studio, '{"go":1}');
  const { text } = studio.store.getState().document;
  const at = text.indexOf('"Choices": [') + '"Choices": ['.length;
  const rule = '{ "Variable": "$.other", "IsPresent": true, "Next": "Right" },';
  studio.document.applyEdits([{ range: { start: at, end: at }, text: rule }], 'Rule', 'canvas');
  await untilState(studio, ({ coverage }) => '/States/Which#choice:1' in coverage.transitions);
  expect(studio.store.getState().coverage.transitions).not.toHaveProperty(['/States/Which#choice:0']);
});

const SLOW = JSON.stringify({
  StartAt: 'Hold',
  States: {
    Hold: { Type: 'Pass', Next: 'Which' },
    Which: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.go', IsPresent: true, Next: 'Left' },
        { Variable: '$.stay', IsPresent: true, Next: 'Right' },
      ],
      Default: 'Left',
    },
    Left: { Type: 'Pass', End: true },
    Right: { Type: 'Pass', End: true },
  },
});

it.each([
  ['', false],
  [', also when all counts were forgotten meanwhile', true],
])(
  'counts a run by what its rules said when it began, whatever place they have when it ends%s',
  async (_, forgotten) => {
    const studio = await createTestStudio(SLOW);
    const { store, execution } = studio;
    execution.setInput('{"go":1}');
    studio.breakpoints.add({ kind: 'entry', state: '/States/Which' as StatePath, enabled: true });
    await execution.run();
    await untilState(studio, (state) => state.execution.phase === 'paused');
    const { text } = store.getState().document;
    const first = text.indexOf('{"Variable":"$.go"');
    const second = text.indexOf('{"Variable":"$.stay"');
    const rules = [text.slice(first, second - 1), text.slice(second, text.indexOf(']', second))];
    const range = { start: first, end: text.indexOf(']', second) };
    studio.document.applyEdits([{ range, text: rules.reverse().join() }], 'Move', 'canvas');
    await untilState(studio, ({ analysis, document }) => analysis.graphVersion === document.version);
    if (forgotten) (await studio.coverage()).reset();
    await execution.continue();
    await untilState(studio, ({ coverage }) => coverage.runs === 1);
    const { transitions } = store.getState().coverage;
    expect(Object.keys(transitions).filter((id) => id.includes('#choice'))).toEqual([
      '/States/Which#choice:1',
    ]);
  },
);

const rule = (variable: string, next: string) => ({ Variable: variable, IsPresent: true, Next: next });

/** Its last Choice is reached only when the data has what `Needy` wants. */
const needy = (wants: string, rules: readonly object[]) =>
  JSON.stringify({
    StartAt: 'Needy',
    States: {
      Needy: { Type: 'Pass', InputPath: wants, Next: 'Which' },
      Which: { Type: 'Choice', Choices: rules, Default: 'Left' },
      Left: { Type: 'Pass', End: true },
      Right: { Type: 'Pass', End: true },
    },
  });

it('counts a run that goes on with another definition by the rules of that', async () => {
  const [go, stay] = [rule('$.go', 'Left'), rule('$.stay', 'Right')];
  const studio = await createTestStudio(needy('$.missing', [go, stay]));
  const { store, execution } = studio;
  await run(studio, '{"go":1}');
  expect(store.getState().execution.run?.result?.status).toBe('FAILED');
  studio.document.replaceAll(needy('$', [stay, go]), 'Move', 'canvas');
  await untilState(studio, ({ analysis, document }) => analysis.graphVersion === document.version);
  await execution.redrive(true);
  await untilState(studio, ({ coverage }) => '/States/Left' in coverage.states);
  const { transitions } = store.getState().coverage;
  expect(Object.keys(transitions).filter((id) => id.includes('#choice'))).toEqual(['/States/Which#choice:1']);
});

it('leaves counts alone that came with another text', async () => {
  const studio = await createTestStudio(chain(['Which', 'Left', 'Right']));
  await run(studio, '{"go":1}');
  const counter = createCoverage(studio.store, { whole: () => ({ states: [], taken: [] }) });
  const { coverage } = studio.store.getState();
  const own = analyze(studio.store.getState().document.text);
  const child = analyze(chain(['Which', 'Right', 'Left']).replace('$.go', '$.else'));
  counter.settle({ graph: own.graph, outline: [] });
  counter.settle({ graph: child.graph, outline: [] });
  // The way back from a child execution brings its parent's text and counts.
  const brought = { ...coverage };
  studio.store.setState({ coverage: brought });
  counter.settle({ graph: own.graph, outline: [] });
  expect(studio.store.getState().coverage).toBe(brought);
});

it('follows states with a number sign in their names', () => {
  const count = { runs: 1, times: 1 };
  const given = {
    runs: 1,
    states: { '/States/C# build': count },
    transitions: { '/States/C# build#next': count },
  };
  expect(renamed(given, new Map([['/States/C# build', '/States/Build']]))).toEqual({
    runs: 1,
    states: { '/States/Build': count },
    transitions: { '/States/Build#next': count },
  });
});
