import type { EpochMs, StatePath } from '../../src/asl';
import { defaultSettings } from '../../src/interpreter';
import { stubAnswer } from '../../src/services';
import { createSystemPulse, type Pulse } from '../../src/worker/run/pulse';
import type { RunRequest } from '../../src/worker/run.types';
import { ChildStops } from '../../src/worker/runs/childStops';
import { beginRun, type RunWorld } from '../../src/worker/runs/openRun';
import { RunHolds } from '../../src/worker/runs/runHolds';
import type { RunStore } from '../../src/worker/runs/runStore';
import { lowerQuartile, median, round } from '../statistics';

const ITEMS = 10_000;
const ROUNDS = 41;
/** Rounds before those that count. */
const WARM_UP = 8;

export interface KeepingFigure {
  readonly workload: string;
  /** Milliseconds from the first step of a run in the worker to its last; lower quartiles of interleaved rounds. */
  readonly neitherMs: number;
  readonly journalMs: number;
  readonly breakpointMs: number;
  /** What each adds, in percent of neither: from those, and from the medians of the rounds. */
  readonly journalPercent: Added;
  readonly breakpointPercent: Added;
}

/** Of lower quartiles, of medians. */
type Added = readonly [number, number];

type Way = 'neither' | 'journal' | 'breakpoint';
const WAYS: readonly Way[] = ['neither', 'journal', 'breakpoint'];

const each = (state: object) =>
  JSON.stringify({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'One', States: { One: { ...state, End: true } } },
        End: true,
      },
    },
  });
const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' } };
const WORKLOADS: Readonly<Record<string, string>> = {
  'map10000, a Pass each': each({ Type: 'Pass' }),
  'map10000, a Task each': each(TASK),
};
/** It stands where every item comes by, and never stops. */
const BREAKPOINT = {
  id: 1,
  enabled: true,
  kind: 'entry',
  state: '/States/Each/ItemProcessor/States/One' as StatePath,
  hits: 10 * ITEMS,
} as const;

/** Where a run is kept, and how long its writing has held the thread since it was last asked, in milliseconds. */
export interface MeasuredStore {
  readonly store: RunStore;
  readonly takeHeld: () => number;
}

/** What it costs a run of 10,000 items that it is kept, and that a breakpoint is asked at each. */
export async function keepingRounds(measured: MeasuredStore): Promise<readonly KeepingFigure[]> {
  const pulse = createSystemPulse();
  const figures: KeepingFigure[] = [];
  for (const [workload, text] of Object.entries(WORKLOADS)) {
    const times: Readonly<Record<Way, number[]>> = { neither: [], journal: [], breakpoint: [] };
    for (let turn = -WARM_UP; turn < ROUNDS; turn++) {
      // By turns in another order, so that none is always the one after the garbage of another.
      for (let place = 0; place < WAYS.length; place++) {
        const way = WAYS[(place + turn + WARM_UP) % WAYS.length] ?? 'neither';
        const took = await runOnce(text, way, pulse, measured);
        if (turn >= 0) times[way].push(took);
      }
    }
    const added = (way: Way): Added => {
      const by = (of: (values: readonly number[]) => number) =>
        round(100 * (of(times[way]) / of(times.neither) - 1), 0);
      return [by(lowerQuartile), by(median)];
    };
    figures.push({
      workload,
      neitherMs: round(lowerQuartile(times.neither), 1),
      journalMs: round(lowerQuartile(times.journal), 1),
      breakpointMs: round(lowerQuartile(times.breakpoint), 1),
      journalPercent: added('journal'),
      breakpointPercent: added('breakpoint'),
    });
  }
  return figures;
}

const input = JSON.stringify(Array.from({ length: ITEMS }, (_, item) => item));

/** @returns how long the thread was at work, until the page knows that the run has ended, with what writing held it after that */
async function runOnce(
  text: string,
  way: Way,
  pulse: Pulse,
  { store, takeHeld }: MeasuredStore,
): Promise<number> {
  const settings = defaultSettings({ type: 'EXPRESS', startTime: Date.UTC(2025, 0, 1) as EpochMs });
  const request: RunRequest = { text, format: 'json', input, settings };
  let ended = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const world: RunWorld = {
    store,
    holds: new RunHolds(store),
    pulse,
    childStops: new ChildStops(),
    limit: () => Number.POSITIVE_INFINITY,
    warn: (_run, reason) => {
      throw new Error(reason);
    },
    stubs: stubAnswer,
    runHandler: () => Promise.reject(new Error('nothing is handled')),
    // The page gets a copy, too.
    publish: (batch) => {
      structuredClone(batch);
      if (batch.control !== 'ended') return;
      // What was written before this is in this time already.
      queueMicrotask(() => {
        worked = performance.now() - start;
        takeHeld();
      });
    },
    ended,
    stepped: () => {},
    crashed: (_run, error) => {
      throw error;
    },
  };
  const stops = { breakpoints: way === 'breakpoint' ? [BREAKPOINT] : [] };
  const about = { name: 'Run 1', document: 'machine', startedAt: 0 };
  const opened = beginRun(request, about, { speed: 'instant', begin: 'running', stops }, world);
  if (!opened.ok) throw new Error(opened.reason);
  const { run } = opened;
  if (way !== 'journal') run.recorder.off();
  let worked = 0;
  const start = performance.now();
  if (way === 'journal') void run.recorder.keepWhole(request, run.session.point);
  run.play();
  await end;
  return worked + takeHeld();
}
