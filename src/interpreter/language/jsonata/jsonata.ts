import type { ChoiceState, Json, TaskState } from '../../../asl';
import { isJsonObject } from '../../../asl';
import type { Field, Language } from '../language.types';
import { jsonataBatcher, jsonataDestination, jsonataReader } from './distributedMap';
import { isBoolean, isNumber, isString, typedField } from './field';
import { catcherFlow, jsonataFlow, ruleFlow } from './flow';
import { jsonataItemSelector, jsonataItems, jsonataMapLimits } from './map';
import { jsonataWait } from './wait';

/** The JSONata query language. */
export const JSONATA: Language = {
  flow: jsonataFlow,
  waitUntil: jsonataWait,
  conditions,
  ruleFlow: ({ Choices }, rule) => ruleFlow(Choices[rule]?.Output, Choices[rule]?.Assign, rule),
  catcherFlow: ({ Output, Assign }, index) => catcherFlow(Output, Assign, index),
  timeoutSeconds: ({ TimeoutSeconds }) => seconds('TimeoutSeconds', TimeoutSeconds),
  heartbeatSeconds: ({ HeartbeatSeconds }) => seconds('HeartbeatSeconds', HeartbeatSeconds),
  roleArn,
  error: ({ Error: value }) => text('Error', value),
  cause: ({ Cause }) => text('Cause', Cause),
  items: jsonataItems,
  itemSelector: jsonataItemSelector,
  mapLimits: jsonataMapLimits,
  reader: jsonataReader,
  batcher: jsonataBatcher,
  destination: jsonataDestination,
};

/** A Condition is an expression or a literal boolean. */
function conditions(definition: ChoiceState): readonly Field<boolean>[] {
  return definition.Choices.map(({ expression }, index) => {
    if (expression.kind !== 'condition') return () => false;
    const { condition } = expression;
    if (typeof condition === 'boolean') return () => condition;
    return typedField(condition, `Choices[${index}]/Condition`, 'boolean', isBoolean);
  });
}

function seconds(name: string, value: number | string | undefined): Field<number> | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'number' ? () => value : typedField(value, name, 'number', isNumber);
}

const text = (name: string, value: string | undefined): Field<string> | undefined =>
  value === undefined ? undefined : typedField(value, name, 'string', isString);

function roleArn({ Credentials }: TaskState): Field<string> | undefined {
  const value: Json | undefined =
    Credentials !== undefined && isJsonObject(Credentials) ? Credentials.RoleArn : undefined;
  return value === undefined ? undefined : typedField(value, 'Credentials/RoleArn', 'string', isString);
}
