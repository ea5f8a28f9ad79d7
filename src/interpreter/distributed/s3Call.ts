import { type Json, parseResource } from '../../asl';
import { Failure } from '../data/failure';
import type { Engine } from '../engine';
import { TIMEOUT_ERROR } from '../errorNames';
import type { Job, ObjectFormatName } from '../execution.types';
import { WAITING } from '../flow/phase';
import { mapIndexes } from '../task/mapIndexes';
import type { MapRun, S3Answered } from './mapRun';

export type S3Action = 'getObject' | 'listObjectsV2' | 'putObject';

const RESOURCES = {
  getObject: parseResource('arn:aws:states:::s3:getObject'),
  listObjectsV2: parseResource('arn:aws:states:::s3:listObjectsV2'),
  putObject: parseResource('arn:aws:states:::s3:putObject'),
} as const;

/** Asks the world for an S3 call of a Map Run. It leaves no event: AWS's histories show none. */
export function callS3(
  engine: Engine,
  run: MapRun,
  action: S3Action,
  request: Json,
  answered: S3Answered,
  objectFormat?: ObjectFormatName,
): undefined {
  const { frame } = run;
  const { state } = frame;
  if (state === undefined) return;
  frame.phase = WAITING;
  run.answered = answered;
  frame.task = {
    id: engine.openTask(frame),
    isStarted: true,
    timeoutSeconds: undefined,
    heartbeatSeconds: undefined,
    timeout: undefined,
    heartbeat: undefined,
  };
  engine.ask({
    type: 'callService',
    call: {
      task: frame.task.id,
      at: engine.now,
      state: state.path,
      stateName: state.name,
      resource: RESOURCES[action],
      arguments: request,
      attempt: frame.retryCount,
      invocation: engine.countInvocation(state),
      mapIndex: mapIndexes(engine, frame),
      executionArn: run.executionArn,
      ...(objectFormat === undefined ? {} : { objectFormat }),
    },
  });
}

/** S3's answer arrives; anything but an end is ignored. */
export function applyS3Answer(engine: Engine, run: MapRun, job: Job): undefined {
  const answer = answerOf(job);
  if (answer === undefined) return;
  const { frame, answered } = run;
  if (frame.task !== undefined) engine.closeTask(frame.task.id);
  frame.task = undefined;
  run.answered = undefined;
  answered?.(answer);
}

function answerOf(job: Job): Json | Failure | undefined {
  switch (job.type) {
    case 'taskSucceeded':
      return job.output;
    case 'taskFailed':
      return new Failure(job.error, job.cause);
    case 'taskTimedOut':
      return new Failure(TIMEOUT_ERROR, job.cause);
    default:
      return undefined;
  }
}
