import type { EditIntent, EditResult } from '../edit.types';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { State } from '../model';
import { childScopes, findScope, findState } from '../modelling/stateLookup';
import { joinPointer } from '../parse/pointer';
import { setOwn, toJson } from '../parse/toJson';
import type { StatePath } from '../syntax';
import { Draft } from './draft';
import { referencesIn } from './references';
import { type EditSource, GONE, no } from './source';

/**
 * Puts what is inside a Map or a Parallel in its place; branches follow one after the other. Where they ended they lead
 * on as the container did. What only the container had (its input and output fields, Retry, Catch) goes.
 */
export function unwrapState(
  { parsed, machine }: EditSource,
  { state: path }: Extract<EditIntent, { type: 'unwrapState' }>,
): EditResult {
  const state = findState(machine, path);
  const scope = state && findScope(machine, state.scope);
  if (!state?.node || !scope) return no(GONE);
  const { name, definition } = state;
  if (definition.Type !== 'Parallel' && definition.Type !== 'Map') {
    return no(`“${name}” has nothing inside: only a Parallel or a Map can be unwrapped.`);
  }
  const inside = childScopes(state).filter(({ states }) => states.length > 0);
  const starts = inside.map(({ StartAt, states }) => states.find((each) => each.name === StartAt)?.name);
  const first = starts[0];
  if (first === undefined || starts.includes(undefined)) {
    return no(`A branch of “${name}” does not start at one of its states. Mend its StartAt first.`);
  }
  const moved = inside.flatMap(({ states }, index) => {
    const onward = starts[index + 1] ?? definition.Next;
    return states.map((each) => [each.name, led(each, onward)] as const);
  });

  const draft = new Draft(parsed);
  const list = joinPointer(scope.path, 'States');
  const [[firstName, firstState] = [first, {}], ...rest] = ordered(moved, first);
  draft.renameKey(list, name, firstName);
  draft.setValue(joinPointer(list, name), firstState);
  for (const [each, value] of rest) draft.insertProperty(list, each, value, { after: name });
  for (const { owner, field, target, from } of referencesIn(scope)) {
    if (target === name && from !== state) draft.setValue(joinPointer(owner, field), first);
  }
  return draft.finish(`Unwrap “${name}”`, joinPointer(list, first) as StatePath);
}

type Moved = readonly (readonly [string, Json])[];

const ordered = (moved: Moved, first: string): Moved => [
  ...moved.filter(([name]) => name === first),
  ...moved.filter(([name]) => name !== first),
];

/** A state as it is outside: its end leads on. A Succeed only ended its branch, so it becomes a Pass. */
function led({ node }: State, onward: string | undefined): Json {
  const value = node ? toJson(node) : {};
  if (!isJsonObject(value)) return value;
  if (value.Type === 'Succeed') return { ...value, Type: 'Pass', ...onwardOf(onward) };
  if (value.End !== true || onward === undefined) return value;
  const result: Record<string, Json> = {};
  for (const [key, each] of Object.entries(value)) {
    if (key === 'End') setOwn(result, 'Next', onward);
    else if (key !== 'Next') setOwn(result, key, each);
  }
  return result;
}

const onwardOf = (onward: string | undefined): JsonObject =>
  onward === undefined ? { End: true } : { Next: onward };
