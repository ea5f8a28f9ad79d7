import { stubAnswer } from '../services';
import { createExecutionHost } from './executionHost';
import { keepSandbox } from './handlers/keeper';
import { openSandbox } from './handlers/openSandbox';
import type { ToExecutionWorker } from './protocol';
import { createSystemPulse } from './run/pulse';

const pulse = createSystemPulse();
const receive = createExecutionHost(
  (message) => postMessage(message),
  pulse,
  stubAnswer,
  keepSandbox(openSandbox, pulse.after),
);
addEventListener('message', (event: MessageEvent<ToExecutionWorker>) => void receive(event.data));
