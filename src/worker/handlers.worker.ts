import { createEngine } from './handlers/engine';
import type { ToSandbox } from './handlers/protocol';
import { createSandboxHost } from './handlers/sandboxHost';

const receive = createSandboxHost(
  createEngine(),
  (message) => postMessage(message),
  () => performance.now(),
);
// A call that cannot be served is an error of this worker: its keeper hears of it and replaces it.
addEventListener('message', (event: MessageEvent<ToSandbox>) => {
  receive(event.data).catch((error: unknown) => reportError(error));
});
