import { stubAnswer } from '../services';
import { createExecutionHost } from './executionHost';
import type { ToExecutionWorker } from './protocol';
import { createSystemPulse } from './run/pulse';
import { createIndexedRuns } from './runs/indexedRuns';

const receive = createExecutionHost(
  (message) => postMessage(message),
  createSystemPulse(),
  stubAnswer,
  createIndexedRuns(),
);
addEventListener('message', (event: MessageEvent<ToExecutionWorker>) => void receive(event.data));
