import { Failure } from '../data/failure';
import { applyS3Answer } from '../distributed/s3Call';
import type { Engine } from '../engine';
import { HeartbeatFailure, TIMEOUT_ERROR } from '../errorNames';
import type { TaskId, TaskJob } from '../execution.types';
import { dataLimitFailure } from '../flow/dataLimit';
import { failState } from '../flow/failState';
import type { Frame } from '../frame';
import type { EventSite } from '../history/eventSite';
import { FINISH_TASK } from '../states/task';
import { beat, disarmTimeouts } from './taskTimers';
import { type TaskWork, taskWorkOf } from './taskWork';

/** An answer arrives. One for a task that was answered, timed out or aborted before is ignored. */
export function applyJob(engine: Engine, job: TaskJob): undefined {
  const frame = engine.taskFrame(job.task);
  const task = frame?.task;
  if (frame === undefined || task === undefined) return;
  const run = engine.runOf(frame);
  if (run !== undefined) return applyS3Answer(engine, run, job);
  const work = taskWorkOf(frame);
  if (job.type === 'taskHeartbeat') return beat(engine, task);
  if (!task.isStarted) {
    task.isStarted = true;
    engine.emit(frame, work.sites.started, job.type === 'taskStarted' ? job.workerName : undefined);
    beat(engine, task);
  }
  switch (job.type) {
    case 'taskStarted':
      return;
    case 'taskSubmitted':
      if (work.sites.submitted !== undefined) engine.emit(frame, work.sites.submitted, job.output);
      return beat(engine, task);
    case 'taskSucceeded': {
      const tooLarge = dataLimitFailure(limitName(work, frame), job.output);
      if (tooLarge !== undefined) return failTask(engine, frame, work.sites.failed, tooLarge);
      closeTask(engine, frame);
      engine.emit(frame, work.sites.succeeded, job.output);
      frame.result = job.output;
      frame.phase = FINISH_TASK;
      return engine.enqueue(frame);
    }
    case 'taskFailed': {
      const site = job.event === undefined ? work.sites.failed : { ...work.sites.failed, type: job.event };
      return failTask(engine, frame, site, new Failure(job.error, job.cause));
    }
    case 'taskTimedOut':
      return failTask(
        engine,
        frame,
        work.sites.timedOut,
        job.heartbeat ? new HeartbeatFailure() : new Failure(TIMEOUT_ERROR, job.cause),
      );
  }
}

/** The state's own TimeoutSeconds or HeartbeatSeconds have passed. Recorded: timeouts/heartbeats, timeouts/test_fixed_timeout*. */
export function timeOutTask(engine: Engine, id: TaskId, missedHeartbeat: boolean): undefined {
  const frame = engine.taskFrame(id);
  if (frame === undefined) return;
  const failure = missedHeartbeat ? new HeartbeatFailure() : new Failure(TIMEOUT_ERROR, undefined);
  failTask(engine, frame, taskWorkOf(frame).sites.timedOut, failure);
  engine.ask({ type: 'cancel', task: id });
}

function failTask(engine: Engine, frame: Frame, site: EventSite, failure: Failure): undefined {
  closeTask(engine, frame);
  engine.emit(frame, site, failure);
  failState(engine, frame, failure);
}

function closeTask(engine: Engine, frame: Frame): undefined {
  if (frame.task === undefined) return;
  disarmTimeouts(frame.task);
  engine.closeTask(frame.task.id);
  frame.task = undefined;
}

/** How AWS names what returned too much: the function's ARN, the service, or the state. */
function limitName(work: TaskWork, frame: Frame): string {
  const { resource } = work;
  if (resource.kind === 'service') return resource.service;
  return resource.kind === 'activity' ? (frame.state?.name ?? '') : resource.arn;
}
