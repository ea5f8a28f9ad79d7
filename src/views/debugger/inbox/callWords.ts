import type { OpenCall, OpenCalls } from '../../../worker';
import { formatDuration } from '../../parts';

/** Who waits, in a sentence. */
export function waitingWords({ calls, total }: OpenCalls): string {
  const name = calls[0]?.stateName ?? '';
  if (total === 1) return `${name} waits for your answer.`;
  return `${name} and ${(total - 1).toLocaleString('en')} more ${total === 2 ? 'call wait' : 'calls wait'} for your answer.`;
}

/** Which of a state's calls it is; empty when there can be but one. */
export function placeWords({ iteration, attempt }: OpenCall): string {
  const parts = [
    ...(iteration.length > 0 ? [`item ${iteration.join(', ')}`] : []),
    ...(attempt > 0 ? [`attempt ${attempt + 1}`] : []),
  ];
  return parts.join(' · ');
}

/** What a call's own time limits come to. @param now the execution's time */
export function limitWords({ timeoutAt, heartbeatAt }: OpenCall, now: number): readonly string[] {
  return [
    ...(heartbeatAt === undefined ? [] : [`heartbeat due in ${formatDuration(heartbeatAt - now)}`]),
    ...(timeoutAt === undefined ? [] : [`times out in ${formatDuration(timeoutAt - now)}`]),
  ];
}

/** What happens when time is let pass; undefined when nothing will. */
export function nextWords({ calls, now, next }: OpenCalls): string | undefined {
  if (next === undefined) return undefined;
  const missed = calls.find(({ heartbeatAt }) => heartbeatAt === next);
  const late = calls.find(({ timeoutAt }) => timeoutAt === next);
  const then = missed
    ? `${missed.stateName} misses its heartbeat`
    : late
      ? `${late.stateName} times out`
      : 'another timer of the run is due';
  return `In ${formatDuration(Math.max(0, next - now))} ${then}.`;
}
