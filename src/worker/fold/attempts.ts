import type { EpochMs } from '../../asl';
import type { Attempt } from '../run.types';
import { failureOf, outputOf, parametersOf } from './eventDetails';
import { roleOf } from './eventRole';
import type { ReadableHistory } from './readableHistory';

type Draft = { -readonly [Key in keyof Attempt]: Attempt[Key] };

/**
 * The attempts of one visit, from its own events. A Parallel or Map begins anew without an event that says
 * how the attempt before ended: what made it begin anew is the event the new attempt points back to.
 *
 * @param ended the event that ended the visit, -1 while it is open
 */
export function attemptsOf(
  history: ReadableHistory,
  events: readonly number[],
  ended: number,
): readonly Attempt[] {
  const attempts: Draft[] = [];
  for (const event of events) {
    const { type, time, previousEventId } = history.record(event);
    const role = roleOf(type);
    const last = attempts.at(-1);
    if (role === 'scheduled') {
      if (last?.outcome === 'open') close(last, 'failed', time, history, previousEventId - 1);
      attempts.push({
        number: attempts.length,
        eventId: event + 1,
        scheduledAt: time,
        outcome: 'open',
        ...parametersOf(history.event(event)),
      });
    } else if (role === 'succeeded' && last?.error !== undefined) {
      // A redrive took the Map or Parallel up where it had failed: that is not what the attempt came to.
      const { error: _, cause: __, ...again } = last;
      attempts[attempts.length - 1] = again;
      apply(again, role, event, time, history);
    } else if (last) {
      apply(last, role, event, time, history);
    }
  }
  const last = attempts.at(-1);
  if (last?.outcome === 'open' && ended >= 0) {
    close(last, 'aborted', history.record(ended).time, history, ended);
  }
  return attempts;
}

function apply(attempt: Draft, role: string, event: number, time: EpochMs, history: ReadableHistory): void {
  switch (role) {
    case 'started':
      attempt.startedAt = time;
      break;
    case 'submitted': {
      const { output } = outputOf(history.event(event));
      if (output !== undefined) attempt.submitted = output;
      break;
    }
    case 'succeeded':
      attempt.outcome = 'succeeded';
      attempt.endedAt = time;
      Object.assign(attempt, outputOf(history.event(event)));
      break;
    case 'failed':
    case 'containerFailed':
      close(attempt, 'failed', time, history, event);
      break;
    case 'timedOut':
      close(attempt, 'timedOut', time, history, event);
      break;
    default:
      break;
  }
}

function close(
  attempt: Draft,
  outcome: Attempt['outcome'],
  time: EpochMs,
  history: ReadableHistory,
  cause: number,
): void {
  attempt.outcome = outcome;
  attempt.endedAt = time;
  if (cause >= 0) Object.assign(attempt, failureOf(history.event(cause)));
}
