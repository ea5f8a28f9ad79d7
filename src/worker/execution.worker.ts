import { stubAnswer } from '../services';
import { createExecutionHost } from './executionHost';
import { keepSandbox } from './handlers/keeper';
import { openSandbox } from './handlers/openSandbox';
import type { ToExecutionWorker } from './protocol';
import { createSystemPulse } from './run/pulse';
import { createIndexedRuns } from './runs/indexedRuns';

const pulse = createSystemPulse();
const receive = createExecutionHost({
  post: (message) => postMessage(message),
  pulse,
  callService: stubAnswer,
  runHandler: keepSandbox(openSandbox, pulse.after),
  store: createIndexedRuns(),
});
addEventListener('message', (event: MessageEvent<ToExecutionWorker>) => void receive(event.data));
