import { stubAnswer } from '../../services';
import type { ExecutionClient, LanguageClient } from '../client.types';
import { connectExecutionClient } from '../executionClient';
import { createExecutionHost } from '../executionHost';
import { connectLanguageClient } from '../languageClient';
import { createLanguageHost } from '../languageHost';
import { createSystemPulse } from '../run/pulse';
import type { RunStore } from '../runs/runStore';
import { InProcessPort } from './inProcessPort';

/** Both workers as the page has them, in the same thread. @param openStore what each has of the runs that are kept; absent: a new one */
export function createInProcessClients(openStore?: () => RunStore): {
  readonly language: LanguageClient;
  readonly execution: ExecutionClient;
  /** The execution worker is gone. */
  crash(message: string): void;
} {
  const port: { current?: InProcessPort } = {};
  return {
    crash: (message) => port.current?.crash(message),
    language: connectLanguageClient(() => new InProcessPort((post) => createLanguageHost(post))),
    execution: connectExecutionClient(
      () => {
        const store = openStore?.();
        port.current = new InProcessPort((post) =>
          createExecutionHost({
            ...{ post, pulse: createSystemPulse(), callService: stubAnswer },
            ...(store && { store }),
          }),
        );
        return port.current;
      },
      () => () => {},
    ),
  };
}
