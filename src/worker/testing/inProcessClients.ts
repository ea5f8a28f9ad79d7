import { stubAnswer } from '../../services';
import type { ExecutionClient, LanguageClient } from '../client.types';
import { connectExecutionClient } from '../executionClient';
import { createExecutionHost } from '../executionHost';
import { connectLanguageClient } from '../languageClient';
import { createLanguageHost } from '../languageHost';
import { createSystemPulse } from '../run/pulse';
import type { RunStore } from '../runs/runStore';
import { InProcessPort } from './inProcessPort';

/** Both workers as the page has them, in the same thread. @param store what is kept of runs; absent: a new one */
export function createInProcessClients(store?: RunStore): {
  readonly language: LanguageClient;
  readonly execution: ExecutionClient;
} {
  return {
    language: connectLanguageClient(() => new InProcessPort((post) => createLanguageHost(post))),
    execution: connectExecutionClient(
      () =>
        new InProcessPort((post) =>
          createExecutionHost({
            ...{ post, pulse: createSystemPulse(), callService: stubAnswer },
            ...(store && { store }),
          }),
        ),
      () => () => {},
    ),
  };
}
