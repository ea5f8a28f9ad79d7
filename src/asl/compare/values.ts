import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Scope, State } from '../model';
import { setOwn, toJson } from '../parse/toJson';
import type { Twin } from './twin';

/** Names before, to the names that the same states have after. */
export type Renames = ReadonlyMap<string, string>;

/** A list of places that lead elsewhere: rules, or catchers. */
export type RuleField = 'Choices' | 'Catch';

/** `null` for a state that is no object. */
export const stateValue = ({ node }: State): Json => (node ? toJson(node) : null);

/** A scope without its states. */
export function scopeValue({ node }: Scope): Json {
  return withoutMembers(node ? toJson(node) : null, ['States']);
}

/** A state without the states inside it. */
export function ownValue(state: State): Json {
  const value = stateValue(state);
  if (!isJsonObject(value)) return value;
  return mapMembers(value, (key, member) => {
    if (!holdsScopes(state, key)) return member;
    return Array.isArray(member)
      ? member.map((branch: Json) => withoutMembers(branch, ['States']))
      : withoutMembers(member, ['States']);
  });
}

/** Whether the states inside a state are under this field. */
export const holdsScopes = ({ definition }: State, key: string): boolean =>
  definition.Type === 'Parallel'
    ? key === 'Branches'
    : definition.Type === 'Map' && definition.Processor !== undefined && key === definition.ProcessorField;

/** The value without some members; as it is when it is no object. */
export const withoutMembers = (value: Json, keys: readonly string[]): Json =>
  isJsonObject(value) ? mapMembers(value, (key, member) => (keys.includes(key) ? undefined : member)) : value;

/** A state's value, and the same with the names that its targets have after. */
export function stateTwin(written: Json, renames: Renames): Twin {
  if (renames.size === 0 || !isJsonObject(written)) return { written, renamed: written };
  const renamed = mapMembers(written, (key, value) => {
    if (key === 'Next' || key === 'Default') return nowNamed(value, renames);
    if ((key === 'Choices' || key === 'Catch') && Array.isArray(value)) {
      return value.map((item: Json) => withTarget(item, 'Next', renames));
    }
    return value;
  });
  return { written, renamed };
}

/** A scope without its states, and the same with the name that its first state has after. */
export function scopeTwin(scope: Scope, renames: Renames): Twin {
  const written = scopeValue(scope);
  return { written, renamed: withTarget(written, 'StartAt', renames) };
}

/** The rules or catchers of a state, and the same with the names that their targets have after. */
export const ruleTwins = (state: State, field: RuleField, renames: Renames): readonly Twin[] =>
  rulesOf(state, field).map((written) => ({ written, renamed: withTarget(written, 'Next', renames) }));

export function rulesOf(state: State, field: RuleField): readonly Json[] {
  const value = stateValue(state);
  const rules = isJsonObject(value) && Object.hasOwn(value, field) ? value[field] : undefined;
  return Array.isArray(rules) ? rules : [];
}

const withTarget = (value: Json, field: string, renames: Renames): Json =>
  isJsonObject(value)
    ? mapMembers(value, (key, member) => (key === field ? nowNamed(member, renames) : member))
    : value;

const nowNamed = (value: Json, renames: Renames): Json =>
  typeof value === 'string' ? (renames.get(value) ?? value) : value;

/** What becomes undefined is left out. Keys from data stay keys. */
function mapMembers(object: JsonObject, change: (key: string, value: Json) => Json | undefined): JsonObject {
  const changed: Record<string, Json> = {};
  for (const [key, value] of Object.entries(object)) {
    const now = change(key, value);
    if (now !== undefined) setOwn(changed, key, now);
  }
  return changed;
}
