import type { CallAnswer, InboxProblem, MockFindings } from '../services';
import type { CallDetail, OpenCall, OpenCalls, RunClient } from '../worker';

type Task = OpenCall['task'];

export interface CallActions {
  /** Undefined when it does not wait any more. */
  get(task: Task): Promise<CallDetail | undefined>;
  /** What is to be said of an output before it is given. */
  check(task: Task, output: string): Promise<MockFindings>;
  /** @returns why the answer was refused */
  answer(task: Task, answer: CallAnswer): Promise<InboxProblem | undefined>;
  /** Time goes on to the next timer; else it stands still while a call is open. */
  letTimePass(): Promise<void>;
}

/** @param shown the run on show */
export function createCalls(shown: () => RunClient): CallActions {
  return {
    get: async (task) => (await shown().askCalls('getCall', { task })) ?? undefined,
    check: (task, output) => shown().askCalls('checkAnswer', { task, output }),
    answer: async (task, answer) => (await shown().askCalls('answerCall', { task, answer })) ?? undefined,
    async letTimePass() {
      await shown().askCalls('letTimePass', null);
    },
  };
}

/** The calls as they are now; the same object when nothing changed, so that nobody hears of it. */
export const sameCalls = (before: OpenCalls | undefined, now: OpenCalls | undefined) =>
  before !== undefined && now !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
