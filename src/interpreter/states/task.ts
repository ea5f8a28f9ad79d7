import type { Json } from '../../asl';
import type { Engine } from '../engine';
import type { ServiceCall, TaskId } from '../execution.types';
import { payloadLimitFailure } from '../flow/dataLimit';
import { enterState } from '../flow/enterState';
import { failState, isStopped, stopState } from '../flow/failState';
import { leaveWithResult } from '../flow/leaveState';
import { WAITING } from '../flow/phase';
import type { Frame } from '../frame';
import { ScheduledTask } from '../history/eventData';
import type { StateProgram } from '../program';
import { mapIndexes } from '../task/mapIndexes';
import { requestFailure } from '../task/requestFormat';
import { armTimeouts } from '../task/taskTimers';
import { taskToken } from '../task/taskToken';
import type { TaskWork } from '../task/taskWork';

const CALL = 2;
export const FINISH_TASK = 3;

export function enterTask(engine: Engine, frame: Frame, state: StateProgram): undefined {
  enterState(engine, frame, state);
  scheduleTask(engine, frame, state);
}

/** One attempt: evaluates what the service gets and records that it is scheduled. */
export function scheduleTask(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const work = state.work as TaskWork;
  const payload = state.flow.payload(frame);
  if (isStopped(payload)) return stopState(engine, frame, payload);
  const tooLarge = payloadLimitFailure(state.name, frame.input, payload);
  if (tooLarge !== undefined) return failState(engine, frame, tooLarge);
  const refused = requestFailure(work.resource, payload);
  if (refused !== undefined) return stopState(engine, frame, refused);
  const timeout = work.timeoutSeconds?.(frame);
  if (isStopped(timeout)) return stopState(engine, frame, timeout);
  const heartbeat = work.heartbeatSeconds?.(frame);
  if (isStopped(heartbeat)) return stopState(engine, frame, heartbeat);
  const roleArn = work.roleArn?.(frame);
  if (isStopped(roleArn)) return stopState(engine, frame, roleArn);
  engine.emit(frame, work.sites.scheduled, new ScheduledTask(payload, timeout, heartbeat, roleArn));
  frame.result = payload;
  frame.task = {
    id: engine.openTask(frame),
    isStarted: false,
    timeoutSeconds: timeout,
    heartbeatSeconds: heartbeat,
    timeout: undefined,
    heartbeat: undefined,
  };
  frame.phase = CALL;
  engine.enqueue(frame);
}

/** Asks the world for the result. An activity is started later, by the worker that takes it. */
export function callService(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const { task } = frame;
  if (task === undefined) return;
  const work = state.work as TaskWork;
  if (work.resource.kind !== 'activity') {
    task.isStarted = true;
    engine.emit(frame, work.sites.started, undefined);
  }
  armTimeouts(engine, task);
  frame.phase = WAITING;
  engine.ask({ type: 'callService', call: serviceCall(engine, frame, state, work, task.id, frame.result) });
}

function serviceCall(
  engine: Engine,
  frame: Frame,
  state: StateProgram,
  work: TaskWork,
  task: TaskId,
  payload: Json,
): ServiceCall {
  const token = taskToken(frame);
  const call: ServiceCall = {
    task,
    at: engine.now,
    state: state.path,
    stateName: state.name,
    resource: work.resource,
    arguments: payload,
    attempt: frame.retryCount,
    invocation: engine.countInvocation(state),
    mapIndex: mapIndexes(engine, frame),
    executionArn: frame.execution.settings.executionArn,
    recorded: engine.log.length,
  };
  return token === undefined ? call : { ...call, taskToken: token };
}

export function finishTask(engine: Engine, frame: Frame, state: StateProgram): undefined {
  leaveWithResult(engine, frame, state, frame.result);
}
