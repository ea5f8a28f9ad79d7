/** SDK actions that workflows often call, by service as an ARN spells it. Any other action may be written, too. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  s3: ['getObject', 'putObject', 'copyObject', 'deleteObject', 'headObject', 'listObjectsV2'],
  dynamodb: ['query', 'scan', 'batchGetItem', 'batchWriteItem', 'transactWriteItems', 'executeStatement'],
  sqs: ['sendMessageBatch', 'receiveMessage', 'deleteMessage', 'getQueueAttributes'],
  sfn: ['startExecution', 'startSyncExecution', 'describeExecution', 'stopExecution', 'sendTaskSuccess'],
  lambda: ['invoke', 'listFunctions', 'updateFunctionCode'],
  secretsmanager: ['getSecretValue', 'putSecretValue'],
  ssm: ['getParameter', 'getParametersByPath', 'putParameter', 'startAutomationExecution'],
  ec2: ['describeInstances', 'startInstances', 'stopInstances'],
  ecs: ['describeTasks', 'runTask', 'stopTask'],
  rds: ['createDBSnapshot', 'describeDBInstances', 'startDBInstance', 'stopDBInstance'],
  rdsdata: ['executeStatement', 'batchExecuteStatement'],
  redshiftdata: ['executeStatement', 'describeStatement', 'getStatementResult'],
  sesv2: ['sendEmail'],
  cloudwatch: ['putMetricData', 'getMetricData'],
  eventbridge: ['putEvents'],
  kinesis: ['putRecord', 'putRecords'],
  textract: ['analyzeDocument', 'startDocumentAnalysis', 'getDocumentAnalysis'],
  rekognition: ['detectLabels', 'detectText', 'startLabelDetection', 'getLabelDetection'],
  comprehend: ['detectSentiment', 'detectEntities'],
  transcribe: ['startTranscriptionJob', 'getTranscriptionJob'],
  bedrockruntime: ['converse', 'invokeModel'],
};

/** As a Resource names them: `aws-sdk:s3:getObject`. */
export const SDK_ACTIONS: readonly string[] = Object.entries(ACTIONS).flatMap(([service, actions]) =>
  actions.map((action) => `aws-sdk:${service}:${action}`),
);
