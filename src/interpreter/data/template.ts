import { isJsonObject, type Json, type JsonArray, type JsonObject } from '../../asl';
import type { CompiledTemplate, CompiledValue } from './compiled.types';
import { compileDynamicValue } from './dynamicValue';
import type { EvaluationScope } from './evaluationScope';
import { Failure } from './failure';
import { javaHashOrder } from './javaHashOrder';

const DYNAMIC_SUFFIX = '.$';

/**
 * Compiles a payload template: the value of a key that ends in `.$` is a path or an intrinsic function and
 * is evaluated, everything else is taken as it stands and shared. Keys come out as AWS orders them: literal
 * ones as written, then the dynamic ones as a Java HashMap lists them. The first failure is the result.
 * Source: ASL specification, "Payload Template"; Recorded: assign/test_base_cases, scenarios/test_invalid_jsonpath.
 */
export function compileTemplate(template: Json): CompiledTemplate {
  if (Array.isArray(template)) return compileArray(template);
  return isJsonObject(template) ? compileObject(template) : constant(template);
}

const constant = (value: Json): CompiledTemplate => ({ isStatic: true, evaluate: () => value });

function compileArray(template: JsonArray): CompiledTemplate {
  const items = template.map(compileTemplate);
  if (items.every((item) => item.isStatic)) return constant(template);
  return {
    isStatic: false,
    evaluate: (root, scope) => {
      const result: Json[] = [];
      for (const item of items) {
        const value = item.evaluate(root, scope);
        if (value instanceof Failure) return value;
        result.push(value);
      }
      return result;
    },
  };
}

function compileObject(template: JsonObject): CompiledTemplate {
  const dynamicKeys: string[] = [];
  const dynamic = new Map<string, CompiledValue>();
  const literal = new Map<string, Json>();
  for (const [key, value] of Object.entries(template)) {
    if (key.endsWith(DYNAMIC_SUFFIX)) {
      const name = key.slice(0, -DYNAMIC_SUFFIX.length);
      dynamicKeys.push(name);
      dynamic.set(name, compileDynamicValue(value, key));
    } else {
      literal.set(key, value);
      const child = compileTemplate(value);
      if (!child.isStatic) dynamic.set(key, child);
    }
  }
  if (dynamic.size === 0) return constant(template);
  const keys = [...literal.keys(), ...javaHashOrder(dynamicKeys)];
  const slots = [...new Set(keys)].flatMap((key) => {
    const value = dynamic.get(key);
    return value ? [{ key, evaluate: value.evaluate }] : [];
  });
  return { isStatic: false, evaluate: builder(keys, literal, slots) };
}

interface Slot {
  readonly key: string;
  readonly evaluate: CompiledValue['evaluate'];
}

/**
 * Copies a prepared object that has all keys in their order and the static values, then fills the slots.
 * Every key is an own property of the copy, so an assignment never reaches a setter such as `__proto__`.
 */
function builder(
  keys: readonly string[],
  literal: ReadonlyMap<string, Json>,
  slots: readonly Slot[],
): (root: Json, scope: EvaluationScope) => Json | Failure {
  const skeleton: Readonly<Record<string, Json>> = Object.fromEntries(
    keys.map((key) => [key, literal.get(key) ?? null]),
  );
  const [first, second] = slots;
  if (first && slots.length === 1) {
    return (root, scope) => {
      const value = first.evaluate(root, scope);
      if (value instanceof Failure) return value;
      const result = { ...skeleton };
      result[first.key] = value;
      return result;
    };
  }
  if (first && second && slots.length === 2) {
    return (root, scope) => {
      const firstValue = first.evaluate(root, scope);
      if (firstValue instanceof Failure) return firstValue;
      const secondValue = second.evaluate(root, scope);
      if (secondValue instanceof Failure) return secondValue;
      const result = { ...skeleton };
      result[first.key] = firstValue;
      result[second.key] = secondValue;
      return result;
    };
  }
  return (root, scope) => {
    const result = { ...skeleton };
    for (const slot of slots) {
      const value = slot.evaluate(root, scope);
      if (value instanceof Failure) return value;
      result[slot.key] = value;
    }
    return result;
  };
}
