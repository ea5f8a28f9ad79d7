import { fill } from '../taskTemplate';
import { LAMBDA_TROUBLE, lambdaCall, payloadOnly } from './lambdaCall';
import type { Pattern } from './pattern.types';

/** The rows of a CSV in a bucket, a hundred at a time, each hundred in an execution of its own; results go to the bucket. */
export const processCsv: Pattern = (language) => {
  const request = language === 'JSONata' ? 'Arguments' : 'Parameters';
  const Bucket = fill('BucketName');
  return {
    'Process CSV': {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
        [request]: { Bucket, Key: fill('CsvKey') },
      },
      ItemBatcher: { MaxItemsPerBatch: 100 },
      MaxConcurrency: 50,
      ToleratedFailurePercentage: 5,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Process rows',
        States: {
          'Process rows': {
            ...lambdaCall(language, 'ProcessRowsFunction'),
            ...payloadOnly(language),
            Retry: [{ ErrorEquals: LAMBDA_TROUBLE, IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2 }],
            End: true,
          },
        },
      },
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        [request]: { Bucket, Prefix: 'results' },
      },
      Catch: [
        { ErrorEquals: ['States.ItemReaderFailed'], Next: 'CSV not readable' },
        { ErrorEquals: ['States.ExceedToleratedFailureThreshold'], Next: 'Too many rows failed' },
      ],
      End: true,
    },
    'CSV not readable': { Type: 'Fail', Error: 'CsvNotReadable', Cause: 'The file could not be read.' },
    'Too many rows failed': {
      Type: 'Fail',
      Error: 'TooManyRowsFailed',
      Cause: 'More than 5 % of the rows failed.',
    },
  };
};
