import type { Execution } from '../../interpreter';
import type { Driver, Progress } from '../run/drive';
import type { Pulse } from '../run/pulse';
import type { JournalEntry } from './journal';

/** Milliseconds of work before messages are let in. */
const SLICE = 8;
/** Turns of the promises between two looks whether messages wait. */
const TURNS = 64;

/**
 * Plays an execution again: each job of its journal is delivered where it was, after as many events. Driven one
 * transition at a time, because the first time it may have been left after any of them.
 * @param until events to be recorded at least, unless it ends before
 */
export async function replay(
  execution: Execution,
  driver: Driver,
  journal: readonly JournalEntry[],
  until: number,
  pulse: Pulse,
): Promise<void> {
  const { timeline } = execution;
  let next = 0;
  const deliverDue = (): boolean => {
    const before = next;
    for (let entry = journal[next]; entry && isDue(execution, entry); entry = journal[next]) {
      next++;
      execution.deliver(entry[1]);
    }
    return next > before;
  };
  driver.beforeTimePasses = deliverDue;
  let sliceEnd = pulse.now() + SLICE;
  for (;;) {
    deliverDue();
    if (next >= journal.length && timeline.length >= until) break;
    const advanced = driver.advance(1);
    const progress = advanced instanceof Promise ? await settle(advanced, deliverDue, pulse) : advanced;
    if (progress !== 'moved' && !isNextDue(execution, journal[next])) break;
    if (pulse.now() < sliceEnd) continue;
    await pulse.breathe();
    sliceEnd = pulse.now() + SLICE;
  }
  driver.beforeTimePasses = undefined;
}

const isNextDue = (execution: Execution, entry: JournalEntry | undefined): boolean =>
  entry !== undefined && isDue(execution, entry);

/** A stop takes effect at once: not before its time has come. The others wait for theirs in the execution. */
function isDue({ timeline, now }: Execution, [place, job]: JournalEntry): boolean {
  return timeline.length >= place && (job.type !== 'stop' || now >= job.at);
}

/** While an expression is awaited something may have been delivered. */
async function settle(
  advanced: Promise<Progress>,
  deliverDue: () => boolean,
  pulse: Pulse,
): Promise<Progress> {
  let settled = false;
  const done = () => {
    settled = true;
  };
  advanced.then(done, done);
  for (let turn = 1; !settled; turn++) {
    deliverDue();
    await (turn % TURNS === 0 ? pulse.breathe() : Promise.resolve());
  }
  return advanced;
}
