import { isJsonObject, type Json, parseResource } from '../../asl';
import { NAMED_SHAPES, POLLED_ACTIONS, SERVICE_SHAPES } from './serviceShapes';
import { type Field, readShape, type Shape } from './shape';

/**
 * What a mocked result of a service lacks; undefined when nothing, or when the service is not known here. Fields that the
 * service does not have are accepted. Recorded: test_state/field_validation_mode*.
 *
 * @param mode `STRICT` asks for required fields; `PRESENT` checks those that are there
 */
export function mockResultProblem(
  resource: string,
  result: Json,
  mode: 'STRICT' | 'PRESENT',
): string | undefined {
  const shape = shapeOf(resource);
  return shape && problemWith(result, shape, '', mode === 'STRICT');
}

function shapeOf(text: string): Shape | undefined {
  const resource = parseResource(text);
  if (resource.kind !== 'service' || resource.pattern === 'waitForTaskToken') return undefined;
  const called = `${resource.service}:${resource.action}`;
  const action = resource.pattern === 'requestResponse' ? called : (POLLED_ACTIONS[called] ?? called);
  const shape = SERVICE_SHAPES[action];
  return shape === undefined ? undefined : readShape(shape, NAMED_SHAPES);
}

/** @param name the field that holds the value; empty for the whole result */
function problemWith(value: Json, shape: Shape, name: string, strict: boolean): string | undefined {
  const wrong = (what: string): string => `Field '${name}' ${what}`;
  switch (shape.type) {
    case 'any':
      return undefined;
    case 'string':
      return textProblem(value, shape, wrong);
    case 'timestamp':
      return typeof value === 'string' ? undefined : wrong('must be a string');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrong('must be a boolean');
    case 'number':
      if (typeof value !== 'number') return wrong('must be a number');
      if (value < shape.least) return wrong('is less than the minimum value');
      return value > shape.most ? wrong('exceeds the maximum value') : undefined;
    case 'array':
      if (!Array.isArray(value)) return wrong('must be an array');
      return first(value, (item) => problemWith(item, shape.item, name, strict));
    case 'map':
      if (!isJsonObject(value)) return wrong('must be an object');
      return first(Object.entries(value), ([key, each]) => problemWith(each, shape.value, key, strict));
    case 'object':
      if (!isJsonObject(value)) return name === '' ? undefined : wrong('must be an object');
      return first(shape.fields, (field) => fieldProblem(value, field, strict));
  }
}

function fieldProblem(
  holder: { readonly [key: string]: Json },
  field: Field,
  strict: boolean,
): string | undefined {
  const value = Object.hasOwn(holder, field.name) ? holder[field.name] : undefined;
  if (value === undefined) {
    return strict && field.required ? `Required field '${field.name}' is missing` : undefined;
  }
  return value === null ? undefined : problemWith(value, field.shape, field.name, strict);
}

function textProblem(
  value: Json,
  { least, values }: Extract<Shape, { readonly type: 'string' }>,
  wrong: (what: string) => string,
): string | undefined {
  if (typeof value !== 'string') return wrong('must be a string');
  if (values !== undefined && !values.has(value)) return wrong('is not an expected value');
  return value.length < least ? wrong('is smaller than the minimum length') : undefined;
}

function first<T>(list: readonly T[], problem: (each: T) => string | undefined): string | undefined {
  for (const each of list) {
    const found = problem(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
