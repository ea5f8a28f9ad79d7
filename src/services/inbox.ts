import { allStates, type EpochMs, type Json, jsonOf, parseResource, type StateMachine } from '../asl';
import type { CallService, Execution, ServiceAnswer, ServiceCall } from '../interpreter';
import { field, stubCall } from './stubCall';

/** Why a call of the task API was refused, by its exception's name. */
export interface InboxProblem {
  readonly exception: 'InvalidToken' | 'TaskTimedOut' | 'InvalidOutput';
  readonly message: string;
}

/** What a worker gets. */
export interface ActivityTask {
  readonly taskToken: string;
  /** JSON text. */
  readonly input: string;
}

/** What the inbox needs of an execution: a replay hands in one that may be deaf. */
export type TaskHolder = Pick<Execution, 'now' | 'isWaiting' | 'deliver'>;

/** Milliseconds GetActivityTask waits for a task. Source: api.md 2. */
const POLL_MS = 60_000;
const ANSWERS = new Set(['sendTaskSuccess', 'sendTaskFailure', 'sendTaskHeartbeat', 'getActivityTask']);

/**
 * The callbacks and activity tasks of an execution that wait for an answer, and AWS's API on them. Tasks of the workflow
 * itself may use that API (`aws-sdk:sfn:sendTaskSuccess` and the like): then its callbacks and activities wait for them,
 * and no stub answers in their place.
 * Recorded: services/test_sfn_send_task_outcome_with_no_such_token; source: api.md 2, integrations.md 6.
 */
export class TaskInbox {
  private readonly answersItself: boolean;
  private readonly tasks = new Map<string, ServiceCall>();
  private readonly activities: ServiceCall[] = [];
  private readonly pollers: ServiceCall[] = [];
  private execution: TaskHolder | undefined;

  /** @param otherwise answers every other call */
  constructor(
    machine: StateMachine,
    private readonly otherwise: CallService,
  ) {
    this.answersItself = allStates(machine).some(
      ({ definition }) => definition.Type === 'Task' && apiCall(definition.Resource ?? '') !== undefined,
    );
  }

  /** The execution whose tasks these are. To be told before it runs. */
  attach(execution: TaskHolder): void {
    this.execution = execution;
  }

  readonly callService: CallService = (call) => {
    const action = apiCall(call.resource.arn);
    if (action !== undefined) return this.answerApi(action, call);
    if (call.taskToken === undefined) return this.otherwise(call);
    this.tasks.set(call.taskToken, call);
    return this.answersItself ? this.leaveOpen(call) : this.otherwise(call);
  };

  /** The call waits until the task API answers it; what is submitted is, and no more. */
  leaveOpen(call: ServiceCall): ServiceAnswer | Promise<ServiceAnswer> {
    if (call.taskToken !== undefined) this.tasks.set(call.taskToken, call);
    if (call.resource.kind === 'activity') {
      this.activities.push(call);
      this.servePollers();
      return { type: 'never' };
    }
    const stub = this.otherwise(call);
    return stub instanceof Promise ? stub.then(submittedOnly) : submittedOnly(stub);
  }

  /** @param output JSON text */
  sendTaskSuccess(taskToken: string, output: string): InboxProblem | undefined {
    const value = jsonOf(output);
    if (value === undefined)
      return { exception: 'InvalidOutput', message: "Invalid Output: 'Invalid token'" };
    return this.deliver(taskToken, (task, at) => ({ type: 'taskSucceeded', task, at, output: value }));
  }

  sendTaskFailure(taskToken: string, error?: string, cause?: string): InboxProblem | undefined {
    return this.deliver(taskToken, (task, at) => ({
      type: 'taskFailed',
      task,
      at,
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    }));
  }

  sendTaskHeartbeat(taskToken: string): InboxProblem | undefined {
    return this.deliver(taskToken, (task, at) => ({ type: 'taskHeartbeat', task, at }));
  }

  /** Takes the activity's task that has waited longest; undefined when there is none. */
  getActivityTask(activityArn: string, workerName?: string): ActivityTask | undefined {
    const { execution } = this;
    const place = this.activities.findIndex(
      ({ resource, task }) => resource.arn === activityArn && execution?.isWaiting(task),
    );
    const [call] = place < 0 ? [] : this.activities.splice(place, 1);
    if (call?.taskToken === undefined || execution === undefined) return undefined;
    const { task } = call;
    const worker = workerName === undefined ? {} : { workerName };
    execution.deliver({ type: 'taskStarted', at: execution.now, task, ...worker });
    return { taskToken: call.taskToken, input: JSON.stringify(call.arguments) };
  }

  private deliver(
    taskToken: string,
    job: (task: ServiceCall['task'], at: EpochMs) => Parameters<Execution['deliver']>[0],
  ): InboxProblem | undefined {
    const call = this.tasks.get(taskToken);
    const { execution } = this;
    if (call === undefined || execution === undefined) {
      return { exception: 'InvalidToken', message: "Invalid Token: 'Invalid token'" };
    }
    if (!execution.isWaiting(call.task)) {
      return {
        exception: 'TaskTimedOut',
        message: "Task Timed Out: 'Provided task does not exist anymore'",
      };
    }
    execution.deliver(job(call.task, execution.now));
    return undefined;
  }

  private answerApi(action: string, call: ServiceCall): ServiceAnswer {
    const { request, text } = stubCall(call);
    if (action === 'getActivityTask') return this.poll(call);
    const token = text('TaskToken', '');
    const [error, cause] = [optional(field(request, 'Error')), optional(field(request, 'Cause'))];
    const problem =
      action === 'sendTaskSuccess'
        ? this.sendTaskSuccess(token, outputText(field(request, 'Output')))
        : action === 'sendTaskFailure'
          ? this.sendTaskFailure(token, error, cause)
          : this.sendTaskHeartbeat(token);
    return problem === undefined ? { type: 'succeed', output: {} } : refusal(problem, call);
  }

  /** The poll ends when a task comes, or empty after a minute. */
  private poll(call: ServiceCall): ServiceAnswer {
    const { execution } = this;
    this.pollers.push(call);
    this.servePollers();
    execution?.deliver({
      type: 'taskSucceeded',
      at: (call.at + POLL_MS) as EpochMs,
      task: call.task,
      output: {},
    });
    return { type: 'never' };
  }

  private servePollers(): void {
    const { execution } = this;
    for (const poller of [...this.pollers]) {
      const { text, request } = stubCall(poller);
      const waiting = execution?.isWaiting(poller.task) ?? false;
      const worker = optional(field(request, 'WorkerName'));
      const task = waiting ? this.getActivityTask(text('ActivityArn', ''), worker) : undefined;
      if (waiting && task === undefined) continue;
      this.pollers.splice(this.pollers.indexOf(poller), 1);
      if (task === undefined) continue;
      const output = { Input: task.input, TaskToken: task.taskToken };
      execution?.deliver({ type: 'taskSucceeded', at: execution.now, task: poller.task, output });
    }
  }
}

/** The action, when a Resource is a call of the task API. */
function apiCall(arn: string): string | undefined {
  const resource = parseResource(arn);
  if (resource.kind !== 'service' || resource.service !== 'aws-sdk:sfn') return undefined;
  return ANSWERS.has(resource.action) ? resource.action : undefined;
}

/** The answer of a call that was accepted, and is not finished. */
export const submittedOnly = ({ submitted }: ServiceAnswer): ServiceAnswer =>
  submitted === undefined ? { type: 'never' } : { type: 'never', submitted };

function refusal({ exception, message }: InboxProblem, call: ServiceCall): ServiceAnswer {
  const requestId = stubCall(call).uuid('request');
  return {
    type: 'fail',
    error: `Sfn.${exception}Exception`,
    cause: `${message} (Service: Sfn, Status Code: 400, Request ID: ${requestId}) (SDK Attempt Count: 1)`,
  };
}

const optional = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** A value that is no text is passed on as its JSON. */
const outputText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);
