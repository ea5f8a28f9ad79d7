import type { StateType } from '../../model';

export interface ActionInfo {
  /** The Resource without its `arn:aws:states:::`; `activity` for an activity. */
  readonly id: string;
  /** What a new state of it is called: the service, a colon, the API action. */
  readonly name: string;
  /** One short line for palettes and tooltips. */
  readonly purpose: string;
  /** More words that people look for it by. */
  readonly keywords: string;
}

/** Service actions in the order palettes offer them: compute, data, messages, workflows, jobs, models, the web, people. */
export const ACTIONS = [
  {
    id: 'lambda:invoke',
    name: 'Lambda: Invoke',
    purpose: 'Call a function',
    keywords: 'function code serverless',
  },
  {
    id: 'dynamodb:getItem',
    name: 'DynamoDB: GetItem',
    purpose: 'Read an item by its key',
    keywords: 'database table nosql read',
  },
  {
    id: 'dynamodb:putItem',
    name: 'DynamoDB: PutItem',
    purpose: 'Write an item',
    keywords: 'database table nosql create save insert',
  },
  {
    id: 'dynamodb:updateItem',
    name: 'DynamoDB: UpdateItem',
    purpose: 'Change attributes of an item',
    keywords: 'database table nosql set save',
  },
  {
    id: 'dynamodb:deleteItem',
    name: 'DynamoDB: DeleteItem',
    purpose: 'Delete an item',
    keywords: 'database table nosql remove',
  },
  {
    id: 'aws-sdk:dynamodb:query',
    name: 'DynamoDB: Query',
    purpose: 'Find items of a partition',
    keywords: 'database table nosql search list',
  },
  {
    id: 'aws-sdk:s3:getObject',
    name: 'S3: GetObject',
    purpose: 'Read an object',
    keywords: 'bucket file storage download',
  },
  {
    id: 'aws-sdk:s3:putObject',
    name: 'S3: PutObject',
    purpose: 'Write an object',
    keywords: 'bucket file storage upload save',
  },
  {
    id: 'aws-sdk:s3:copyObject',
    name: 'S3: CopyObject',
    purpose: 'Copy an object',
    keywords: 'bucket file storage duplicate move',
  },
  {
    id: 'sqs:sendMessage',
    name: 'SQS: SendMessage',
    purpose: 'Put a message into a queue',
    keywords: 'queue message',
  },
  {
    id: 'sns:publish',
    name: 'SNS: Publish',
    purpose: 'Tell the subscribers of a topic',
    keywords: 'topic notification email sms message',
  },
  {
    id: 'events:putEvents',
    name: 'EventBridge: PutEvents',
    purpose: 'Put events on a bus',
    keywords: 'event bus emit',
  },
  {
    id: 'states:startExecution',
    name: 'Step Functions: StartExecution',
    purpose: 'Start another workflow and go on',
    keywords: 'sfn nested child state machine workflow',
  },
  {
    id: 'states:startExecution.sync:2',
    name: 'Step Functions: StartExecution',
    purpose: 'Run another workflow to its end',
    keywords: 'sfn nested child state machine workflow sync',
  },
  {
    id: 'ecs:runTask.sync',
    name: 'ECS: RunTask',
    purpose: 'Run a container to its end',
    keywords: 'fargate container docker task sync',
  },
  {
    id: 'batch:submitJob.sync',
    name: 'Batch: SubmitJob',
    purpose: 'Run a batch job to its end',
    keywords: 'job container queue sync',
  },
  {
    id: 'glue:startJobRun.sync',
    name: 'Glue: StartJobRun',
    purpose: 'Run an ETL job to its end',
    keywords: 'etl spark job data sync',
  },
  {
    id: 'athena:startQueryExecution.sync',
    name: 'Athena: StartQueryExecution',
    purpose: 'Run an SQL query to its end',
    keywords: 'sql query s3 data lake sync',
  },
  {
    id: 'elasticmapreduce:createCluster.sync',
    name: 'EMR: CreateCluster',
    purpose: 'Create a cluster and wait for it',
    keywords: 'spark hadoop elastic mapreduce sync',
  },
  {
    id: 'elasticmapreduce:addStep.sync',
    name: 'EMR: AddStep',
    purpose: 'Run a step on a cluster to its end',
    keywords: 'spark hadoop elastic mapreduce job sync',
  },
  {
    id: 'emr-serverless:startJobRun.sync',
    name: 'EMR Serverless: StartJobRun',
    purpose: 'Run a Spark job to its end',
    keywords: 'spark job elastic mapreduce sync',
  },
  {
    id: 'codebuild:startBuild.sync',
    name: 'CodeBuild: StartBuild',
    purpose: 'Build a project',
    keywords: 'ci build deploy sync',
  },
  {
    id: 'sagemaker:createTrainingJob.sync',
    name: 'SageMaker: CreateTrainingJob',
    purpose: 'Train a model',
    keywords: 'machine learning ml ai model train sync',
  },
  {
    id: 'sagemaker:createTransformJob.sync',
    name: 'SageMaker: CreateTransformJob',
    purpose: 'Let a model judge a batch of data',
    keywords: 'machine learning ml ai inference batch sync',
  },
  {
    id: 'bedrock:invokeModel',
    name: 'Bedrock: InvokeModel',
    purpose: 'Ask a foundation model',
    keywords: 'ai llm genai claude nova prompt text chat',
  },
  {
    id: 'apigateway:invoke',
    name: 'API Gateway: Invoke',
    purpose: 'Call an API of API Gateway',
    keywords: 'rest http api endpoint',
  },
  {
    id: 'http:invoke',
    name: 'HTTP: Invoke',
    purpose: 'Call any HTTPS endpoint',
    keywords: 'api rest webhook url third party connection',
  },
  {
    id: 'lambda:invoke.waitForTaskToken',
    name: 'Lambda: Invoke',
    purpose: 'Call a function and wait for its callback',
    keywords: 'function callback task token human',
  },
  {
    id: 'sqs:sendMessage.waitForTaskToken',
    name: 'SQS: SendMessage',
    purpose: 'Send a message and wait for the callback',
    keywords: 'queue message callback task token human',
  },
  {
    id: 'activity',
    name: 'Activity',
    purpose: 'Wait for a worker of your own',
    keywords: 'worker poll on premises human callback',
  },
] as const satisfies readonly ActionInfo[];

export interface PatternInfo {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly keywords: string;
}

/** Several states that belong together. */
export const PATTERNS = [
  {
    id: 'retryWithBackoff',
    name: 'Retry with backoff',
    purpose: 'Try again, ever more slowly, then give up',
    keywords: 'error exponential jitter catch resilience',
  },
  {
    id: 'saga',
    name: 'Saga with compensation',
    purpose: 'Undo what was done when a later step fails',
    keywords: 'transaction rollback undo catch distributed',
  },
  {
    id: 'humanApproval',
    name: 'Human approval',
    purpose: 'Ask somebody, and wait for the answer',
    keywords: 'callback task token decision manual review sqs',
  },
  {
    id: 'pollUntilDone',
    name: 'Poll until done',
    purpose: 'Start a job, and look until it has ended',
    keywords: 'loop job status wait glue crawler',
  },
  {
    id: 'fanOut',
    name: 'Fan out, fan in',
    purpose: 'Do several things at once, and join the results',
    keywords: 'parallel concurrent scatter gather aggregate join',
  },
  {
    id: 'processCsv',
    name: 'Process a CSV from S3',
    purpose: 'A Distributed Map over the rows of a file',
    keywords: 'distributed map file large scale batch s3 etl',
  },
] as const satisfies readonly PatternInfo[];

export type ActionId = (typeof ACTIONS)[number]['id'];
export type PatternId = (typeof PATTERNS)[number]['id'];

/** What can be added to a workflow: a bare state, a call of a service, or several states that belong together. */
export type Blueprint =
  | { readonly kind: 'state'; readonly stateType: StateType }
  | { readonly kind: 'action'; readonly action: ActionId }
  | { readonly kind: 'pattern'; readonly pattern: PatternId };
