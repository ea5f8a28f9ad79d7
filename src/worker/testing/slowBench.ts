import type { ServiceAnswer, ServiceCall } from '../../interpreter';
import { stubAnswer } from '../../services';
import { keptBench } from './keptBench';
import { MemoryRuns } from './memoryRuns';

/** A bench on which the call of a state "Slow" waits until it is answered; `way`: the executions that runs went into. */
export function slowBench() {
  let answer = (): void => {};
  const slow = (call: ServiceCall) =>
    call.stateName === 'Slow'
      ? new Promise<ServiceAnswer>((resolve) => {
          answer = () => resolve({ type: 'succeed', output: 1 });
        })
      : stubAnswer(call);
  const on = keptBench(new MemoryRuns(), slow);
  const way: string[] = [];
  on.client.subscribe((news) => {
    if (news.type === 'steppedInto') way.push(news.execution);
  });
  return { ...on, way, answer: () => answer() };
}
