import { isJsonObject, type Json, type JsonObject } from '../../json';
import { pointerSegments } from '../../parse/pointer';

/**
 * The same edits done to plain JSON, by the rules in README.md and with none of the code under test: what the
 * text edits are compared with.
 */

type Place = readonly string[];

/** A definition with the scope at a place made another. */
function withScope(value: Json, place: Place, change: (scope: JsonObject) => JsonObject): Json {
  const [segment, ...rest] = place;
  if (segment === undefined) return isJsonObject(value) ? change(value) : value;
  if (Array.isArray(value)) {
    return value.map((item: Json, index) =>
      String(index) === segment ? withScope(item, rest, change) : item,
    );
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === segment ? withScope(member, rest, change) : member,
    ]),
  );
}

/** The scope's place and the state's name. */
export function placeOf(statePath: string): { readonly scope: Place; readonly name: string } {
  const segments = pointerSegments(statePath);
  return { scope: segments.slice(0, -2), name: segments.at(-1) ?? '' };
}

export const objectOf = (value: Json | undefined): JsonObject =>
  value !== undefined && isJsonObject(value) ? value : {};
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const mapStates = (scope: JsonObject, change: (state: JsonObject) => JsonObject): JsonObject => ({
  ...scope,
  States: Object.fromEntries(
    Object.entries(objectOf(scope.States)).map(([name, state]) => [name, change(objectOf(state))]),
  ),
});

const without = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

export function modelRename(definition: JsonObject, statePath: string, name: string): Json {
  const place = placeOf(statePath);
  const renamed = (target: Json): Json => (target === place.name ? name : target);
  const inItems = (items: readonly Json[]): Json[] =>
    items.map((item) =>
      'Next' in objectOf(item) ? { ...objectOf(item), Next: renamed(objectOf(item).Next ?? null) } : item,
    );
  return withScope(definition, place.scope, (scope) => {
    const changed = mapStates(scope, (state) => ({
      ...state,
      ...('Next' in state ? { Next: renamed(state.Next ?? null) } : {}),
      ...('Default' in state ? { Default: renamed(state.Default ?? null) } : {}),
      ...('Choices' in state ? { Choices: inItems(listOf(state.Choices)) } : {}),
      ...('Catch' in state ? { Catch: inItems(listOf(state.Catch)) } : {}),
    }));
    const states = Object.entries(objectOf(changed.States));
    return {
      ...changed,
      StartAt: renamed(scope.StartAt ?? null),
      States: Object.fromEntries(states.map(([key, state]) => [key === place.name ? name : key, state])),
    };
  });
}

export function modelDelete(definition: JsonObject, statePath: string): Json {
  const { scope: place, name } = placeOf(statePath);
  return withScope(definition, place, (scope) => {
    const states = objectOf(scope.States);
    const deleted = objectOf(states[name]);
    const rules = listOf(deleted.Choices).map((rule) => objectOf(rule).Next);
    const follows = [deleted.Next, deleted.Default, ...rules].filter(
      (target): target is string => typeof target === 'string' && target !== name,
    );
    const successor = follows.find((target) => Object.hasOwn(states, target)) ?? follows[0];
    const rest = { ...scope, States: without(states, name) };
    const healed = mapStates(rest, (state) => healState(state, name, successor));
    if (scope.StartAt !== name) return healed;
    const first = successor ?? Object.keys(rest.States).find(() => true);
    return first === undefined ? without(healed, 'StartAt') : { ...healed, StartAt: first };
  });
}

function healState(state: JsonObject, gone: string, successor: string | undefined): JsonObject {
  const leads = (item: Json): boolean => objectOf(item).Next === gone;
  if (successor !== undefined) {
    const heal = (items: readonly Json[]): Json[] =>
      items.map((item) => (leads(item) ? { ...objectOf(item), Next: successor } : item));
    return {
      ...state,
      ...(state.Next === gone ? { Next: successor } : {}),
      ...(state.Default === gone ? { Default: successor } : {}),
      ...('Choices' in state ? { Choices: heal(listOf(state.Choices)) } : {}),
      ...('Catch' in state ? { Catch: heal(listOf(state.Catch)) } : {}),
    };
  }
  let healed = state;
  if (state.Next === gone) healed = { ...without(healed, 'Next'), End: true };
  if (state.Default === gone) healed = without(healed, 'Default');
  if (listOf(state.Choices).some(leads)) {
    const left = listOf(state.Choices).filter((rule) => !leads(rule));
    const instead = healed.Default;
    const redirected = listOf(state.Choices).map((rule) => ({ ...objectOf(rule), Next: instead ?? null }));
    healed = { ...healed, Choices: left.length === 0 && instead !== undefined ? redirected : left };
  }
  if (listOf(state.Catch).some(leads)) {
    const left = listOf(state.Catch).filter((catcher) => !leads(catcher));
    healed = left.length === 0 ? without(healed, 'Catch') : { ...healed, Catch: left };
  }
  return healed;
}

/** Leads a transition (`#next`, `#choice:0`, ...) to a name, or to End for `undefined`. */
export function modelLead(definition: JsonObject, transition: string, target: string | undefined): Json {
  const hash = transition.lastIndexOf('#');
  const [kind = '', index = ''] = transition.slice(hash + 1).split(':');
  if (kind === 'start') {
    const place = pointerSegments(transition.slice('start:'.length, hash));
    return withScope(definition, place, (scope) => ({ ...scope, StartAt: target ?? '' }));
  }
  const { scope: place, name } = placeOf(transition.slice(0, hash));
  const inItem = (items: Json | undefined): Json[] =>
    listOf(items).map((item, at) =>
      String(at) === index ? { ...objectOf(item), Next: target ?? '' } : item,
    );
  const changed = (state: JsonObject): JsonObject => {
    if (kind === 'choice') return { ...state, Choices: inItem(state.Choices) };
    if (kind === 'catch') return { ...state, Catch: inItem(state.Catch) };
    if (kind === 'default') return { ...state, Default: target ?? '' };
    return target === undefined
      ? { ...without(state, 'Next'), End: true }
      : { ...without(state, 'End'), Next: target };
  };
  return withScope(definition, [...place, 'States', name], changed);
}

/** Adds a state to the scope that a path's state is in. */
export function modelAdd(definition: Json, statePath: string, state: Json): Json {
  const { scope: place, name } = placeOf(statePath);
  return withScope(definition, [...place, 'States'], (states) => ({ ...states, [name]: state }));
}
