import type { EpochMs } from '../asl';
import type { CallService, Execution, ServiceCall, TaskId } from '../interpreter';
import { type InboxProblem, submittedOnly, type TaskHolder, type TaskInbox } from './inbox';
import { readJsonText } from './mocks/readJsonText';

/** What a user makes of an open call. */
export type CallAnswer =
  /** JSON text. */
  | { readonly type: 'succeed'; readonly output: string }
  | { readonly type: 'fail'; readonly error: string; readonly cause: string }
  /** As if the state's own time had run out. */
  | { readonly type: 'timeout' }
  /** As if the next sign of life had not come in time. */
  | { readonly type: 'heartbeatLost' }
  /** A sign of life: the call stays open. */
  | { readonly type: 'heartbeat' }
  /** Of an activity: a worker takes the task, and the call stays open. */
  | { readonly type: 'take'; readonly workerName: string }
  /** Nobody will answer: the state's own timeouts decide, and time goes on. */
  | { readonly type: 'never' };

const GONE: InboxProblem = {
  exception: 'TaskTimedOut',
  message: 'The call is not open any more.',
};

const KEEPS_OPEN: ReadonlySet<CallAnswer['type']> = new Set(['heartbeat', 'take']);

/**
 * The calls of an execution that a user answers. While one is open, virtual time stands still once nothing more is due:
 * an answer that is given late by the wall clock comes in time. Only when the user says so does time go on, to the next
 * timer, and the call's own timeouts fire as AWS's do.
 */
export class AskedCalls {
  private readonly calls = new Map<TaskId, ServiceCall>();
  private isHolding = false;
  private mayPassUntil = Number.NEGATIVE_INFINITY;
  /** Told when a call was answered, or time may pass. */
  changed: () => void = () => {};

  constructor(
    private readonly execution: TaskHolder,
    private readonly inbox: TaskInbox,
    private readonly stubs: CallService,
  ) {}

  /** Leaves the call open. A job or a message is submitted first, as a stub does. */
  readonly callService: CallService = (call) => {
    this.calls.set(call.task, call);
    if (call.taskToken !== undefined) return this.inbox.leaveOpen(call);
    const stub = this.stubs(call);
    return stub instanceof Promise ? stub.then(submittedOnly) : submittedOnly(stub);
  };

  /** From now on open calls hold time. Until then it passes: a replay has the answers. */
  hold(): void {
    this.isHolding = true;
  }

  /** Whether time must not go on to the execution's next timer. */
  holdsTime({ nextTimer }: Pick<Execution, 'nextTimer'>): boolean {
    if (!this.isHolding || this.calls.size === 0) return false;
    if (nextTimer !== undefined && nextTimer <= this.mayPassUntil) return false;
    return this.open.length > 0;
  }

  /** Time goes on to the next timer, once. */
  letTimePass(nextTimer: EpochMs | undefined): void {
    this.mayPassUntil = nextTimer ?? Number.NEGATIVE_INFINITY;
    this.changed();
  }

  /** The calls that wait for an answer, in the order in which they were made. */
  get open(): readonly ServiceCall[] {
    for (const task of [...this.calls.keys()]) if (!this.execution.isWaiting(task)) this.calls.delete(task);
    return [...this.calls.values()];
  }

  /** @returns undefined when it is not open any more */
  get(task: TaskId): ServiceCall | undefined {
    return this.open.find((call) => call.task === task);
  }

  /** @returns why the answer was refused, in the words of the task API */
  answer(task: TaskId, answer: CallAnswer): InboxProblem | undefined {
    const call = this.get(task);
    const problem = call === undefined ? GONE : this.deliver(call, answer);
    if (problem === undefined && !KEEPS_OPEN.has(answer.type)) this.calls.delete(task);
    this.changed();
    return problem;
  }

  private deliver(call: ServiceCall, answer: CallAnswer): InboxProblem | undefined {
    const { execution, inbox } = this;
    const { task, taskToken } = call;
    const at = execution.now;
    switch (answer.type) {
      case 'succeed': {
        if (taskToken !== undefined) return inbox.sendTaskSuccess(taskToken, answer.output);
        const read = readJsonText(answer.output);
        if (!read.ok)
          return { exception: 'InvalidOutput', message: `The result is not JSON: ${read.reason}` };
        execution.deliver({ type: 'taskSucceeded', at, task, output: read.json });
        return undefined;
      }
      case 'fail': {
        const error = answer.error === '' ? undefined : answer.error;
        const cause = answer.cause === '' ? undefined : answer.cause;
        if (taskToken !== undefined) return inbox.sendTaskFailure(taskToken, error, cause);
        execution.deliver({
          type: 'taskFailed',
          at,
          task,
          ...(error === undefined ? {} : { error }),
          ...(cause === undefined ? {} : { cause }),
        });
        return undefined;
      }
      case 'heartbeat':
        if (taskToken !== undefined) return inbox.sendTaskHeartbeat(taskToken);
        execution.deliver({ type: 'taskHeartbeat', at, task });
        return undefined;
      case 'take':
        inbox.getActivityTask(call.resource.arn, answer.workerName);
        return undefined;
      case 'timeout':
        execution.deliver({ type: 'taskTimedOut', at, task });
        return undefined;
      case 'heartbeatLost':
        execution.deliver({ type: 'taskTimedOut', at, task, heartbeat: true });
        return undefined;
      case 'never':
        return undefined;
    }
  }
}
