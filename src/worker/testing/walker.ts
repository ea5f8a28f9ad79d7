import { expect } from 'vitest';
import type { MachineStops, StepKind } from '../breakpoint.types';
import type { RunRequest, Speed } from '../run.types';
import { keptBench, turns } from './keptBench';
import { MemoryRuns } from './memoryRuns';

const RUN = 'run';
const NO_STOPS = { breakpoints: [] };

/** What somebody may do with a run that stands. */
export type Move = StepKind | 'continue' | 'reload';

/**
 * For tests: somebody who goes where the steps lead, and may reload the page on the way.
 *
 * @param request its executionName is `run`
 * @param inside where executions stop that its Tasks start
 */
export function walker(request: RunRequest, inside: readonly MachineStops[] = []) {
  const store = new MemoryRuns();
  /** What is on show: the run, and the executions that it was stepped into. */
  const way: string[] = [];
  const open = () => {
    const on = keptBench(store);
    void on.client.stopInside(inside);
    on.client.subscribe((news) => {
      if (news.type === 'steppedInto') {
        expect(news.run).toBe(way.at(-1) ?? RUN);
        way.push(news.execution);
      } else if (news.type === 'steppedOut') expect(way.pop()).toBe(news.execution);
    });
    return on;
  };
  let on = open();
  const look = async () => {
    const top = way.at(-1);
    if (top === undefined) {
      const shown = await on.client.showRun(RUN, 'instant', NO_STOPS, true);
      if (typeof shown === 'string') throw new Error(shown);
      return shown.progress;
    }
    const child = await on.client.showChild(RUN, top);
    if (typeof child === 'string') throw new Error(child);
    return child;
  };
  /** Until it stands. @returns whether the run goes on */
  const rests = async () => {
    for (let turn = 0; turn < 2000; turn++) {
      await turns(1);
      const [top] = way.slice(-1);
      const { control } = await look();
      if (control === 'paused' && top === way.at(-1)) return true;
      if (control === 'ended' && way.length === 0) return false;
    }
    throw new Error('it went on and on');
  };
  return {
    way,
    look,
    rests,
    get client() {
      return on.client;
    },
    async start(paused: boolean, speed: Speed = 'instant') {
      expect(await on.client.start(request, speed, paused, NO_STOPS)).toEqual({ ok: true });
      return rests();
    },
    async move(move: Move) {
      if (move === 'reload') {
        await turns(3);
        on.kill();
        on = open();
        // As the page does: the run is there before the child that is looked at.
        await on.client.showRun(RUN, 'instant', NO_STOPS, true);
      } else {
        const of = on.client.of(way.at(-1) ?? RUN);
        if (move === 'continue') await of.continue();
        else await of.step(move);
      }
      return rests();
    },
    /** The histories of all executions, by ARN. */
    async histories() {
      const found: Record<string, string> = { [RUN]: '' };
      for (const execution of allOf(found)) {
        if (execution === RUN) await on.client.showRun(RUN, 'instant', NO_STOPS, false);
        else if (typeof (await on.client.showChild(RUN, execution)) === 'string') continue;
        found[execution] = await on.client.of(execution).exportHistory();
        const { rows } = await on.client.of(execution).getEvents(0, 1000);
        for (const { child } of rows) if (child !== undefined) found[child] ??= '';
      }
      return found;
    },
  };
}

/** Its keys, those that are added on the way included. */
function* allOf(growing: object): Generator<string> {
  const seen = new Set<string>();
  for (;;) {
    const next = Object.keys(growing).find((key) => !seen.has(key));
    if (next === undefined) return;
    seen.add(next);
    yield next;
  }
}
