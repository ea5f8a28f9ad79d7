import type { HandlerOutcome } from '../../services';
import { HANDLER_ERRORS } from './errors';

/** Where there is no sandbox, a handler is not run at all. */
export const noSandbox = async (): Promise<HandlerOutcome> => ({
  type: 'failed',
  error: HANDLER_ERRORS.crashed,
  cause: 'There is no sandbox for handlers here.',
  lines: [],
  dropped: 0,
  took: 0,
});
