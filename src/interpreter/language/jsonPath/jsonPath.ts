import type { Catcher, ChoiceState, Json, TaskState } from '../../../asl';
import { isJsonObject } from '../../../asl';
import { compileChoiceExpression } from '../../data/choice';
import { compileDynamicValue } from '../../data/dynamicValue';
import { Failure } from '../../data/failure';
import { compileTemplate } from '../../data/template';
import { printed, runtimeFailure } from '../failures';
import type { Field, Language, OutcomeFlow } from '../language.types';
import { jsonPathBatcher, jsonPathDestination, jsonPathReader } from './distributedMap';
import { assignment, jsonPathFlow, resultPlace } from './flow';
import { jsonPathItemSelector, jsonPathItems, jsonPathMapLimits } from './map';
import { secondsAt } from './numbers';
import { jsonPathWait } from './wait';

/** The JSONPath query language. */
export const JSON_PATH: Language = {
  flow: jsonPathFlow,
  waitUntil: jsonPathWait,
  conditions,
  ruleFlow: ({ Choices }, rule, own) => ({
    output: own.output,
    assign: assignment(Choices[rule]?.Assign),
  }),
  catcherFlow,
  timeoutSeconds: ({ TimeoutSeconds, TimeoutSecondsPath }) =>
    seconds('TimeoutSecondsPath', TimeoutSeconds, TimeoutSecondsPath),
  heartbeatSeconds: ({ HeartbeatSeconds, HeartbeatSecondsPath }) =>
    seconds('HeartbeatSecondsPath', HeartbeatSeconds, HeartbeatSecondsPath),
  roleArn,
  error: ({ Error: literal, ErrorPath }) => text('ErrorPath', literal, ErrorPath),
  cause: ({ Cause, CausePath }) => text('CausePath', Cause, CausePath),
  items: jsonPathItems,
  itemSelector: jsonPathItemSelector,
  mapLimits: jsonPathMapLimits,
  reader: jsonPathReader,
  batcher: jsonPathBatcher,
  destination: jsonPathDestination,
};

function conditions(definition: ChoiceState): readonly Field<boolean>[] {
  return definition.Choices.map(({ expression }) => {
    const holds = compileChoiceExpression(expression);
    return (visit) => holds(visit.effective, visit);
  });
}

/** The error output goes to the catcher's ResultPath of the raw input; nothing else of the state applies. */
function catcherFlow(catcher: Catcher): OutcomeFlow {
  const place = resultPlace(catcher.ResultPath);
  return {
    output: (visit, error) => (place === undefined ? error : place(visit.input, error)),
    assign: assignment(catcher.Assign),
  };
}

function seconds(
  field: string,
  literal: number | string | undefined,
  path: string | undefined,
): Field<number> | undefined {
  if (path !== undefined) return secondsAt(field, path);
  return typeof literal === 'number' ? () => literal : undefined;
}

/** Fail's Error and Cause: a text, or a path or intrinsic function that gives one. */
function text(
  field: string,
  literal: string | undefined,
  path: string | undefined,
): Field<string> | undefined {
  if (path === undefined) return literal === undefined ? undefined : () => literal;
  const value = compileDynamicValue(path, field);
  return (visit) => {
    const found = value.evaluate(visit.input, visit);
    return found instanceof Failure ? found : printed(found);
  };
}

function roleArn({ Credentials }: TaskState): Field<string> | undefined {
  if (Credentials === undefined) return undefined;
  const template = compileTemplate(Credentials);
  return (visit) => {
    const credentials = template.evaluate(visit.effective, visit);
    if (credentials instanceof Failure) return credentials;
    const role: Json | undefined = isJsonObject(credentials) ? credentials.RoleArn : undefined;
    return typeof role === 'string'
      ? role
      : runtimeFailure('The field RoleArn of Credentials must be a string.');
  };
}
