import type { EpochMs } from '../asl';
import type { CallService, Execution, Job, RunResult, ServiceAnswer, ServiceCall } from './execution.types';

export interface RunOptions {
  /** States entered at most; the execution is left running when they are used up. */
  readonly maxTransitions?: number;
}

/**
 * Plays an execution to its end as fast as possible in virtual time: answers its commands, and moves time to the
 * next timer when nothing else can happen. Stays synchronous as long as answers and expressions are.
 *
 * @returns `ended`, or `budget` when `maxTransitions` were not enough; a promise as soon as something is asynchronous
 */
export function runToEnd(
  execution: Execution,
  callService: CallService,
  { maxTransitions = Number.POSITIVE_INFINITY }: RunOptions = {},
): RunResult | Promise<RunResult> {
  let left = maxTransitions;
  let entered = execution.transitions;
  for (;;) {
    const result = execution.run(left);
    if (result instanceof Promise) {
      return result.then(() => {
        const answers = answerCommands(execution, callService);
        const rest = { maxTransitions: left - (execution.transitions - entered) };
        return answers === undefined
          ? resume(execution, callService, rest)
          : answers.then(() => resume(execution, callService, rest));
      });
    }
    left -= execution.transitions - entered;
    entered = execution.transitions;
    const answers = answerCommands(execution, callService);
    if (answers !== undefined) {
      const rest = { maxTransitions: left };
      return answers.then(() => resume(execution, callService, rest));
    }
    if (execution.status !== 'RUNNING') return 'ended';
    if (result === 'budget') return 'budget';
    moveTime(execution);
  }
}

function resume(
  execution: Execution,
  callService: CallService,
  options: RunOptions,
): RunResult | Promise<RunResult> {
  return execution.status === 'RUNNING' ? runToEnd(execution, callService, options) : 'ended';
}

function moveTime(execution: Execution): void {
  const { nextTimer } = execution;
  if (nextTimer !== undefined) execution.advanceTo(nextTimer);
}

/** Asks the service for every open call and delivers what it answers; a promise when an answer is one. */
function answerCommands(execution: Execution, callService: CallService): Promise<unknown> | undefined {
  const commands = execution.takeCommands();
  if (commands.length === 0) return undefined;
  const pending: Promise<void>[] = [];
  for (const command of commands) {
    if (command.type !== 'callService') continue;
    const { call } = command;
    const answer = callService(call);
    if (answer instanceof Promise)
      pending.push(answer.then((value) => deliverAnswer(execution, call, value)));
    else deliverAnswer(execution, call, answer);
  }
  return pending.length === 0 ? undefined : Promise.all(pending);
}

/** Turns a service's answer into the jobs it stands for: started, submitted, then the end `after` seconds later. */
export function deliverAnswer(execution: Execution, call: ServiceCall, answer: ServiceAnswer): void {
  const { now } = execution;
  const { task } = call;
  if (answer.workerName !== undefined) {
    execution.deliver({ type: 'taskStarted', at: now, task, workerName: answer.workerName });
  }
  if (answer.submitted !== undefined) {
    execution.deliver({ type: 'taskSubmitted', at: now, task, output: answer.submitted });
  }
  const at = (now + Math.round((answer.after ?? 0) * 1000)) as EpochMs;
  const end = endOf(call, answer, at);
  if (end !== undefined) execution.deliver(end);
}

function endOf({ task }: ServiceCall, answer: ServiceAnswer, at: EpochMs): Job | undefined {
  switch (answer.type) {
    case 'succeed':
      return { type: 'taskSucceeded', at, task, output: answer.output };
    case 'fail':
      return {
        type: 'taskFailed',
        at,
        task,
        ...(answer.error === undefined ? {} : { error: answer.error }),
        ...(answer.cause === undefined ? {} : { cause: answer.cause }),
        ...(answer.event === undefined ? {} : { event: answer.event }),
      };
    case 'timeout':
      return {
        type: 'taskTimedOut',
        at,
        task,
        ...(answer.cause === undefined ? {} : { cause: answer.cause }),
      };
    case 'never':
      return undefined;
  }
}
