import type { selectRun } from '../../workspace';
import { formatDuration } from '../parts';
import { stateName } from './stateName';

type Run = NonNullable<ReturnType<typeof selectRun>>;

/** What a run waits for, by the clock: whose wait it is, how long yet, and until when. Undefined when it is none. */
export function waitOf({ time, now, startedAt }: Run) {
  const waiting = time?.waiting;
  if (!waiting) return undefined;
  return {
    who: waiting.at === undefined ? 'the time limit' : `“${stateName(waiting.at)}”`,
    left: `${formatDuration(Math.max(0, waiting.until - now))} left`,
    until: `${formatDuration(Math.max(0, waiting.until - startedAt))} after the start`,
  };
}
