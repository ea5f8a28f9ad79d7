import type { JsonObject } from '../../../json';
import type { QueryLanguage } from '../../../model';
import { fill, INPUT, taskFields } from '../taskTemplate';

/** A call of a function with the input, without transitions. @param name the placeholder of the function's name */
export const lambdaCall = (language: QueryLanguage, name: string): JsonObject =>
  taskFields(language, 'arn:aws:states:::lambda:invoke', {
    request: { FunctionName: fill(name), Payload: INPUT },
  });

/** Its payload goes on, and nothing else of its result. */
export const payloadOnly = (language: QueryLanguage): JsonObject =>
  language === 'JSONata' ? { Output: '{% $states.result.Payload %}' } : { OutputPath: '$.Payload' };

/** What Lambda itself answers when it is busy or ill. Source: developer guide, "Handle transient Lambda service exceptions". */
export const LAMBDA_TROUBLE: readonly string[] = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];
