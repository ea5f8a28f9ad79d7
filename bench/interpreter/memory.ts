import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { round } from '../statistics';
import { type Finished, prepare } from './prepare';
import { LONGEST_HISTORY, SCENARIOS } from './scenarios';

export interface MemoryFigure {
  readonly name: string;
  readonly events: number;
  /** What stays on the heap for the finished execution and its history. */
  readonly megabytes: number;
}

setFlagsFromString('--expose-gc');
/** Node's collector, without a flag on the command line. */
const collectGarbage = runInNewContext('gc') as () => void;

/** Executions that keep much: ten thousand iterations, and the longest history a Standard execution can have. */
export async function measureMemory(): Promise<readonly MemoryFigure[]> {
  const figures: MemoryFigure[] = [];
  for (const scenario of [...SCENARIOS.filter(({ name }) => name === 'map10000'), LONGEST_HISTORY]) {
    const once = prepare(scenario);
    await forgotten(once);
    figures.push(await kept(scenario.name, once));
  }
  return figures;
}

/** Runs once to warm up, and leaves nothing behind that would be counted as held before. */
async function forgotten(once: () => unknown): Promise<void> {
  await once();
}

async function kept(name: string, once: () => Finished | Promise<Finished>): Promise<MemoryFigure> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const execution = await once();
  collectGarbage();
  const after = process.memoryUsage().heapUsed;
  // Read last, so that the execution is still needed while its memory is measured.
  return { name, megabytes: round((after - before) / 2 ** 20, 1), events: execution.history.length };
}
