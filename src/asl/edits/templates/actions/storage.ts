import { EXECUTION_NAME, fill, INPUT, type TaskTemplate } from '../taskTemplate';

const TableName = fill('TableName');
const Bucket = fill('BucketName');
const Key = { id: { S: EXECUTION_NAME } };

/** Tables and buckets. */
export const STORAGE = {
  'dynamodb:getItem': { request: { TableName, Key } },
  'dynamodb:putItem': { request: { TableName, Item: { ...Key, status: { S: 'NEW' } } } },
  'dynamodb:updateItem': {
    request: {
      TableName,
      Key,
      UpdateExpression: 'SET #status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': { S: 'DONE' } },
    },
  },
  'dynamodb:deleteItem': { request: { TableName, Key } },
  'aws-sdk:dynamodb:query': {
    request: {
      TableName,
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': { S: EXECUTION_NAME } },
    },
  },
  'aws-sdk:s3:getObject': { request: { Bucket, Key: fill('ObjectKey') } },
  'aws-sdk:s3:putObject': { request: { Bucket, Key: fill('ObjectKey'), Body: INPUT } },
  'aws-sdk:s3:copyObject': {
    request: {
      Bucket,
      Key: fill('ObjectKey'),
      CopySource: `${fill('SourceBucketName')}/${fill('SourceObjectKey')}`,
    },
  },
} as const satisfies Readonly<Record<string, TaskTemplate>>;
