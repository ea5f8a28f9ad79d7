import type { ExecutionClient, LanguageClient } from './client.types';
import { connectExecutionClient } from './executionClient';
import { connectLanguageClient } from './languageClient';
import type { WorkerPort } from './requestChannel';

/** The only file that starts workers. Each is started when it is warmed up or first asked, and again after it died. */
export function createLanguageClient(): LanguageClient {
  return connectLanguageClient(() =>
    portOf(
      new Worker(new URL('./language.worker.ts', import.meta.url), { type: 'module', name: 'language' }),
    ),
  );
}

export function createExecutionClient(): ExecutionClient {
  return connectExecutionClient(
    () =>
      portOf(
        new Worker(new URL('./execution.worker.ts', import.meta.url), { type: 'module', name: 'execution' }),
      ),
    (delay, action) => {
      const timer = setTimeout(action, delay);
      return () => clearTimeout(timer);
    },
  );
}

function portOf(worker: Worker): WorkerPort {
  return {
    postMessage: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.addEventListener('message', (event) => listener(event.data)),
    onError(listener) {
      worker.addEventListener('error', (event) => listener(event.message || 'it could not be loaded.'));
      worker.addEventListener('messageerror', () => listener('a message could not be read.'));
    },
    terminate: () => worker.terminate(),
  };
}
