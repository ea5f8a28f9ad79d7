import {
  CONTEXT_SHAPE,
  type EpochMs,
  isJsonObject,
  type Json,
  type JsonObject,
  jsonOf,
  type PathRoots,
  type State,
  toJson,
} from '../../../asl';
import { type TestStateRequest, testState } from '../../../interpreter';
import { stubAnswer } from '../../../services';
import type { SeenData } from '../../services.types';
import type { Around } from './place';

/** It is used for nothing, but a Task is not tried without. */
const ROLE = 'arn:aws:iam::123456789012:role/trial';
const NOW = 0 as EpochMs;

/** What the expressions of one field can read: values that are not known are left out. */
export interface Readable {
  readonly input: Json | undefined;
  /** `$` of a JSONPath expression. */
  readonly root: Json | undefined;
  readonly result: Json | undefined;
  readonly context: JsonObject;
  readonly variables: JsonObject;
}

/**
 * What an expression can read, by the data of the state.
 *
 * @param own the field it is the value of, when that is one of the state's own
 */
export async function readableAt(around: Around, own: string, seen: SeenData): Promise<Readable> {
  const input = jsonOf(seen.input);
  const variables = jsonOf(seen.variables);
  const common = {
    input,
    context: contextOf(around, seen),
    variables: variables !== undefined && isJsonObject(variables) ? variables : {},
  };
  const { state, inside } = around;
  if (!state || state.queryLanguage === 'JSONata') {
    return { ...common, root: input, result: jsonOf(seen.result) };
  }
  const stages = await stagesOf(state, seen);
  const result = jsonOf(seen.result) ?? jsonOf(stages.result);
  const came = jsonOf(stages.afterInputPath) ?? input;
  const roots: Readonly<Record<string, Json | undefined>> = {
    InputPath: input,
    ResultPath: input,
    ResultSelector: result,
    Assign: jsonOf(stages.afterResultSelector) ?? result ?? came,
    OutputPath: jsonOf(stages.afterResultPath) ?? came,
    Catch: { Error: '', Cause: '' },
  };
  const [field = own] = inside;
  return { ...common, result, root: Object.hasOwn(roots, field) ? roots[field] : came };
}

/** The roots that paths and expressions can begin with there. */
export function rootsOf(
  { language, inside }: Around,
  names: readonly string[],
  readable: Readable | undefined,
): PathRoots {
  const roots = new Map<string, Json | undefined>();
  const context = readable?.context ?? CONTEXT_SHAPE;
  if (language === 'JSONata') {
    roots.set('$states', {
      input: readable?.input ?? {},
      ...(readable?.result === undefined ? { result: {} } : { result: readable.result }),
      ...(inside[0] === 'Catch' ? { errorOutput: { Error: '', Cause: '' } } : {}),
      context,
    });
  } else {
    roots.set('$', readable?.root);
    roots.set('$$', context);
  }
  for (const name of names) {
    const known = readable?.variables ?? {};
    roots.set(`$${name}`, Object.hasOwn(known, name) ? known[name] : undefined);
  }
  return roots;
}

function contextOf({ state }: Around, { executionInput, input }: SeenData): JsonObject {
  const own: Json = { ...asObject(CONTEXT_SHAPE.Execution), Input: jsonOf(executionInput) ?? {} };
  const map: Json = { Item: { Index: 0, Value: jsonOf(input) ?? {} } };
  const named: Json = { ...asObject(CONTEXT_SHAPE.State), Name: state?.name ?? '' };
  return { ...CONTEXT_SHAPE, Execution: own, Map: map, State: named };
}

const asObject = (value: Json | undefined): JsonObject =>
  value !== undefined && isJsonObject(value) ? value : {};

async function stagesOf(state: State, seen: SeenData) {
  const definition = state.node && toJson(state.node);
  if (!definition || !isJsonObject(definition)) return {};
  const { Type } = state.definition;
  const asks = Type === 'Task' || Type === 'Map' || Type === 'Parallel';
  const answer = seen.result ?? (Type === 'Task' ? '{}' : '[]');
  const response = await tried(
    { ...definition, QueryLanguage: state.queryLanguage },
    seen,
    asks ? { mock: { result: answer, fieldValidationMode: 'NONE' } } : {},
  );
  return response?.inspectionData ?? {};
}

/** A value, or why there is none. */
export type Evaluated =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly reason: string };

/**
 * What one expression gives on the data of a state.
 *
 * @param expression a path or an intrinsic call, or the text of a JSONata string with its `{%`
 */
export async function evaluate(
  expression: string,
  { language }: Around,
  readable: Readable,
  seen: SeenData,
): Promise<Evaluated | undefined> {
  // Those of a callback and of a Map's item are refused where there is neither.
  const { Task, Map: item, ...plain } = readable.context;
  const context = JSON.stringify(plain);
  if (language === 'JSONata') {
    const result = readable.result ?? {};
    const definition = {
      Type: 'Task',
      Resource: FUNCTION,
      QueryLanguage: language,
      Output: expression,
      End: true,
    };
    const mock = { result: JSON.stringify(result), fieldValidationMode: 'NONE' } as const;
    return outcome(await tried(definition, seen, { context, mock }));
  }
  if (readable.root === undefined) return undefined;
  const definition = { Type: 'Pass', Parameters: { 'value.$': expression }, End: true };
  const input = JSON.stringify(readable.root);
  const tested = outcome(await tried(definition, { ...seen, input }, { context }));
  if (!tested?.ok || !isJsonObject(tested.value)) return tested;
  return tested.value.value === undefined ? undefined : { ok: true, value: tested.value.value };
}

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:trial';

async function tried(definition: JsonObject, seen: SeenData, more: Partial<TestStateRequest>) {
  const response = await testState(
    {
      definition: JSON.stringify(definition),
      input: seen.input,
      variables: seen.variables,
      inspectionLevel: 'DEBUG',
      roleArn: ROLE,
      ...more,
    },
    { now: NOW, callService: stubAnswer },
  );
  return 'code' in response ? undefined : response;
}

function outcome(response: Awaited<ReturnType<typeof tried>>): Evaluated | undefined {
  if (!response) return undefined;
  const value = response.status === 'SUCCEEDED' ? jsonOf(response.output) : undefined;
  if (value !== undefined) return { ok: true, value };
  const reason = response.cause ?? response.error;
  return reason === undefined ? undefined : { ok: false, reason };
}
