import type { QuickJSWASMModule } from 'quickjs-emscripten-core';
import { LogBook } from './logBook';
import type { FromSandbox, ToSandbox } from './protocol';
import { runInSandbox } from './sandbox';

/**
 * What the sandbox's worker does with its messages.
 *
 * @param clock milliseconds of real time
 * @returns what to do with each message
 */
export function createSandboxHost(
  engine: Promise<QuickJSWASMModule>,
  post: (message: FromSandbox) => void,
  clock: () => number,
): (message: ToSandbox) => Promise<void> {
  return async ({ id, call }) => {
    const ready = await engine;
    post({ type: 'started', id });
    const log = new LogBook();
    const started = clock();
    const { spent, ...result } = runInSandbox(ready, call, log, clock);
    const outcome = { ...result, ...log.read(), took: Math.round(clock() - started) };
    post({ type: 'ended', id, outcome, spent });
  };
}
