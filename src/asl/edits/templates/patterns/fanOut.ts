import type { JsonObject } from '../../../json';
import type { QueryLanguage } from '../../../model';
import { lambdaCall, payloadOnly } from './lambdaCall';
import type { Pattern } from './pattern.types';

/** Three calls at once with the same input; their results become one object. */
export const fanOut: Pattern = (language) => ({
  'Look up everything': {
    Type: 'Parallel',
    Branches: [
      branch(language, 'Get customer', 'GetCustomerFunction'),
      branch(language, 'Get orders', 'GetOrdersFunction'),
      branch(language, 'Get payments', 'GetPaymentsFunction'),
    ],
    Next: 'Join results',
  },
  'Join results': {
    Type: 'Pass',
    ...(language === 'JSONata'
      ? {
          Output: {
            customer: '{% $states.input[0] %}',
            orders: '{% $states.input[1] %}',
            payments: '{% $states.input[2] %}',
          },
        }
      : { Parameters: { 'customer.$': '$[0]', 'orders.$': '$[1]', 'payments.$': '$[2]' } }),
    End: true,
  },
});

const branch = (language: QueryLanguage, name: string, functionName: string): JsonObject => ({
  StartAt: name,
  States: { [name]: { ...lambdaCall(language, functionName), ...payloadOnly(language), End: true } },
});
