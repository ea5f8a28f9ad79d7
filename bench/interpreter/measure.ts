import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../src/asl';
import { median, round } from '../statistics';
import { peerRun } from './peer';
import { type Finished, prepare } from './prepare';
import type { Scenario } from './scenario.types';
import { SCENARIOS } from './scenarios';

const ROUNDS = 11;
/** Rounds before those that count: the engine optimises meanwhile. */
const WARM_UP = 4;
/** What a reference that is slower than we are may take for its part of a round. */
const REFERENCE_MS = 30;

export interface InterpreterFigure {
  readonly name: string;
  /** Transitions (retry3: attempts) per second, full history kept: median, least, most over the rounds. */
  readonly perSecond: number;
  readonly least: number;
  readonly most: number;
  readonly executionsPerSecond: number;
  readonly events: number;
  /** Our time as a multiple of the floor's, and of the bare library's: medians of the rounds. */
  readonly timesFloor: number | undefined;
  readonly timesLibrary: number | undefined;
  /** Our rate as a multiple of the peer's, median of the rounds. */
  readonly timesPeer: number | undefined;
}

/** Something to be timed: `once` is one execution. Its times are milliseconds per execution, one a round. */
interface Runner {
  readonly once: () => unknown;
  readonly executions: number;
  readonly times: number[];
}

interface Contest {
  readonly scenario: Scenario;
  readonly events: number;
  readonly ours: Runner;
  readonly floor: Runner | undefined;
  readonly peer: Runner | undefined;
  readonly library: Runner | undefined;
}

/**
 * Measures the scenarios whose names contain `only`, each in a process of its own: what the engine has learnt about
 * one workload, and the garbage of another, would decide the figures otherwise.
 */
export function measureInterpreter(only = ''): readonly InterpreterFigure[] {
  return SCENARIOS.filter(({ name }) => name.includes(only)).map(({ name }) => {
    const [node, script = ''] = [process.execPath, process.argv[1]];
    const { status, stdout, stderr } = spawnSync(node, [script, '--scenario', name], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as InterpreterFigure;
  });
}

/** A scenario and its references by turns, round after round, so that what else the machine does hits all alike. */
export async function measureScenario(name: string): Promise<InterpreterFigure> {
  const scenario = SCENARIOS.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`no scenario <${name}>`);
  const contest = await contestOf(scenario);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const runner of [contest.ours, contest.floor, contest.library, contest.peer]) {
      if (runner === undefined) continue;
      const ms = await time(runner);
      if (round >= 0) runner.times.push(ms);
    }
  }
  return figureOf(contest);
}

async function contestOf(scenario: Scenario): Promise<Contest> {
  const { executions, input, floor, peer, library } = scenario;
  const once = prepare(scenario);
  const finished = await once();
  if (floor) checkFloor(scenario, finished);
  const runner = (work: () => unknown): Runner => ({ once: work, executions, times: [] });
  return {
    scenario,
    events: finished.history.length,
    ours: runner(once),
    floor: floor && runner(() => floor(input)),
    peer: peer && (await slower(peerRun(scenario, peer, finished.output), executions)),
    library: library && runner(library),
  };
}

/** Fewer executions a round, when ours would take too long. */
async function slower(once: () => Promise<void>, executions: number): Promise<Runner> {
  const single: Runner = { once, executions: 1, times: [] };
  await time(single);
  const most = Math.floor(REFERENCE_MS / (await time(single)));
  return { once, executions: Math.min(executions, Math.max(1, most)), times: [] };
}

/** @returns milliseconds per execution */
async function time({ once, executions }: Runner): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < executions; i++) {
    const result = once();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / executions;
}

function figureOf({ scenario, events, ours, floor, peer, library }: Contest): InterpreterFigure {
  const rate = (ms: number) => Math.round((scenario.transitions * 1000) / ms);
  const times = (over: Runner | undefined, digits: number) =>
    over && round(median(ours.times.map((ms, i) => ms / (over.times[i] ?? ms))), digits);
  return {
    name: scenario.name,
    perSecond: rate(median(ours.times)),
    least: rate(Math.max(...ours.times)),
    most: rate(Math.min(...ours.times)),
    executionsPerSecond: Math.round(1000 / median(ours.times)),
    events,
    timesFloor: times(floor, 1),
    timesLibrary: times(library, 2),
    timesPeer: peer && round(median(ours.times.map((ms, i) => (peer.times[i] ?? ms) / ms)), 0),
  };
}

/** The floor has to push what the execution recorded: types, pointers, names, instants and values. */
function checkFloor({ name, input, floor }: Scenario, { history }: Finished): void {
  const records = floor?.(input) ?? [];
  const start = history.record(0).time;
  const same = (a: Json | undefined, b: Json | undefined) => a === b || isDeepStrictEqual(a, b);
  for (let i = 0; i < Math.max(history.length, records.length); i++) {
    const record = records[i];
    const real = i < history.length ? history.record(i) : undefined;
    if (
      record?.type !== real?.type ||
      record?.previousEventId !== real?.previousEventId ||
      record?.stateName !== real?.stateName ||
      record?.time !== Number(real?.time) - start ||
      !same(record?.data, history.value(i))
    ) {
      throw new Error(`${name}: the floor pushes <${JSON.stringify(record)}> as event ${i + 1}`);
    }
  }
}
