import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EpochMs, isJsonObject, type Json, parseResource, type StatePath } from '../asl';
import type { ServiceAnswer, ServiceCall, TaskId } from '../interpreter';
import { stubAnswer } from './stub';

function call(resource: string, request: Json = {}, task = 1): ServiceCall {
  return {
    task: task as TaskId,
    at: 1_700_000_000_000 as EpochMs,
    state: '/States/Call' as StatePath,
    stateName: 'Call',
    resource: parseResource(resource),
    arguments: request,
    attempt: 0,
    invocation: 0,
    mapIndex: [],
    executionArn: 'arn:aws:states:eu-west-1:111122223333:execution:Machine:run',
  };
}
const service = (name: string, request: Json = {}, task = 1) =>
  call(`arn:aws:states:::${name}`, request, task);

/** The result of a stub, which always succeeds. */
function output(answer: ServiceAnswer): Json {
  if (answer.type !== 'succeed') throw new Error(`<${answer.type}> is not a success`);
  return answer.output;
}
/** A result whose made-up metadata is left out. */
function fields(answer: ServiceAnswer): Json {
  const result = output(answer);
  if (!isJsonObject(result)) return result;
  const { SdkHttpMetadata, SdkResponseMetadata, ...rest } = result;
  return rest;
}
const submitted = (answer: ServiceAnswer): Json => answer.submitted ?? null;

const SUPPORTED = [
  'apigateway:invoke',
  'apigateway:invoke.waitForTaskToken',
  'athena:getQueryExecution',
  'athena:getQueryResults',
  'athena:startQueryExecution',
  'athena:startQueryExecution.sync',
  'athena:stopQueryExecution',
  'aws-sdk:dynamodb:scan',
  'aws-sdk:glue:getCrawler',
  'aws-sdk:glue:startCrawler',
  'aws-sdk:lambda:invoke',
  'aws-sdk:rekognition:detectLabels',
  'aws-sdk:s3:getObject',
  'aws-sdk:s3:listObjectsV2',
  'aws-sdk:s3:putObject',
  'aws-sdk:secretsmanager:getSecretValue',
  'aws-sdk:sfn:startExecution',
  'aws-sdk:sns:publish',
  'aws-sdk:sqs:sendMessage.waitForTaskToken',
  'aws-sdk:ssm:getParameter',
  'aws-sdk:sts:getCallerIdentity',
  'batch:submitJob',
  'batch:submitJob.sync',
  'bedrock:createModelCustomizationJob.sync',
  'bedrock:invokeModel',
  'codebuild:batchDeleteBuilds',
  'codebuild:batchGetReports',
  'codebuild:startBuild',
  'codebuild:startBuild.sync',
  'codebuild:startBuildBatch.sync',
  'databrew:startJobRun',
  'databrew:startJobRun.sync',
  'dynamodb:deleteItem',
  'dynamodb:getItem',
  'dynamodb:putItem',
  'dynamodb:updateItem',
  'ecs:runTask',
  'ecs:runTask.sync',
  'ecs:runTask.waitForTaskToken',
  'eks:call',
  'eks:createCluster',
  'eks:createCluster.sync',
  'eks:deleteNodegroup.sync',
  'eks:runJob.sync',
  'elasticmapreduce:addStep',
  'elasticmapreduce:addStep.sync',
  'elasticmapreduce:createCluster',
  'elasticmapreduce:createCluster.sync',
  'elasticmapreduce:terminateCluster.sync',
  'emr-containers:createVirtualCluster',
  'emr-containers:deleteVirtualCluster.sync',
  'emr-containers:startJobRun.sync',
  'emr-serverless:createApplication',
  'emr-serverless:startApplication.sync',
  'emr-serverless:startJobRun.sync',
  'events:putEvents',
  'events:putEvents.waitForTaskToken',
  'glue:startJobRun',
  'glue:startJobRun.sync',
  'http:invoke',
  'lambda:invoke',
  'lambda:invoke.waitForTaskToken',
  'mediaconvert:createJob',
  'mediaconvert:createJob.sync',
  'sagemaker:createEndpoint',
  'sagemaker:createTrainingJob',
  'sagemaker:createTrainingJob.sync',
  'sns:publish',
  'sns:publish.waitForTaskToken',
  'sqs:sendMessage',
  'sqs:sendMessage.waitForTaskToken',
  'states:startExecution',
  'states:startExecution.sync',
  'states:startExecution.sync:2',
  'unheardof:doThings',
];

describe('every supported resource', () => {
  it.each(SUPPORTED)('%s succeeds, the same way each time', (name) => {
    const answer = stubAnswer(service(name));
    expect(answer.type).toBe('succeed');
    expect(stubAnswer(service(name))).toEqual(answer);
  });

  it.each(SUPPORTED)('%s writes the keys of its result in alphabetical order, as AWS does', (name) => {
    const answer = stubAnswer(service(name));
    for (const value of [output(answer), submitted(answer)]) {
      if (isJsonObject(value)) expect(Object.keys(value)).toEqual([...Object.keys(value)].sort());
    }
  });

  it.each(SUPPORTED.filter((name) => /\.(sync|waitForTaskToken)/.test(name)))(
    '%s is submitted first and ends a moment later',
    (name) => {
      const answer = stubAnswer(service(name));
      expect(answer.submitted).toBeDefined();
      expect(answer.after).toBeGreaterThan(0);
    },
  );

  it.each(SUPPORTED.filter((name) => !/\.(sync|waitForTaskToken)/.test(name)))(
    '%s answers at once',
    (name) => {
      const answer = stubAnswer(service(name));
      expect(answer.submitted).toBeUndefined();
      expect(answer.after).toBeUndefined();
    },
  );

  it('answers any request without failing, hostile keys included', () => {
    const anyRequest = fc.jsonValue({ depthSize: 'small' }) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(fc.constantFrom(...SUPPORTED), anyRequest, (name, request) => {
        expect(stubAnswer(service(name, request)).type).toBe('succeed');
      }),
    );
    const hostile = JSON.parse('{"__proto__": {"text": 1}, "constructor": null}') as Json;
    for (const name of SUPPORTED) expect(stubAnswer(service(name, hostile)).type).toBe('succeed');
  });
});

describe('functions', () => {
  it.each([
    'arn:aws:lambda:eu-west-1:111122223333:function:charge',
    'arn:aws:states:eu-west-1:111122223333:activity:approve',
    '$' + '{ChargeFunctionArn}',
  ])('%s returns its payload and nothing else', (resource) => {
    expect(stubAnswer(call(resource, { order: 7 }))).toEqual({ type: 'succeed', output: { order: 7 } });
  });

  it('lambda:invoke returns its Payload in the envelope of the Invoke API', () => {
    const answer = stubAnswer(service('lambda:invoke', { FunctionName: 'f', Payload: { order: 7 } }));
    expect(fields(answer)).toEqual({ ExecutedVersion: '$LATEST', Payload: { order: 7 }, StatusCode: 200 });
    expect(output(answer)).toMatchObject({ SdkHttpMetadata: { HttpStatusCode: 200 } });
  });

  it('lambda:invoke.waitForTaskToken comes back with the payload', () => {
    const answer = stubAnswer(service('lambda:invoke.waitForTaskToken', { Payload: { order: 7 } }));
    expect(answer).toMatchObject({ output: { order: 7 }, submitted: { StatusCode: 200 } });
  });

  it('aws-sdk:lambda:invoke returns the payload as text, without SDK metadata', () => {
    expect(output(stubAnswer(service('aws-sdk:lambda:invoke', { Payload: { order: 7 } })))).toEqual({
      ExecutedVersion: '$LATEST',
      Payload: '{"order":7}',
      StatusCode: 200,
    });
  });
});

describe('messages', () => {
  it('sqs:sendMessage digests the body as SQS gets it', () => {
    const answer = stubAnswer(service('sqs:sendMessage', { QueueUrl: 'q', MessageBody: { a: 1 } }));
    expect(fields(answer)).toMatchObject({ MD5OfMessageBody: 'bb6cb5c68df4652941caf652a366f2d8' });
  });

  it('gives each message its own id', () => {
    const first = fields(stubAnswer(service('sns:publish', { Message: 'a' }, 1)));
    const second = fields(stubAnswer(service('sns:publish', { Message: 'a' }, 2)));
    expect(first).not.toEqual(second);
  });

  it('a FIFO topic numbers the message', () => {
    const answer = stubAnswer(service('sns:publish', { TopicArn: 'arn:aws:sns:::t.fifo', Message: 'a' }));
    expect(fields(answer)).toMatchObject({ SequenceNumber: '10000000000000000001' });
  });

  it('events:putEvents has one id per entry and no SDK metadata', () => {
    const result = output(stubAnswer(service('events:putEvents', { Entries: [{}, {}] })));
    expect(result).toMatchObject({ Entries: [{}, {}], FailedEntryCount: 0 });
    expect(result).not.toHaveProperty('SdkHttpMetadata');
  });
});

describe('dynamodb', () => {
  const Key = { id: { S: 'a' } };
  it('finds an item that is its key', () => {
    expect(fields(stubAnswer(service('dynamodb:getItem', { TableName: 't', Key })))).toEqual({ Item: Key });
  });
  it('returns attributes only where the request asks for the new ones', () => {
    expect(fields(stubAnswer(service('dynamodb:updateItem', { Key })))).toEqual({});
    expect(fields(stubAnswer(service('dynamodb:updateItem', { Key, ReturnValues: 'ALL_NEW' })))).toEqual({
      Attributes: Key,
    });
    expect(fields(stubAnswer(service('dynamodb:putItem', { Item: Key })))).toEqual({});
  });
  it('is empty when scanned', () => {
    expect(output(stubAnswer(service('aws-sdk:dynamodb:scan', { TableName: 't' })))).toEqual({
      Count: 0,
      Items: [],
      ScannedCount: 0,
    });
  });
});

describe('states:startExecution', () => {
  const request = {
    StateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Child',
    Name: 'n',
    Input: { order: 7 },
  };
  it('names the execution that was started', () => {
    expect(fields(stubAnswer(service('states:startExecution', request)))).toEqual({
      ExecutionArn: 'arn:aws:states:eu-west-1:111122223333:execution:Child:n',
      StartDate: 1_700_000_000_000,
    });
  });
  it('.sync gives input and output as JSON text, .sync:2 as JSON', () => {
    const text = stubAnswer(service('states:startExecution.sync', request));
    const parsed = stubAnswer(service('states:startExecution.sync:2', request));
    expect(output(text)).toMatchObject({ Input: '{"order":7}', Output: '{"order":7}', Status: 'SUCCEEDED' });
    expect(output(parsed)).toMatchObject({ Input: { order: 7 }, Output: { order: 7 }, Status: 'SUCCEEDED' });
  });
});

describe('jobs', () => {
  it('ecs:runTask.sync gives the one task, stopped with exit code 0', () => {
    const request = { Overrides: { ContainerOverrides: [{ Name: 'web' }] } };
    const answer = stubAnswer(service('ecs:runTask.sync', request));
    expect(submitted(answer)).toMatchObject({ Failures: [], Tasks: [{ LastStatus: 'PROVISIONING' }] });
    expect(output(answer)).toMatchObject({
      Containers: [{ ExitCode: 0, Name: 'web' }],
      LastStatus: 'STOPPED',
    });
  });
  it.each([
    ['batch:submitJob.sync', { Status: 'SUCCEEDED' }],
    ['glue:startJobRun.sync', { JobRunState: 'SUCCEEDED' }],
    ['codebuild:startBuild.sync', { Build: { BuildStatus: 'SUCCEEDED' } }],
    ['athena:startQueryExecution.sync', { QueryExecution: { Status: { State: 'SUCCEEDED' } } }],
    ['sagemaker:createTrainingJob.sync', { TrainingJobStatus: 'Completed' }],
    ['elasticmapreduce:addStep.sync', { Step: { Status: { State: 'COMPLETED' } } }],
    ['elasticmapreduce:createCluster.sync', { Cluster: { Status: { State: 'WAITING' } } }],
  ])('%s ends as its Describe action says', (name, expected) => {
    expect(output(stubAnswer(service(name)))).toMatchObject(expected);
  });
  it('a job has the id it was submitted with', () => {
    const answer = stubAnswer(service('batch:submitJob.sync', { JobName: 'nightly' }));
    const job = submitted(answer);
    if (!isJsonObject(job)) throw new Error('no job');
    expect(output(answer)).toMatchObject({ JobId: job.JobId ?? '', JobName: 'nightly' });
  });
  it('sagemaker names the resource it makes', () => {
    expect(fields(stubAnswer(service('sagemaker:createTrainingJob', { TrainingJobName: 't' })))).toEqual({
      TrainingJobArn: 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/t',
    });
  });
});

it('an endpoint sends back the body it was sent', () => {
  expect(output(stubAnswer(service('http:invoke', { RequestBody: { a: 1 } })))).toMatchObject({
    ResponseBody: { a: 1 },
    StatusCode: 200,
    StatusText: 'OK',
  });
});
