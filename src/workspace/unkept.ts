import type { ExecutionNews } from '../worker';

type Reason = Extract<ExecutionNews, { readonly type: 'unkept' }>['reason'];

/** Why a run that goes on cannot be brought back. */
export const UNKEPT: Readonly<Record<Reason, string>> = {
  full: 'This run needs more room than runs may have: it goes on, but cannot be resumed after a reload.',
  gone: 'What was kept of this run was deleted: it goes on, but cannot be resumed after a reload.',
  refused: 'This browser does not let the page store anything: runs cannot be resumed after a reload.',
};
