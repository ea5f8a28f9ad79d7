import { isJsonObject, type Json, type JsonObject } from '../json';
import { parseText } from '../parse/parseText';
import { setOwn, toJson } from '../parse/toJson';

/** States to be put into a workflow, by name, in order. */
export type Fragment = ReadonlyMap<string, JsonObject>;

/**
 * The states in a text that is copied and pasted: an object of states by name, as under States, JSON or YAML. Anything
 * else, a whole state machine too, is not a fragment.
 */
export function readFragment(text: string): Fragment | undefined {
  const { root, problems } = parseText(text);
  if (root?.kind !== 'object' || problems.some(({ severity }) => severity === 'error')) return undefined;
  const value = toJson(root);
  if (!isJsonObject(value)) return undefined;
  const entries = Object.entries(value);
  const states = entries.filter((entry): entry is [string, JsonObject] => isState(entry[1]));
  return states.length > 0 && states.length === entries.length ? new Map(states) : undefined;
}

const isState = (value: Json): boolean => isJsonObject(value) && typeof value.Type === 'string';

/** The text of a fragment: formatted JSON. */
export function fragmentText(fragment: Fragment): string {
  const states: Record<string, Json> = {};
  for (const [name, definition] of fragment) setOwn(states, name, definition);
  return `${JSON.stringify(states, null, 2)}\n`;
}

/**
 * The fragment with names that are free; what its states say of each other follows, inside containers too.
 *
 * @param nameFor gives out a free name for a wish, each once
 */
export function renameFragment(fragment: Fragment, nameFor: (wish: string) => string): Fragment {
  const names = new Map([...fragment.keys()].map((name) => [name, nameFor(name)] as const));
  return new Map(
    [...fragment].map(([name, definition]) => [
      names.get(name) ?? name,
      renameInside(
        mapTargets(definition, (target) => names.get(target) ?? target),
        nameFor,
      ),
    ]),
  );
}

/** States inside Branches, ItemProcessor or Iterator get free names, too: names are unique in the whole machine. */
function renameInside(definition: JsonObject, nameFor: (wish: string) => string): JsonObject {
  return mapObject(definition, (key, value) => {
    if (key === 'Branches' && Array.isArray(value))
      return value.map((branch) => renameScope(branch, nameFor));
    return key === 'ItemProcessor' || key === 'Iterator' ? renameScope(value, nameFor) : value;
  });
}

function renameScope(scope: Json, nameFor: (wish: string) => string): Json {
  if (!isJsonObject(scope) || !isJsonObject(scope.States)) return scope;
  const states = Object.entries(scope.States).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1]),
  );
  const before = new Map(states);
  const names = [...before.keys()];
  const renamed = renameFragment(before, nameFor);
  const after = [...renamed.keys()];
  const States: Record<string, Json> = {};
  for (const [name, definition] of renamed) setOwn(States, name, definition);
  return mapObject(scope, (key, value) => {
    if (key === 'States') return States;
    return key === 'StartAt' && typeof value === 'string' ? (after[names.indexOf(value)] ?? value) : value;
  });
}

/** A state with every name that it leads to put through a function. */
export function mapTargets(definition: JsonObject, target: (name: string) => string): JsonObject {
  const inItems = (value: Json): Json =>
    Array.isArray(value)
      ? value.map((item) =>
          isJsonObject(item)
            ? mapObject(item, (key, each) =>
                key === 'Next' && typeof each === 'string' ? target(each) : each,
              )
            : item,
        )
      : value;
  return mapObject(definition, (key, value) => {
    if ((key === 'Next' || key === 'Default') && typeof value === 'string') return target(value);
    return key === 'Choices' || key === 'Catch' ? inItems(value) : value;
  });
}

/** An object with the same keys in the same order. */
export function mapObject(object: JsonObject, value: (key: string, value: Json) => Json): JsonObject {
  const mapped: Record<string, Json> = {};
  for (const [key, each] of Object.entries(object)) setOwn(mapped, key, value(key, each));
  return mapped;
}
