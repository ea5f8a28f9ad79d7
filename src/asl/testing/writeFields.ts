import type { Json, JsonObject } from '../json';
import type { QueryLanguage, StateType } from '../model';
import type { StateShape } from './definitionShape';

const RESOURCES = [
  'arn:aws:states:::lambda:invoke',
  'arn:aws:lambda:us-east-1:123456789012:function:Charge',
  'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  'arn:aws:states:::aws-sdk:dynamodb:putItem',
  'arn:aws:states:us-east-1:123456789012:activity:Approve',
];

/** One of several, by the shape's number. */
const pick = <Value>(form: number, first: Value, ...others: readonly Value[]): Value =>
  [first, ...others][form % (others.length + 1)] ?? first;

/** The fields that belong to a type, Type first, transitions and handlers left out. */
export function typeFields(
  type: StateType,
  { form, payload }: StateShape,
  language: QueryLanguage,
  scopes: readonly JsonObject[] = [],
): JsonObject {
  const jsonata = language === 'JSONata';
  switch (type) {
    case 'Task': {
      const Resource = RESOURCES[form % RESOURCES.length] ?? '';
      const timeout: JsonObject = form % 4 === 0 ? { TimeoutSeconds: 30 + form } : {};
      return jsonata
        ? { Type: type, Resource, Arguments: { in: '{% $states.input %}' }, ...timeout }
        : { Type: type, Resource, Parameters: { 'in.$': '$' }, ...timeout };
    }
    case 'Pass':
      return jsonata
        ? { Type: type, Output: payload, Assign: { seen: true } }
        : { Type: type, Result: payload, ResultPath: pick<string | null>(form, '$', '$.result', null) };
    case 'Wait':
      return jsonata
        ? { Type: type, Seconds: pick<Json>(form, 1, '{% 60 * 60 %}') }
        : {
            Type: type,
            ...pick<JsonObject>(
              form,
              { Seconds: form },
              { SecondsPath: '$.seconds' },
              { Timestamp: '2030-01-01T00:00:00Z' },
              { TimestampPath: '$.due' },
            ),
          };
    case 'Fail':
      return pick<JsonObject>(form, { Type: type }, { Type: type, Error: 'Custom.Error', Cause: 'told so' });
    case 'Parallel':
      return { Type: type, Branches: scopes };
    case 'Map': {
      const processor = scopes[0] ?? {};
      const distributed = {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        ...processor,
      };
      const items: JsonObject = jsonata ? { Items: '{% [1, 2, 3] %}' } : { ItemsPath: '$.items' };
      return pick<JsonObject>(
        form,
        { Type: type, ...items, ItemProcessor: processor, MaxConcurrency: form % 5 },
        { Type: type, ...items, ItemProcessor: distributed },
        { Type: type, ...items, Iterator: processor },
      );
    }
    case 'Choice':
    case 'Succeed':
      return { Type: type };
  }
}

/** Retry and Catch, for the types that have them. */
export function handlers(
  type: StateType,
  { retriers, catchers, form }: StateShape,
  language: QueryLanguage,
  nameAt: (position: number) => string,
): JsonObject {
  if (type !== 'Task' && type !== 'Parallel' && type !== 'Map') return {};
  const Retry = retriers.map(({ error, attempts }) => ({
    ErrorEquals: [error],
    ...(attempts === undefined
      ? {}
      : { MaxAttempts: attempts, IntervalSeconds: 1 + attempts, BackoffRate: 1.5 }),
  }));
  const Catch = catchers.map((target, index) => ({
    ErrorEquals: index === catchers.length - 1 ? ['States.ALL'] : ['States.Timeout', 'Custom.Error'],
    ...(language === 'JSONPath' && form % 2 === 0 ? { ResultPath: '$.error' } : {}),
    Next: nameAt(target),
  }));
  return { ...(Retry.length > 0 ? { Retry } : {}), ...(Catch.length > 0 ? { Catch } : {}) };
}

export function choiceRule(form: number, language: QueryLanguage, Next: string): JsonObject {
  if (language === 'JSONata') {
    return { Condition: pick<Json>(form, '{% $states.input.total > 100 %}', true, false), Next };
  }
  const test = { Variable: '$.total', IsPresent: true };
  return pick<JsonObject>(
    form,
    { ...test, Next },
    { And: [test, { Variable: '$.total', NumericGreaterThan: form }], Next },
    { Or: [{ Not: test }, { Variable: '$.kind', StringMatches: 'a*' }], Next, Comment: 'either way' },
    { Variable: '$.kind', StringEqualsPath: '$.other', Next },
  );
}
