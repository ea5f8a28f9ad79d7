/**
 * What services return, as far as a mocked result is checked: `service:action` of the Resource, then the response's
 * fields. In a shape, `s` is a text, `n` a number, `b` a boolean, `t` a timestamp (a text), `j` anything; `{...}` an object,
 * `[...]` a list, `<...>` a map; `!` marks a required field, `s1` a least length, `n1..9` a range, `A|B` the texts allowed.
 * Source: the services' API references, with field names in the case that Step Functions uses.
 */
export const SERVICE_SHAPES: Readonly<Record<string, string>> = {
  'lambda:invoke': 'StatusCode:n FunctionError:s LogResult:s Payload:j ExecutedVersion:s',
  'events:putEvents': 'FailedEntryCount:n Entries:[{EventId:s ErrorCode:s ErrorMessage:s}]',
  'states:startExecution': 'ExecutionArn:s1! StartDate:t!',
  'states:describeExecution':
    'ExecutionArn:s1! StateMachineArn:s1! Name:s1 Status:RUNNING|SUCCEEDED|FAILED|TIMED_OUT|ABORTED|PENDING_REDRIVE! StartDate:t! StopDate:t Input:j InputDetails:{Included:b} Output:j OutputDetails:{Included:b} TraceHeader:s MapRunArn:s1 Error:s Cause:s StateMachineVersionArn:s1 StateMachineAliasArn:s1 RedriveCount:n RedriveDate:t RedriveStatus:REDRIVABLE|NOT_REDRIVABLE|REDRIVABLE_BY_MAP_RUN RedriveStatusReason:s',
  'states:startSyncExecution':
    'ExecutionArn:s1! StateMachineArn:s1 Name:s1 StartDate:t! StopDate:t! Status:SUCCEEDED|FAILED|TIMED_OUT! Error:s Cause:s Input:s InputDetails:{Included:b} Output:s OutputDetails:{Included:b} TraceHeader:s BillingDetails:{BilledMemoryUsedInMB:n0.. BilledDurationInMilliseconds:n0..}',
  'sqs:sendMessage':
    'MD5OfMessageBody:s MD5OfMessageAttributes:s MD5OfMessageSystemAttributes:s MessageId:s SequenceNumber:s',
  'sns:publish': 'MessageId:s SequenceNumber:s',
  'dynamodb:getItem': 'Item:<{}> ConsumedCapacity:@capacity',
  'dynamodb:putItem':
    'Attributes:<{}> ConsumedCapacity:@capacity ItemCollectionMetrics:{ItemCollectionKey:<{}> SizeEstimateRangeGB:[n]}',
  'dynamodb:updateItem':
    'Attributes:<{}> ConsumedCapacity:@capacity ItemCollectionMetrics:{ItemCollectionKey:<{}> SizeEstimateRangeGB:[n]}',
  'dynamodb:deleteItem':
    'Attributes:<{}> ConsumedCapacity:@capacity ItemCollectionMetrics:{ItemCollectionKey:<{}> SizeEstimateRangeGB:[n]}',
  'dynamodb:query': 'Items:[<{}>] Count:n ScannedCount:n LastEvaluatedKey:<{}> ConsumedCapacity:@capacity',
  'dynamodb:scan': 'Items:[<{}>] Count:n ScannedCount:n LastEvaluatedKey:<{}> ConsumedCapacity:@capacity',
  'batch:submitJob': 'JobArn:s JobName:s! JobId:s!',
  'ecs:runTask':
    'Tasks:[{TaskArn:s ClusterArn:s TaskDefinitionArn:s LastStatus:s DesiredStatus:s Containers:[{ContainerArn:s ExitCode:n Name:s LastStatus:s}] Cpu:s Memory:s}] Failures:[{Arn:s Reason:s Detail:s}]',
  'glue:startJobRun': 'JobRunId:s1',
  'glue:getJobRun':
    'JobRun:{Id:s1 Attempt:n JobName:s1 StartedOn:t LastModifiedOn:t CompletedOn:t JobRunState:STARTING|RUNNING|STOPPING|STOPPED|SUCCEEDED|FAILED|TIMEOUT|ERROR|WAITING|EXPIRED ErrorMessage:s ExecutionTime:n Timeout:n1.. MaxCapacity:n NumberOfWorkers:n}',
  'athena:startQueryExecution': 'QueryExecutionId:s1',
  'athena:getQueryExecution':
    'QueryExecution:{QueryExecutionId:s1 Query:s1 StatementType:DDL|DML|UTILITY Status:{State:QUEUED|RUNNING|SUCCEEDED|FAILED|CANCELLED StateChangeReason:s SubmissionDateTime:t CompletionDateTime:t} Statistics:{EngineExecutionTimeInMillis:n DataScannedInBytes:n} WorkGroup:s}',
  'athena:getQueryResults':
    'UpdateCount:n ResultSet:{Rows:[{Data:[{VarCharValue:s}]}] ResultSetMetadata:{ColumnInfo:[{Name:s! Type:s!}]}} NextToken:s1',
  'codebuild:startBuild':
    'Build:{Id:s1 Arn:s1 BuildNumber:n BuildStatus:SUCCEEDED|FAILED|FAULT|TIMED_OUT|IN_PROGRESS|STOPPED BuildComplete:b StartTime:t EndTime:t ProjectName:s1}',
  'sagemaker:createTrainingJob': 'TrainingJobArn:s!',
  'sagemaker:createTransformJob': 'TransformJobArn:s!',
  'sagemaker:createProcessingJob': 'ProcessingJobArn:s!',
  'bedrock:invokeModel': 'Body:j ContentType:s!',
  'eks:createCluster':
    'Cluster:{Name:s Arn:s CreatedAt:t Version:s Endpoint:s RoleArn:s Status:CREATING|ACTIVE|DELETING|FAILED|UPDATING|PENDING}',
  'elasticmapreduce:createCluster': 'ClusterId:s ClusterArn:s1',
  'elasticmapreduce:addStep': 'StepId:s',
  'apigateway:invoke': 'Headers:<j> ResponseBody:j StatusCode:n StatusText:s',
  'http:invoke': 'Headers:<j> ResponseBody:j StatusCode:n StatusText:s',
  'aws-sdk:kms:encrypt':
    'CiphertextBlob:s1 KeyId:s1 EncryptionAlgorithm:SYMMETRIC_DEFAULT|RSAES_OAEP_SHA_1|RSAES_OAEP_SHA_256|SM2PKE',
  'aws-sdk:kms:decrypt':
    'KeyId:s1 Plaintext:s1 EncryptionAlgorithm:SYMMETRIC_DEFAULT|RSAES_OAEP_SHA_1|RSAES_OAEP_SHA_256|SM2PKE CiphertextForRecipient:s1',
  'aws-sdk:lambda:getFunction':
    'Configuration:@function Code:{RepositoryType:s Location:s ImageUri:s ResolvedImageUri:s SourceKMSKeyArn:s} Tags:<s> Concurrency:{ReservedConcurrentExecutions:n0..}',
  'aws-sdk:lambda:getFunctionConfiguration': '@function',
  'aws-sdk:lambda:invoke': 'StatusCode:n FunctionError:s LogResult:s Payload:j ExecutedVersion:s',
  'aws-sdk:s3:getObject':
    'Body:j DeleteMarker:b AcceptRanges:s Expiration:s Restore:s LastModified:t ContentLength:n ETag:s MissingMeta:n VersionId:s CacheControl:s ContentDisposition:s ContentEncoding:s ContentLanguage:s ContentRange:s ContentType:s Expires:t ServerSideEncryption:AES256|aws:fsx|aws:kms|aws:kms:dsse Metadata:<s> SSECustomerAlgorithm:s SSEKMSKeyId:s BucketKeyEnabled:b StorageClass:@storage RequestCharged:requester ReplicationStatus:COMPLETE|PENDING|FAILED|REPLICA|COMPLETED PartsCount:n TagCount:n ObjectLockMode:GOVERNANCE|COMPLIANCE ObjectLockRetainUntilDate:t ObjectLockLegalHoldStatus:ON|OFF',
  'aws-sdk:s3:putObject':
    'Expiration:s ETag:s ServerSideEncryption:AES256|aws:fsx|aws:kms|aws:kms:dsse VersionId:s BucketKeyEnabled:b Size:n RequestCharged:requester',
  'aws-sdk:s3:listObjectsV2':
    'IsTruncated:b Contents:[{Key:s1 LastModified:t ETag:s Size:n StorageClass:@storage}] Name:s Prefix:s Delimiter:s MaxKeys:n CommonPrefixes:[{Prefix:s}] KeyCount:n ContinuationToken:s NextContinuationToken:s StartAfter:s',
  'aws-sdk:sfn:startExecution': 'ExecutionArn:s1! StartDate:t!',
  'aws-sdk:sfn:describeExecution':
    'ExecutionArn:s1! StateMachineArn:s1! Name:s1 Status:RUNNING|SUCCEEDED|FAILED|TIMED_OUT|ABORTED|PENDING_REDRIVE! StartDate:t! StopDate:t Input:s Output:s Error:s Cause:s RedriveCount:n',
  'aws-sdk:secretsmanager:getSecretValue':
    'ARN:s Name:s1 VersionId:s SecretBinary:s SecretString:s VersionStages:[s] CreatedDate:t',
  'aws-sdk:ssm:getParameter':
    'Parameter:{Name:s1 Type:String|StringList|SecureString Value:s Version:n Selector:s SourceResult:s LastModifiedDate:t ARN:s DataType:s}',
  'aws-sdk:sqs:sendMessage':
    'MD5OfMessageBody:s MD5OfMessageAttributes:s MD5OfMessageSystemAttributes:s MessageId:s SequenceNumber:s',
  'aws-sdk:sns:publish': 'MessageId:s SequenceNumber:s',
  'aws-sdk:eventbridge:putEvents': 'FailedEntryCount:n Entries:[{EventId:s ErrorCode:s ErrorMessage:s}]',
};

/** Shapes that others refer to by `@name`. */
export const NAMED_SHAPES: Readonly<Record<string, string>> = {
  capacity:
    '{TableName:s1 CapacityUnits:n ReadCapacityUnits:n WriteCapacityUnits:n Table:{ReadCapacityUnits:n WriteCapacityUnits:n CapacityUnits:n}}',
  storage:
    'STANDARD|REDUCED_REDUNDANCY|STANDARD_IA|ONEZONE_IA|INTELLIGENT_TIERING|GLACIER|DEEP_ARCHIVE|OUTPOSTS|GLACIER_IR|SNOW|EXPRESS_ONEZONE|FSX_OPENZFS',
  function:
    '{FunctionName:s FunctionArn:s Runtime:s Role:s Handler:s CodeSize:n Description:s Timeout:n1.. MemorySize:n128..10240 LastModified:s CodeSha256:s Version:s1 State:Pending|Active|Inactive|Failed StateReason:s LastUpdateStatus:Successful|Failed|InProgress PackageType:Zip|Image Architectures:[x86_64|arm64] EphemeralStorage:{Size:n512..10240!} Environment:{Variables:<s>} Layers:[{Arn:s1 CodeSize:n}]}',
};

/** What `.sync` waits for: its result is that of another action. */
export const POLLED_ACTIONS: Readonly<Record<string, string>> = {
  'states:startExecution': 'states:describeExecution',
  'glue:startJobRun': 'glue:getJobRun',
  'athena:startQueryExecution': 'athena:getQueryExecution',
};
