import type { StateProgress } from '../../worker';
import { pathOf } from './fakeLanguage';

/** The status of state A, which has been entered once, but for what is said otherwise. */
export const stateProgress = (part: Partial<StateProgress> = {}): StateProgress => ({
  path: pathOf('A'),
  status: 'inProgress',
  visits: 1,
  open: 1,
  succeeded: 0,
  caught: 0,
  failed: 0,
  aborted: 0,
  retries: 0,
  ...part,
});
