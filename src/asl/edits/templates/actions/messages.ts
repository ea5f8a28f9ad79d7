import { EXECUTION_ID, fill, INPUT, TASK_TOKEN, type TaskTemplate } from '../taskTemplate';

/** A callback that never comes would wait for a year. */
const AN_HOUR = { TimeoutSeconds: 3600 };
const callback = { input: INPUT, taskToken: TASK_TOKEN };
/** The key under which the console finds the execution that started another. */
const Input = { input: INPUT, AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: EXECUTION_ID };

/** Functions, queues, topics, buses, endpoints, other workflows, and workers that call back. */
export const MESSAGES = {
  'lambda:invoke': {
    request: { FunctionName: fill('FunctionName'), Payload: INPUT },
    result: 'Payload',
  },
  'lambda:invoke.waitForTaskToken': {
    request: { FunctionName: fill('FunctionName'), Payload: callback },
    fields: AN_HOUR,
  },
  'sqs:sendMessage': { request: { QueueUrl: fill('QueueUrl'), MessageBody: INPUT } },
  'sqs:sendMessage.waitForTaskToken': {
    request: { QueueUrl: fill('QueueUrl'), MessageBody: callback },
    fields: AN_HOUR,
  },
  'sns:publish': { request: { TopicArn: fill('TopicArn'), Message: INPUT } },
  'events:putEvents': {
    request: {
      Entries: [
        {
          EventBusName: 'default',
          Source: fill('EventSource'),
          DetailType: fill('DetailType'),
          Detail: INPUT,
        },
      ],
    },
  },
  'states:startExecution': { request: { StateMachineArn: fill('StateMachineArn'), Input } },
  'states:startExecution.sync:2': {
    request: { StateMachineArn: fill('StateMachineArn'), Input },
    result: 'Output',
  },
  'apigateway:invoke': {
    request: {
      ApiEndpoint: `${fill('ApiId')}.execute-api.${fill('AWS::Region')}.amazonaws.com`,
      Method: 'GET',
      Stage: fill('Stage'),
      Path: '/items',
      AuthType: 'IAM_ROLE',
    },
    result: 'ResponseBody',
  },
  'http:invoke': {
    request: {
      ApiEndpoint: `https://${fill('HostName')}/items`,
      Method: 'GET',
      InvocationConfig: { ConnectionArn: fill('ConnectionArn') },
    },
    result: 'ResponseBody',
  },
  activity: { fields: { TimeoutSeconds: 3600, HeartbeatSeconds: 60 } },
} as const satisfies Readonly<Record<string, TaskTemplate>>;
