import { isJsonObject, type Json, type JsonObject } from '../../../asl';

type FieldPath = readonly (string | number)[];

/** What stands at a field of a state's definition. */
export function fieldAt(definition: JsonObject, [key, ...rest]: FieldPath): Json | undefined {
  const value = key === undefined ? undefined : inside(definition, key);
  return rest.reduce<Json | undefined>(
    (at, each) => (at === undefined ? undefined : inside(at, each)),
    value,
  );
}

/** A value with another text at a place inside it; as it is when there is no such place. */
export function withText(value: Json, [key, ...rest]: FieldPath, text: string): Json {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? withText(item, rest, text) : item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === key ? withText(inner, rest, text) : inner]),
  );
}

function inside(value: Json, key: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
