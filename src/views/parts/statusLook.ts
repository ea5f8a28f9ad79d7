import type { StateStatus } from '../../worker';

export interface StatusLook {
  /** What the status is called, in words for a table, a legend and screen readers. */
  readonly label: string;
  /** One line that explains it, for a legend. */
  readonly meaning: string;
}

/** Every status has a word and an icon (`StatusIcon`); its colour never stands alone. */
export const STATUS_LOOKS: Readonly<Record<StateStatus, StatusLook>> = {
  notStarted: { label: 'not started', meaning: 'The run has not come here' },
  inProgress: { label: 'in progress', meaning: 'Running now' },
  waiting: { label: 'waiting', meaning: 'Waits for a time or an answer' },
  retrying: { label: 'retrying', meaning: 'An attempt failed, another follows' },
  succeeded: { label: 'succeeded', meaning: 'Ended well' },
  caught: { label: 'caught error', meaning: 'Failed, and a catcher took over' },
  failed: { label: 'failed', meaning: 'Failed or timed out' },
  aborted: { label: 'aborted', meaning: 'Stopped from outside' },
};

/** Class suffix and token suffix of a status: waiting and retrying look like work in progress. */
export function statusTone(
  status: StateStatus,
): 'idle' | 'running' | 'succeeded' | 'caught' | 'failed' | 'aborted' {
  switch (status) {
    case 'notStarted':
      return 'idle';
    case 'inProgress':
    case 'waiting':
    case 'retrying':
      return 'running';
    default:
      return status;
  }
}
