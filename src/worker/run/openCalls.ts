import type { Execution, ServiceCall } from '../../interpreter';
import type { AskedCalls } from '../../services';
import type { OpenCall, OpenCalls } from '../calls.types';

/** Calls told of at a time. */
const MOST = 100;

/** The calls that wait for the user; undefined when there are none. */
export function openCalls(asked: AskedCalls, execution: Execution): OpenCalls | undefined {
  const { open } = asked;
  if (open.length === 0) return undefined;
  const { now, nextTimer } = execution;
  return {
    total: open.length,
    calls: open.slice(0, MOST).map((call) => openCall(call, execution)),
    now,
    ...(nextTimer === undefined ? {} : { next: nextTimer }),
  };
}

function openCall(call: ServiceCall, execution: Execution): OpenCall {
  const { task, at, state, stateName, attempt, mapIndex, resource, taskToken } = call;
  const { timeout, heartbeat, isStarted } = execution.taskDue(task);
  const isActivity = resource.kind === 'activity';
  return {
    task,
    state,
    stateName,
    attempt,
    iteration: mapIndex,
    resource: resource.arn,
    kind: isActivity ? 'activity' : taskToken === undefined ? 'call' : 'token',
    isTaken: isActivity && isStarted,
    since: at,
    ...(timeout === undefined ? {} : { timeoutAt: timeout }),
    ...(heartbeat === undefined ? {} : { heartbeatAt: heartbeat }),
  };
}
