import type { Seconds } from '../asl';
import { athena } from './athena';
import { awsSdk } from './awsSdk';
import { batch } from './batch';
import { bedrock } from './bedrock';
import { codebuild } from './codebuild';
import { dynamodb } from './dynamodb';
import { ecs } from './ecs';
import { eks } from './eks';
import { emr, emrContainers, emrServerless } from './emr';
import { events } from './events';
import { databrew, glue } from './glue';
import { http } from './http';
import { lambda } from './lambda';
import { mediaconvert } from './mediaconvert';
import { s3 } from './s3';
import { sagemaker } from './sagemaker';
import { withSdkMetadata } from './sdkMetadata';
import { sns } from './sns';
import { sqs } from './sqs';
import { stepFunctions } from './stepFunctions';
import type { ServiceAnswer, ServiceCall, ServiceStub } from './stub.types';
import { stubCall } from './stubCall';

/** The optimized integrations, by the service's name in the Resource. */
const STUBS = new Map<string, ServiceStub>([
  ['apigateway', http],
  ['athena', athena],
  ['batch', batch],
  ['bedrock', bedrock],
  ['codebuild', codebuild],
  ['databrew', databrew],
  ['dynamodb', dynamodb],
  ['ecs', ecs],
  ['eks', eks],
  ['elasticmapreduce', emr],
  ['emr-containers', emrContainers],
  ['emr-serverless', emrServerless],
  ['events', events],
  ['glue', glue],
  ['http', http],
  ['lambda', lambda],
  ['mediaconvert', mediaconvert],
  ['s3', s3],
  ['sagemaker', sagemaker],
  ['sns', sns],
  ['sqs', sqs],
  ['states', stepFunctions],
]);

/** An optimized integration that is not known here: it succeeds and has nothing to say. */
const UNKNOWN: ServiceStub = { respond: (call) => withSdkMetadata(call, {}) };

/** Virtual time a job or a callback takes. */
const MOMENT = 1 as Seconds;

/**
 * How a Task is answered when nothing stands behind its Resource: with success, in the shape its service
 * returns, everything made up derived from the call. Functions, activities and placeholders return their
 * payload; a callback comes back with what was sent. `.sync` and `.waitForTaskToken` are submitted first
 * and end a moment of virtual time later.
 * Source: integrations of the developer guide; Recorded: services/*, callback/*.
 */
export function stubAnswer(call: ServiceCall): ServiceAnswer {
  const { resource } = call;
  if (resource.kind !== 'service') return { type: 'succeed', output: call.arguments };
  const stub = resource.service.startsWith('aws-sdk:') ? awsSdk : (STUBS.get(resource.service) ?? UNKNOWN);
  const read = stubCall(call);
  const response = stub.respond(read);
  switch (resource.pattern) {
    case 'requestResponse':
      return { type: 'succeed', output: response };
    case 'sync':
    case 'sync:2':
      return {
        type: 'succeed',
        submitted: response,
        after: MOMENT,
        output: stub.complete?.(read) ?? response,
      };
    case 'waitForTaskToken':
      return {
        type: 'succeed',
        submitted: response,
        after: MOMENT,
        output: stub.callback?.(read) ?? call.arguments,
      };
  }
}
