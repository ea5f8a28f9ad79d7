import type { CallService, Execution, Job, TaskId } from '../../interpreter';
import type { TaskHolder } from '../../services';

/** The services of a run that is being brought back. */
export interface ReplayedServices {
  readonly callService: CallService;
  /** The journal has been played: answers that took time may come in. */
  finish(): void;
}

/**
 * Services answer again as they did, so that they know what they knew (objects put, callbacks that wait); of a call that
 * the journal has an answer to, the journal's counts.
 * @param services made for what they may deliver to: what the journal has already is not delivered twice. What takes
 * long need not be done while `isMuted`
 */
export function replayedServices(
  execution: Execution,
  journal: readonly Job[],
  services: (execution: TaskHolder, isMuted: () => boolean) => CallService,
): ReplayedServices {
  const answered = new Set<TaskId>();
  for (const job of journal) if ('task' in job) answered.add(job.task);
  let muted = false;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const heard: TaskHolder = {
    get now() {
      return execution.now;
    },
    isWaiting: (task) => execution.isWaiting(task),
    deliver(job) {
      if (!muted) execution.deliver(job);
    },
  };
  const live = services(heard, () => muted);
  return {
    finish,
    callService(call) {
      if (!answered.has(call.task)) {
        const answer = live(call);
        return answer instanceof Promise ? finished.then(() => answer) : answer;
      }
      muted = true;
      try {
        const answer = live(call);
        if (answer instanceof Promise) answer.catch(() => {});
        return { type: 'never' };
      } finally {
        muted = false;
      }
    },
  };
}
