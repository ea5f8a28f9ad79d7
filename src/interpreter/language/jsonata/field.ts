import type { Json } from '../../../asl';
import type { StatesVariable } from '../../data/compiled.types';
import { Failure } from '../../data/failure';
import { compileJsonataTemplate } from '../../data/jsonata/template';
import { jsonText } from '../../data/jsonText';
import { QUERY_ERROR } from '../../errorNames';
import type { Field } from '../language.types';
import { type Evaluated, PENDING, type Visit } from '../visit.types';

/** A field that may hold JSONata expressions, with `$states` as the caller gives it. */
export type JsonataField = (visit: Visit, states: StatesVariable) => Evaluated<Json>;

/**
 * Compiles a field. An expression that needs the asynchronous library answers `PENDING` and makes the execution
 * wait; taken again, the step finds the value.
 */
export function jsonataField(value: Json, name: string): JsonataField {
  const template = compileJsonataTemplate(value, name);
  if (template.isStatic) return (visit, states) => template.evaluate(states, visit) as Json | Failure;
  return (visit, states) => {
    const known = visit.settled(template);
    if (known !== undefined) return known;
    const result = template.evaluate(states, visit);
    if (!(result instanceof Promise)) return result;
    visit.settle(template, result);
    return PENDING;
  };
}

/** A field that reads nothing but the state's input. */
export function inputField(value: Json, name: string): Field<Json> {
  const field = jsonataField(value, name);
  return (visit) => field(visit, { input: visit.input });
}

/** A field whose value must have one type. Recorded: scenarios/test_map_state_items_eval_jsonata_fail. */
export function typedField<T extends Json>(
  value: Json,
  name: string,
  expected: string,
  isExpected: (value: Json) => value is T,
): Field<T> {
  const field = inputField(value, name);
  return (visit) => {
    const found = field(visit);
    if (found === PENDING || found instanceof Failure) return found;
    return isExpected(found) ? found : wrongType(value, name, expected, found);
  };
}

function wrongType(value: Json, name: string, expected: string, found: Json): Failure {
  const expression = typeof value === 'string' ? expressionOf(value) : jsonText(value);
  return new Failure(
    QUERY_ERROR,
    `The JSONata expression '${expression}' specified for the field '${name}' returned an unexpected result type. Expected '${expected}', but was '${typeName(found)}' for value: ${jsonText(found)}`,
    name,
  );
}

/** The text between `{%` and `%}`. */
function expressionOf(text: string): string {
  const inner = /^\{%([\s\S]*)%\}$/.exec(text);
  return (inner?.[1] ?? text).trim();
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

export const isNumber = (value: Json): value is number => typeof value === 'number';
export const isString = (value: Json): value is string => typeof value === 'string';
export const isBoolean = (value: Json): value is boolean => typeof value === 'boolean';
