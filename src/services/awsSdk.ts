import type { Json, JsonObject } from '../asl';
import { dynamodbFields } from './dynamodb';
import { putEventsFields } from './events';
import { glueJobRun } from './glue';
import { md5 } from './md5';
import { startedExecution } from './stepFunctions';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

type Respond = (call: StubCall) => JsonObject;

/** A field's value as the text the service gets. */
const bodyText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? {});

/**
 * `service:action` → the fields the service returns, PascalCase and without SDK metadata, for the actions
 * used most. The rest succeed with an empty response. Source: "aws-sdk naming" of the developer guide.
 */
const ACTIONS = new Map<string, Respond>([
  ['eventbridge:putEvents', putEventsFields],
  [
    'glue:getCrawler',
    (call) => ({
      Crawler: {
        LastCrawl: { StartTime: call.time(-60), Status: 'SUCCEEDED' },
        Name: call.text('Name', 'crawler'),
        State: 'READY',
      },
    }),
  ],
  ['glue:startJobRun', glueJobRun],
  [
    'lambda:invoke',
    ({ request }) => ({
      ExecutedVersion: '$LATEST',
      Payload: bodyText(field(request, 'Payload')),
      StatusCode: 200,
    }),
  ],
  ['rekognition:detectLabels', () => ({ LabelModelVersion: '3.0', Labels: [] })],
  [
    's3:getObject',
    (call) => ({
      Body: '{}',
      ContentLength: 2,
      ContentType: 'application/json',
      ETag: `"${md5('{}')}"`,
      LastModified: call.time(),
      Metadata: {},
    }),
  ],
  [
    's3:listObjectsV2',
    (call) => ({
      Contents: [],
      IsTruncated: false,
      KeyCount: 0,
      MaxKeys: 1000,
      Name: call.text('Bucket', 'bucket'),
      Prefix: call.text('Prefix', ''),
    }),
  ],
  ['s3:putObject', ({ request }) => ({ ETag: `"${md5(bodyText(field(request, 'Body')))}"` })],
  [
    'secretsmanager:getSecretValue',
    (call) => ({
      ARN: call.arn('secretsmanager', `secret:${call.text('SecretId', 'secret')}`),
      CreatedDate: call.time(),
      Name: call.text('SecretId', 'secret'),
      SecretString: '{}',
      VersionId: call.uuid('version'),
      VersionStages: ['AWSCURRENT'],
    }),
  ],
  ['sfn:startExecution', (call) => ({ ...startedExecution(call), StartDate: call.time() })],
  ['sns:publish', (call) => ({ MessageId: call.uuid('message') })],
  [
    'sqs:sendMessage',
    (call) => ({
      MD5OfMessageBody: md5(bodyText(field(call.request, 'MessageBody'))),
      MessageId: call.uuid('message'),
    }),
  ],
  [
    'ssm:getParameter',
    (call) => ({
      Parameter: {
        ARN: call.arn('ssm', `parameter/${call.text('Name', 'name').replace(/^\//, '')}`),
        DataType: 'text',
        LastModifiedDate: call.time(),
        Name: call.text('Name', 'name'),
        Type: 'String',
        Value: 'value',
        Version: 1,
      },
    }),
  ],
  [
    'sts:getCallerIdentity',
    (call) => {
      const [, , , , Account = ''] = call.call.executionArn.split(':');
      return { Account, Arn: `arn:aws:iam::${Account}:root`, UserId: Account };
    },
  ],
]);

/** `aws-sdk:<service>:<action>`. */
export const awsSdk: ServiceStub = {
  respond(call) {
    const { resource } = call.call;
    const service = resource.kind === 'service' ? resource.service.replace(/^aws-sdk:/, '') : '';
    if (service === 'dynamodb') return dynamodbFields(call);
    return ACTIONS.get(`${service}:${call.action}`)?.(call) ?? {};
  },
};
