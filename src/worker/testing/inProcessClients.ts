import { stubAnswer } from '../../services';
import type { ExecutionClient, LanguageClient } from '../client.types';
import { connectExecutionClient } from '../executionClient';
import { createExecutionHost } from '../executionHost';
import { connectLanguageClient } from '../languageClient';
import { createLanguageHost } from '../languageHost';
import { createSystemPulse } from '../run/pulse';
import { InProcessPort } from './inProcessPort';

/** Both workers as the page has them, in the same thread. */
export function createInProcessClients(): {
  readonly language: LanguageClient;
  readonly execution: ExecutionClient;
} {
  return {
    language: connectLanguageClient(() => new InProcessPort((post) => createLanguageHost(post))),
    execution: connectExecutionClient(
      () =>
        new InProcessPort((post) =>
          createExecutionHost({ post, pulse: createSystemPulse(), callService: stubAnswer }),
        ),
      () => () => {},
    ),
  };
}
