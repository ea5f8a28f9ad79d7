import { isJsonObject, type Json, type JsonArray, type JsonObject } from '../../../asl';
import type { JsonataTemplate, StatesVariable } from '../compiled.types';
import type { EvaluationScope } from '../evaluationScope';
import { Failure } from '../failure';
import { compileExpression } from './expression';
import { expressionText } from './expressionText';

type Evaluated = Json | Failure | Promise<Json | Failure>;

/**
 * Compiles a field of a JSONata state: strings `{% %}` anywhere in it are expressions, everything else is
 * taken as it stands and shared. Expressions are evaluated in the order they are written; the first failure
 * is the result and names its place, e.g. `Output/a/b[0]`.
 *
 * @param field the field's name: `Output`, `Arguments`, `Choices[0]/Output`
 * Recorded: outputdecl/test_base_cases, assign/test_undefined_reference.
 */
export function compileJsonataTemplate(value: Json, field: string): JsonataTemplate {
  if (typeof value === 'string') {
    const text = expressionText(value);
    return text === undefined ? constant(value) : compileExpression(text, field);
  }
  if (Array.isArray(value)) return compileArray(value, field);
  return isJsonObject(value) ? compileObject(value, field) : constant(value);
}

const constant = (value: Json): JsonataTemplate => ({ isStatic: true, evaluate: () => value });

function compileArray(list: JsonArray, field: string): JsonataTemplate {
  const items = list.map((item, index) => compileJsonataTemplate(item, `${field}[${index}]`));
  if (items.every((item) => item.isStatic)) return constant(list);
  return gathering(items, (values) => values);
}

function compileObject(object: JsonObject, field: string): JsonataTemplate {
  const parts = Object.entries(object).flatMap(([key, value]) => {
    const part = compileJsonataTemplate(value, `${field}/${key}`);
    return part.isStatic ? [] : [{ key, part }];
  });
  if (parts.length === 0) return constant(object);
  const keys = parts.map(({ key }) => key);
  return gathering(
    parts.map(({ part }) => part),
    (values) => {
      // Every key is an own property of the copy, so no assignment reaches a setter such as `__proto__`.
      const result: Record<string, Json> = { ...object };
      keys.forEach((key, index) => {
        result[key] = values[index] ?? null;
      });
      return result;
    },
  );
}

/** Evaluates parts one after the other and builds a value of theirs; waits only from the first promise on. */
function gathering(
  parts: readonly JsonataTemplate[],
  build: (values: readonly Json[]) => Json,
): JsonataTemplate {
  const goOn = async (
    values: Json[],
    pending: Promise<Json | Failure>,
    states: StatesVariable,
    scope: EvaluationScope,
  ): Promise<Json | Failure> => {
    const awaited = await pending;
    if (awaited instanceof Failure) return awaited;
    values.push(awaited);
    for (const part of parts.slice(values.length)) {
      const value = await part.evaluate(states, scope);
      if (value instanceof Failure) return value;
      values.push(value);
    }
    return build(values);
  };
  const evaluate = (states: StatesVariable, scope: EvaluationScope): Evaluated => {
    const values: Json[] = [];
    for (const part of parts) {
      const value = part.evaluate(states, scope);
      if (value instanceof Promise) return goOn(values, value, states, scope);
      if (value instanceof Failure) return value;
      values.push(value);
    }
    return build(values);
  };
  return { isStatic: false, evaluate };
}
