import { buildGraph, buildModel, type EpochMs, parseText } from '../src/asl';
import { compileProgram, createExecution, defaultSettings, runToEnd } from '../src/interpreter';
import { ShownRun } from '../src/worker/run/shownRun';
import { median, round } from './statistics';

const EVENTS = 25_000;
const SEEKS = 400;

export interface ScrubFigure {
  readonly way: string;
  /** Milliseconds until the worker has the moment: statuses, counts, the event; the median and the worst. */
  readonly momentMs: number;
  readonly worstMs: number;
  /** Likewise for the variables in scope and a watched expression. */
  readonly dataMs: number;
  readonly worstDataMs: number;
}

/** A loop with variables, a Map and a branch, as long as the page keeps of a run. */
const LOOP = {
  QueryLanguage: 'JSONata',
  StartAt: 'Init',
  States: {
    Init: { Type: 'Pass', Assign: { n: 0, rate: 7 }, Next: 'Count' },
    Count: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Next: 'Both' },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Left', States: { Left: { Type: 'Pass', End: true } } },
        {
          StartAt: 'Each',
          States: {
            Each: {
              Type: 'Map',
              Items: [1, 2, 3],
              ItemProcessor: {
                StartAt: 'Item',
                States: { Item: { Type: 'Pass', Output: { a: '{% $n %}' }, End: true } },
              },
              End: true,
            },
          },
        },
      ],
      Output: { n: '{% $n %}' },
      Next: 'Again?',
    },
    'Again?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $n < 1000000 %}', Next: 'Count' }],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
};

/** Going through the events of a long run, as the execution worker does it. */
export async function measureScrub(): Promise<readonly ScrubFigure[]> {
  const timeline = await record();
  const machine = buildModel(parseText(JSON.stringify(LOOP), 'json'));
  const ways: Readonly<Record<string, (step: number) => number>> = {
    'anywhere, at random': (step) => Math.imul(step + 1, 0x9e3779b1) >>> 0,
    'onward, one event': (step) => 12_000 + step,
    'back, one event': (step) => 12_000 - step,
    'back, in strides': (step) => EVENTS - step * 60,
  };
  const figures: ScrubFigure[] = [];
  for (const [way, place] of Object.entries(ways)) {
    const run = ShownRun.of(timeline, buildGraph(machine), { machine });
    run.fold.advance();
    const momentMs: number[] = [];
    const dataMs: number[] = [];
    for (let step = 0; step < SEEKS; step++) {
      const start = performance.now();
      run.showMoment({ type: 'at', position: place(step) % EVENTS });
      const middle = performance.now();
      await run.data(['$n * 2']);
      momentMs.push(middle - start);
      dataMs.push(performance.now() - middle);
    }
    figures.push({
      way,
      momentMs: round(median(momentMs), 2),
      worstMs: round(Math.max(...momentMs), 1),
      dataMs: round(median(dataMs), 2),
      worstDataMs: round(Math.max(...dataMs), 1),
    });
  }
  return figures;
}

async function record() {
  const { program } = compileProgram(buildModel(parseText(JSON.stringify(LOOP), 'json')));
  const settings = defaultSettings({ startTime: Date.UTC(2025, 0, 1) as EpochMs });
  const execution = createExecution(program, settings, {});
  await runToEnd(execution, () => ({ type: 'never' }), { maxTransitions: EVENTS });
  return execution.timeline;
}
