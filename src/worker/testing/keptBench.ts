import type { CallService } from '../../interpreter';
import { stubAnswer } from '../../services';
import { connectExecutionClient } from '../executionClient';
import { createExecutionHost } from '../executionHost';
import type { ProgressBatch } from '../run.types';
import { createFakePulse } from './fakePulse';
import { InProcessPort } from './inProcessPort';
import type { MemoryRuns } from './memoryRuns';
import { type WatchedClient, watched } from './watched';

/** A page's worker on a store that others may have used before. */
export function keptBench(store: MemoryRuns, callService: CallService = stubAnswer, glance = 0.01) {
  const pulse = createFakePulse(glance);
  const tab = store.tab();
  const last = new Map<string, ProgressBatch>();
  const told: string[] = [];
  const port = { current: undefined as InProcessPort | undefined };
  const client: WatchedClient = watched(
    connectExecutionClient(
      () => {
        port.current = new InProcessPort((post) =>
          createExecutionHost({ post, pulse, callService, store: tab.store }),
        );
        return port.current;
      },
      () => () => {},
    ),
  );
  client.subscribe((news) => {
    if (news.type === 'progress') last.set(news.batch.run, news.batch);
    else if (news.type === 'unkept') told.push(news.reason);
  });
  const until = async (holds: () => boolean) => {
    for (let turn = 0; turn < 3000; turn++) {
      if (holds()) return;
      await turns(1);
    }
    throw new Error('it did not come to pass');
  };
  return {
    client,
    pulse,
    last,
    told,
    until,
    ended: (run: string) => until(() => last.get(run)?.control === 'ended'),
    /** The tab dies: nothing of it is ever heard again. */
    kill() {
      client.dispose();
      tab.die();
    },
  };
}

export const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
};
