import { LAMBDA_TROUBLE, lambdaCall, payloadOnly } from './lambdaCall';
import type { Pattern } from './pattern.types';

/** A call that is tried again, ever more slowly and not all at once; then the error is told and the execution fails. */
export const retryWithBackoff: Pattern = (language) => ({
  'Call service': {
    ...lambdaCall(language, 'FunctionName'),
    ...payloadOnly(language),
    Retry: [
      {
        ErrorEquals: [...LAMBDA_TROUBLE, 'States.Timeout'],
        IntervalSeconds: 1,
        MaxAttempts: 5,
        BackoffRate: 2,
        MaxDelaySeconds: 60,
        JitterStrategy: 'FULL',
      },
    ],
    TimeoutSeconds: 30,
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Given up' }],
    End: true,
  },
  'Given up': {
    Type: 'Fail',
    ...(language === 'JSONata'
      ? { Error: '{% $states.input.Error %}', Cause: '{% $states.input.Cause %}' }
      : { ErrorPath: '$.Error', CausePath: '$.Cause' }),
  },
});
