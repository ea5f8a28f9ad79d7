import type { ListedRun } from '../../../worker';
import type { RunPhase } from '../../../workspace';

/** How a run is doing, for its icon and in a word. */
export type RunFace = 'running' | 'paused' | 'interrupted' | 'succeeded' | 'failed' | 'timedOut' | 'aborted';

export const RUN_WORDS: Readonly<Record<RunFace, string>> = {
  running: 'Running',
  paused: 'Paused',
  interrupted: 'Interrupted',
  succeeded: 'Succeeded',
  failed: 'Failed',
  timedOut: 'Timed out',
  aborted: 'Stopped',
};

type EndStatus = NonNullable<ListedRun['point']['status']>;

const ENDS: Readonly<Record<EndStatus, RunFace>> = {
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timedOut',
  ABORTED: 'aborted',
};

/** Of a run that is open. */
export function faceOfTab(phase: RunPhase, status: EndStatus | undefined): RunFace {
  if (status) return ENDS[status];
  if (phase === 'crashed') return 'interrupted';
  return phase === 'paused' ? 'paused' : 'running';
}

/** Of a run in the list. */
export function faceOfListed({ presence, point }: ListedRun): RunFace {
  if (point.status) return ENDS[point.status];
  if (presence === 'interrupted') return 'interrupted';
  return point.control === 'paused' ? 'paused' : 'running';
}
