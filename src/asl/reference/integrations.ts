import { parseResource, type TaskPattern } from '../resource';

/** An optimized integration: `lambda:invoke` and how its answer may come. */
export interface Integration {
  readonly service: string;
  readonly action: string;
  /** `requestResponse` first. */
  readonly patterns: readonly TaskPattern[];
}

const RR: TaskPattern = 'requestResponse';
const of = (service: string, actions: readonly string[], ...more: TaskPattern[]): readonly Integration[] =>
  actions.map((action) => ({ service, action, patterns: [RR, ...more] }));

/** The optimized integrations and their patterns. Source: integrations.md 2. */
export const INTEGRATIONS: readonly Integration[] = [
  ...of('lambda', ['invoke'], 'waitForTaskToken'),
  ...of('dynamodb', ['getItem', 'putItem', 'updateItem', 'deleteItem']),
  ...of('sqs', ['sendMessage'], 'waitForTaskToken'),
  ...of('sns', ['publish'], 'waitForTaskToken'),
  ...of('events', ['putEvents'], 'waitForTaskToken'),
  ...of('states', ['startExecution'], 'sync', 'sync:2', 'waitForTaskToken'),
  ...of('apigateway', ['invoke'], 'waitForTaskToken'),
  ...of('http', ['invoke']),
  ...of('bedrock', ['invokeModel'], 'waitForTaskToken'),
  ...of('bedrock', ['createModelCustomizationJob'], 'sync'),
  ...of('ecs', ['runTask'], 'sync', 'waitForTaskToken'),
  ...of('batch', ['submitJob'], 'sync'),
  ...of('glue', ['startJobRun'], 'sync'),
  ...of('databrew', ['startJobRun'], 'sync'),
  ...of('athena', ['startQueryExecution'], 'sync'),
  ...of('athena', ['stopQueryExecution', 'getQueryExecution', 'getQueryResults']),
  ...of(
    'sagemaker',
    [
      'createTrainingJob',
      'createTransformJob',
      'createHyperParameterTuningJob',
      'createLabelingJob',
      'createProcessingJob',
    ],
    'sync',
  ),
  ...of('sagemaker', ['createModel', 'createEndpoint', 'createEndpointConfig', 'updateEndpoint']),
  ...of('elasticmapreduce', ['createCluster', 'terminateCluster', 'addStep'], 'sync'),
  ...of('elasticmapreduce', ['cancelStep', 'setClusterTerminationProtection']),
  ...of('emr-containers', ['createVirtualCluster']),
  ...of('emr-containers', ['deleteVirtualCluster', 'startJobRun'], 'sync'),
  ...of(
    'emr-serverless',
    ['createApplication', 'startApplication', 'stopApplication', 'deleteApplication', 'startJobRun'],
    'sync',
  ),
  ...of('eks', ['call'], 'waitForTaskToken'),
  ...of('eks', ['runJob'], 'sync', 'waitForTaskToken'),
  ...of('eks', ['createCluster', 'deleteCluster', 'createNodegroup', 'deleteNodegroup'], 'sync'),
  ...of('codebuild', ['startBuild', 'startBuildBatch'], 'sync'),
  ...of('codebuild', ['stopBuild', 'batchGetReports']),
  ...of('mediaconvert', ['createJob'], 'sync'),
];

/**
 * The ways in which a resource's answer may come; none when it is no service integration. Any SDK action can wait for
 * a callback, and none of them for a job.
 */
export function patternsOf(resource: string): readonly TaskPattern[] {
  const parsed = parseResource(resource);
  if (parsed.kind !== 'service') return [];
  if (parsed.service.startsWith('aws-sdk:')) return [RR, 'waitForTaskToken'];
  const { service, action } = parsed;
  return INTEGRATIONS.find((each) => each.service === service && each.action === action)?.patterns ?? [];
}

/** The same resource answered in another way; a text that is no integration stays as it is. */
export function withPattern(resource: string, pattern: TaskPattern): string {
  const parsed = parseResource(resource);
  if (parsed.kind !== 'service') return resource;
  const plain = resource.slice(0, resource.length - (parsed.actionWithPattern.length - parsed.action.length));
  return pattern === RR ? plain : `${plain}.${pattern}`;
}
