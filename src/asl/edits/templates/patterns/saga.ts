import type { JsonObject } from '../../../json';
import type { QueryLanguage } from '../../../model';
import { LAMBDA_TROUBLE, lambdaCall } from './lambdaCall';
import type { Pattern } from './pattern.types';
import { errorKept, resultKept } from './resultKept';

/** Three steps that belong together. When one fails, those before it are undone, the last one first. */
export const saga: Pattern = (language) => ({
  'Reserve stock': { ...step(language, 'ReserveStock', 'stock', 'Order failed'), Next: 'Charge payment' },
  'Charge payment': { ...step(language, 'ChargePayment', 'payment', 'Release stock'), Next: 'Book shipping' },
  'Book shipping': { ...step(language, 'BookShipping', 'shipping', 'Refund payment'), End: true },
  'Refund payment': { ...compensation(language, 'RefundPayment', 'refund'), Next: 'Release stock' },
  'Release stock': { ...compensation(language, 'ReleaseStock', 'release'), Next: 'Order failed' },
  'Order failed': {
    Type: 'Fail',
    Error: 'OrderFailed',
    Cause: 'A step failed, and the steps before it were undone.',
  },
});

const step = (language: QueryLanguage, name: string, key: string, undo: string): JsonObject => ({
  ...lambdaCall(language, `${name}Function`),
  ...resultKept(language, key, 'Payload'),
  Catch: [{ ErrorEquals: ['States.ALL'], ...errorKept(language), Next: undo }],
});

/** Has to succeed in the end: it is tried again until it does. */
const compensation = (language: QueryLanguage, name: string, key: string): JsonObject => ({
  ...lambdaCall(language, `${name}Function`),
  ...resultKept(language, key, 'Payload'),
  Retry: [
    {
      ErrorEquals: [...LAMBDA_TROUBLE, 'States.TaskFailed'],
      IntervalSeconds: 2,
      MaxAttempts: 10,
      BackoffRate: 2,
      MaxDelaySeconds: 300,
    },
  ],
});
