import type { EditIntent, EditResult } from '../edit.types';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Scope, State } from '../model';
import { findScope, findState } from '../modelling/stateLookup';
import { joinPointer } from '../parse/pointer';
import { setOwn, toJson } from '../parse/toJson';
import type { StatePath } from '../syntax';
import { Draft } from './draft';
import { mapObject } from './fragment';
import { nameSource } from './names';
import { type Reference, referencesIn } from './references';
import { type EditSource, GONE, no } from './source';

/**
 * Puts states of one scope into a new Parallel of one branch, or into the processor of a new Map. What led to the
 * first of them leads to the container, and where they led on, it does. They must have one way in and one way out.
 */
export function wrapStates(
  { parsed, machine }: EditSource,
  { states: paths, container, kept = false, items }: Extract<EditIntent, { type: 'wrapStates' }>,
): EditResult {
  const found = paths.map((path) => findState(machine, path));
  const states = found.filter((state) => state !== undefined);
  const scope = states[0] && findScope(machine, states[0].scope);
  if (!scope || states.length !== found.length) return no(GONE);
  const way = wayThrough(scope, states);
  if (!way.ok) return way;
  const { entry, exit } = way;
  const name = nameSource(machine)(container);
  const inside = innerStates(states, exit);
  const body: JsonObject = { StartAt: entry.name, States: inside };
  const onward: JsonObject = exit === undefined ? { End: true } : { Next: exit };
  const jsonata = machine.QueryLanguage === 'JSONata';
  const definition: JsonObject =
    container === 'Parallel'
      ? { Type: 'Parallel', Branches: [body], ...(kept ? onlyResult(jsonata) : {}), ...onward }
      : {
          Type: 'Map',
          ...(items === undefined ? {} : itemsField(items, jsonata)),
          ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...body },
          ...onward,
        };

  const draft = new Draft(parsed);
  const list = joinPointer(scope.path, 'States');
  // In the place of the first of them: no member is put beside one that goes.
  draft.renameKey(list, entry.name, name);
  draft.setValue(joinPointer(list, entry.name), definition);
  for (const state of states) if (state !== entry) draft.removeProperty(list, state.name);
  for (const { owner, field } of way.into) draft.setValue(joinPointer(owner, field), name);
  const label = `Wrap ${states.length === 1 ? `“${entry.name}”` : `${states.length} states`} in a ${container}`;
  return draft.finish(label, joinPointer(list, name) as StatePath);
}

/** The result of one branch, out of the list of them. */
const onlyResult = (jsonata: boolean): JsonObject =>
  jsonata ? { Output: '{% $states.result[0] %}' } : { OutputPath: '$[0]' };

const itemsField = (path: string, jsonata: boolean): JsonObject =>
  jsonata ? { Items: `{% $states.input${path.slice(1)} %}` } : { ItemsPath: path };

export type Way =
  | {
      readonly ok: true;
      readonly entry: State;
      /** What leads to the entry from outside. */
      readonly into: readonly Reference[];
      /** The state they lead on to; undefined for End. */
      readonly exit: string | undefined;
    }
  | { readonly ok: false; readonly reason: string };

/** The one way in and the one way out of some states; or why there is not just one. */
export function wayThrough(scope: Scope, states: readonly State[]): Way {
  if (states.some((state) => state.scope !== scope.path)) {
    return refused('The states are in different branches. Choose states of one branch.');
  }
  const names = new Set(states.map(({ name }) => name));
  const references = referencesIn(scope);
  const within = (from: State | undefined) => from !== undefined && names.has(from.name);
  const into = references.filter(({ target, from }) => names.has(target) && !within(from));
  const entries = [...new Set(into.map(({ target }) => target))];
  if (entries.length > 1) {
    return refused(
      `They are entered at “${entries[0]}” and at “${entries[1]}”. Choose states with one way in.`,
    );
  }
  const leaving = references.filter(({ target, from }) => within(from) && !names.has(target));
  const sidestep = leaving.find(({ kind }) => kind.type !== 'next');
  if (sidestep?.from) {
    const how = sidestep.kind.type === 'catch' ? 'catcher' : 'rule or Default';
    return refused(
      `A ${how} of “${sidestep.from.name}” leads to “${sidestep.target}” outside, and cannot leave the container. Choose that state, too.`,
    );
  }
  const exits = [...new Set(leaving.map(({ target }) => target))];
  const ends = states.some(({ definition }) => 'End' in definition && definition.End === true);
  if (exits.length > 1 || (exits.length === 1 && ends)) {
    const other = exits[1] === undefined ? 'End' : `“${exits[1]}”`;
    return refused(`They lead on to “${exits[0]}” and to ${other}. Choose states with one way out.`);
  }
  const entry = states.find(({ name }) => name === entries[0]) ?? unreferenced(states, references);
  return entry === undefined
    ? refused('Nothing leads to these states, and none of them comes first.')
    : { ok: true, entry, into, exit: exits[0] };
}

/** States that nothing leads to begin with the one that none of them leads to. */
function unreferenced(states: readonly State[], references: readonly Reference[]): State | undefined {
  return states.find(({ name }) => !references.some(({ target }) => target === name)) ?? states[0];
}

/** The states as they are inside: a transition to the exit is an end. */
export function innerStates(states: readonly State[], exit: string | undefined): Json {
  const inside: Record<string, Json> = {};
  for (const { name, node } of states) {
    const value = node ? toJson(node) : {};
    setOwn(inside, name, isJsonObject(value) ? endedAt(value, exit) : value);
  }
  return inside;
}

function endedAt(definition: JsonObject, exit: string | undefined): JsonObject {
  if (exit === undefined || definition.Next !== exit) return definition;
  const ended: Record<string, Json> = {};
  for (const [key, value] of Object.entries(mapObject(definition, (_, value) => value))) {
    if (key === 'Next') setOwn(ended, 'End', true);
    else if (key !== 'End') setOwn(ended, key, value);
  }
  return ended;
}

const refused = (reason: string): Way => ({ ok: false, reason });
