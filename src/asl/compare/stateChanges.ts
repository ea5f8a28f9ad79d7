import type { Scope, State } from '../model';
import { pointerSegments } from '../parse/pointer';
import type { FieldChange, FieldValue } from './compare.types';
import { fieldChanges } from './fieldChanges';
import type { MatchedScope, MatchedState } from './matchScopes';
import {
  holdsScopes,
  ownValue,
  type Renames,
  scopeTwin,
  scopeValue,
  stateTwin,
  stateValue,
  withoutMembers,
} from './values';

/** The states of a scope that have another name now. */
export function renamesIn({ states }: MatchedScope): Renames {
  const renames = new Map<string, string>();
  for (const { sides } of states) {
    const { before, after } = sides;
    if (before && after && before.name !== after.name) renames.set(before.name, after.name);
  }
  return renames;
}

/** What differs in a state itself; the states inside it are compared apart. */
export function stateChanges(matched: MatchedState, renames: Renames): readonly FieldChange[] {
  const { before, after } = matched.sides;
  if (!before) return [{ kind: 'added', after: { pointer: '', value: ownValue(after) } }];
  if (!after) return [{ kind: 'removed', before: { pointer: '', value: ownValue(before) } }];
  const inside = SCOPE_FIELDS.filter((key) => holdsScopes(before, key) || holdsScopes(after, key));
  const both = matched.scopes.some(({ sides }) => sides.before && sides.after);
  // Of what is no container on one side, the whole inside has come or gone with its field.
  const left = both ? inside : [];
  const old = both ? stateValue(before) : ownValue(before);
  const now = both ? stateValue(after) : ownValue(after);
  return [
    ...fieldChanges(stateTwin(withoutMembers(old, left), renames), withoutMembers(now, left)),
    ...(both ? insideChanges(matched, before, after) : []),
  ];
}

const SCOPE_FIELDS = ['Branches', 'ItemProcessor', 'Iterator'];

function insideChanges({ scopes }: MatchedState, before: State, after: State): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const places: number[] = [];
  for (const scope of scopes) {
    const old = scope.sides.before && {
      scope: scope.sides.before,
      pointer: pointerIn(before, scope.sides.before),
    };
    const now = scope.sides.after && {
      scope: scope.sides.after,
      pointer: pointerIn(after, scope.sides.after),
    };
    if (old && now) {
      places.push(Number(pointerSegments(old.pointer).at(-1)));
      if (before.definition.Type === 'Map' && old.pointer !== now.pointer) {
        changes.push({ kind: 'changed', before: valueAt(old), after: valueAt(now) });
      }
      changes.push(
        ...fieldChanges(scopeTwin(old.scope, renamesIn(scope)), scopeValue(now.scope), {
          before: old.pointer,
          after: now.pointer,
        }),
      );
    } else if (now) changes.push({ kind: 'added', after: valueAt(now) });
    else if (old) changes.push({ kind: 'removed', before: valueAt(old) });
  }
  if (places.some((place, at) => place < (places[at - 1] ?? -1))) {
    changes.push({ kind: 'reordered', before: branchesOf(before), after: branchesOf(after) });
  }
  return changes;
}

const pointerIn = (state: State, { path }: Scope): string => path.slice(state.path.length);

const valueAt = ({ scope, pointer }: { readonly scope: Scope; readonly pointer: string }): FieldValue => ({
  pointer,
  value: scopeValue(scope),
});

const branchesOf = ({ definition }: State): FieldValue => ({
  pointer: '/Branches',
  value: definition.Type === 'Parallel' ? definition.Branches.map(scopeValue) : null,
});
