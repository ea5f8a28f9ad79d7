import { type Execution, type Job, Retelling } from '../../interpreter';
import type { Driver, Progress } from '../run/drive';
import type { Pulse } from '../run/pulse';

/** Milliseconds of work before messages are let in. */
const SLICE = 8;
/** Turns of the promises between two looks whether messages wait. */
const TURNS = 64;

/**
 * Plays an execution again: each job of its journal is delivered where it was, after as many events. Driven one
 * transition at a time, because the first time it may have been left after any of them.
 * @param until events to be recorded at least, unless it ends before
 * @param isGivenUp nobody waits for it any more
 * @returns whether it came there
 */
export async function replay(
  execution: Execution,
  driver: Driver,
  journal: readonly Job[],
  until: number,
  pulse: Pulse,
  isGivenUp: () => boolean,
): Promise<boolean> {
  const { timeline } = execution;
  const retelling = new Retelling(execution, journal);
  const isThere = () => retelling.isOver && timeline.length >= until;
  // Where it stood, time stands as well: a call that waits for the user would be timed out before it could be answered.
  driver.beforeTimePasses = () => retelling.tell() || isThere();
  driver.timeTo = (next) => retelling.until(next);
  let sliceEnd = pulse.now() + SLICE;
  while (!isGivenUp()) {
    retelling.tell();
    if (isThere()) break;
    const advanced = driver.advance(1);
    const progress =
      advanced instanceof Promise ? await settle(advanced, retelling, pulse, isGivenUp) : advanced;
    if (progress !== 'moved' && !retelling.isDue) break;
    if (pulse.now() < sliceEnd) continue;
    await pulse.breathe();
    sliceEnd = pulse.now() + SLICE;
  }
  driver.beforeTimePasses = undefined;
  driver.timeTo = undefined;
  return isThere();
}

/** While an expression is awaited something may have been delivered, which may move it on after all. */
async function settle(
  advanced: Promise<Progress>,
  retelling: Retelling,
  pulse: Pulse,
  isGivenUp: () => boolean,
): Promise<Progress> {
  let settled = false;
  const done = () => {
    settled = true;
  };
  advanced.then(done, done);
  let told = false;
  for (let turn = 1; !settled && !isGivenUp(); turn++) {
    told = retelling.tell() || told;
    await (turn % TURNS === 0 ? pulse.breathe() : Promise.resolve());
  }
  if (!settled) return 'ended';
  const progress = await advanced;
  return told ? 'moved' : progress;
}
