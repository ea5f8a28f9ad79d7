import { buildGraph, buildModel, type EpochMs, parseText } from '../src/asl';
import { compileProgram, createExecution, defaultSettings, runToEnd } from '../src/interpreter';
import { ShownRun } from '../src/worker/run/shownRun';
import { median, round } from './statistics';

const EVENTS = 25_000;
const SEEKS = 400;

/** Fresh runs gone through in the same way. A step counts with the least of its times: the rest is other work of the machine. */
const ROUNDS = 5;

export interface ScrubFigure {
  readonly way: string;
  /** Milliseconds until the worker has the moment: statuses, counts, the event; the median and the worst. */
  readonly momentMs: number;
  readonly worstMs: number;
  /** The first look back at a run. */
  readonly firstMs: number;
  /** The same where the run left nothing on its way that a look back may begin with. */
  readonly firstAloneMs: number;
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
    'back, in strides': (step) => EVENTS - 1 - step * 60,
  };
  const figures: ScrubFigure[] = [];
  const open = (leavesCheckpoints: boolean) => {
    const run = ShownRun.of(timeline, buildGraph(machine), { machine });
    if (!leavesCheckpoints) run.fold.passing = undefined;
    run.fold.advance();
    return run;
  };
  for (const [way, place] of Object.entries(ways)) {
    const momentMs = new Array<number>(SEEKS).fill(Number.POSITIVE_INFINITY);
    const dataMs = [...momentMs];
    let firstAloneMs = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) {
      const alone = open(false);
      const begin = performance.now();
      alone.showMoment({ type: 'at', position: place(0) % EVENTS });
      firstAloneMs = Math.min(firstAloneMs, performance.now() - begin);
      const run = open(true);
      for (let step = 0; step < SEEKS; step++) {
        const start = performance.now();
        run.showMoment({ type: 'at', position: place(step) % EVENTS });
        const middle = performance.now();
        await run.data(['$n * 2']);
        momentMs[step] = Math.min(momentMs[step] ?? 0, middle - start);
        dataMs[step] = Math.min(dataMs[step] ?? 0, performance.now() - middle);
      }
    }
    figures.push({
      way,
      momentMs: round(median(momentMs), 2),
      worstMs: round(Math.max(...momentMs), 1),
      firstMs: round(momentMs[0] ?? 0, 1),
      firstAloneMs: round(firstAloneMs, 1),
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
