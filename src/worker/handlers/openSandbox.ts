import type { FromSandbox, SandboxPort } from './protocol';

/** Starts the worker that handlers run in. It is loaded when the first handler is called. */
export function openSandbox(): SandboxPort {
  const worker = new Worker(new URL('../handlers.worker.ts', import.meta.url), {
    type: 'module',
    name: 'handlers',
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) =>
      worker.addEventListener('message', (event: MessageEvent<FromSandbox>) => listener(event.data)),
    onError(listener) {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        listener(event.message || 'it could not be loaded.');
      });
    },
    terminate: () => worker.terminate(),
  };
}
