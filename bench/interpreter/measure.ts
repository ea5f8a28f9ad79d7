import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildModel, type EpochMs, parseText } from '../../src/asl';
import { compileProgram, createExecution, defaultSettings, runToEnd } from '../../src/interpreter';
import { stubAnswer } from '../../src/services';
import { median, round } from '../statistics';
import { floorRun } from './floor';
import { SCENARIOS, type Scenario } from './scenarios';

const ROUNDS = 9;

export interface InterpreterFigure {
  readonly name: string;
  /** Transitions (retry3: attempts) per second, full history kept: median, least, most over the rounds. */
  readonly perSecond: number;
  readonly least: number;
  readonly most: number;
  readonly executionsPerSecond: number;
  readonly events: number;
  /** Our time as a multiple of the floor's, median of the rounds. */
  readonly timesFloor: number;
}

/** Runs every scenario in turn, round after round, so that what else the machine does hits all alike. */
export function measureInterpreter(only: string | undefined): readonly InterpreterFigure[] {
  const prepared = SCENARIOS.filter(({ name }) => only === undefined || name.includes(only)).map(prepare);
  for (const { run, floor } of prepared) {
    run();
    floor();
  }
  const times = prepared.map(() => ({ ours: [] as number[], floor: [] as number[] }));
  for (let i = 0; i < ROUNDS; i++) {
    prepared.forEach(({ run, floor }, index) => {
      times[index]?.ours.push(timed(run));
      times[index]?.floor.push(timed(floor));
    });
  }
  return prepared.map(({ scenario, events }, index) => {
    const { ours = [], floor = [] } = times[index] ?? {};
    const rate = (ms: number) => (scenario.transitions * scenario.executions * 1000) / ms;
    return {
      name: scenario.name,
      perSecond: Math.round(rate(median(ours))),
      least: Math.round(rate(Math.max(...ours))),
      most: Math.round(rate(Math.min(...ours))),
      executionsPerSecond: Math.round((scenario.executions * 1000) / median(ours)),
      events,
      timesFloor: round(median(ours.map((ms, i) => ms / (floor[i] ?? ms))), 1),
    };
  });
}

function prepare(scenario: Scenario) {
  const { program } = compileProgram(buildModel(parseText(JSON.stringify(scenario.definition), 'json')));
  const settings = defaultSettings({ startTime: Date.UTC(2026, 0, 1) as EpochMs, type: scenario.type });
  const services = scenario.services?.() ?? stubAnswer;
  const once = () => {
    const execution = createExecution(program, settings, scenario.input);
    const result = runToEnd(execution, services);
    if (result !== 'ended' || execution.status !== 'SUCCEEDED') {
      throw new Error(`${scenario.name} did not succeed: ${execution.error} ${execution.cause}`);
    }
    return execution;
  };
  const execution = once();
  const events = execution.history.length;
  if (scenario.name !== 'retry3' && execution.transitions !== scenario.transitions) {
    throw new Error(`${scenario.name} entered ${execution.transitions} states, not ${scenario.transitions}`);
  }
  const repeat = (work: () => unknown) => () => {
    for (let i = 0; i < scenario.executions; i++) work();
  };
  return { scenario, events, run: repeat(once), floor: repeat(() => floorRun(events, scenario.input)) };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Megabytes that stay on the heap for one finished map10000 and its history. */
export function measureMapMemory(): number | undefined {
  const scenario = SCENARIOS.find(({ name }) => name === 'map10000');
  if (!scenario) return undefined;
  const collect = garbageCollector();
  const { program } = compileProgram(buildModel(parseText(JSON.stringify(scenario.definition), 'json')));
  const settings = defaultSettings({ startTime: 0 as EpochMs, type: scenario.type });
  collect();
  const before = process.memoryUsage().heapUsed;
  const execution = createExecution(program, settings, scenario.input);
  void runToEnd(execution, stubAnswer);
  collect();
  const after = process.memoryUsage().heapUsed;
  return execution.history.length > 0 ? round((after - before) / 2 ** 20, 1) : undefined;
}

/** Node's collector, without a flag on the command line. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
