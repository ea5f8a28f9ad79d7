import type { MomentEvent } from '../../../worker';
import type { ShownMoment } from '../../../workspace';
import { stateName } from '../stateName';

/** The words that the types of events are told in, after the state's name; what is not here is told as it is called. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^ExecutionStarted$/, 'started'],
  [/^Execution(.+)$/, 'ended'],
  [/StateEntered$/, 'entered'],
  [/StateExited$/, 'left'],
  [/StateAborted$/, 'aborted'],
  [/^MapIterationStarted$/, 'item started'],
  [/^MapIteration(Failed|Aborted)$/, 'item failed'],
  [/^MapIterationSucceeded$/, 'item done'],
  [/ScheduleFailed|StartFailed|SubmitFailed|Failed$/, 'failed'],
  [/TimedOut$/, 'timed out'],
  [/Scheduled$/, 'called'],
  [/Submitted$/, 'accepted'],
  [/Started$/, 'started'],
  [/Succeeded$/, 'answered'],
];

/** What happened, in a few words: `Charge card entered`. */
export function eventWords({ type, state }: Pick<MomentEvent, 'type' | 'state'>): string {
  const words = WORDS.find(([pattern]) => pattern.test(type))?.[1] ?? type;
  return `${state === undefined ? 'Execution' : stateName(state)} ${words}`;
}

/** `+00:14:32`, with days in front where there are any. @param milliseconds at least 0 */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two);
  return `+${days > 0 ? `${days}d ` : ''}${clock.join(':')}`;
}

/** The slider's value as it is read out. */
export function momentText(moment: ShownMoment | undefined, total: number, startedAt: number): string {
  if (moment === undefined) return `Live, ${total} events`;
  if (moment.event === undefined) return `Before the first of ${total} events`;
  const clock = clockText(Math.max(0, moment.time - startedAt));
  return `Event ${moment.position} of ${total}, ${eventWords(moment.event)}, ${clock}`;
}
