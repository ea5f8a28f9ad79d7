import { childScopes, type Scope, type StateMachine } from '../../asl';
import type { OutlineEntry } from '../analysis.types';

/** Every state and its place, a state before the states inside it: within a scope, text order. */
export function outlineOf(machine: StateMachine): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const visit = (scope: Scope): void => {
    for (const state of scope.states) {
      const { path, name, keyRange, node } = state;
      entries.push({
        path,
        name,
        scope: scope.path,
        type: state.definition.Type,
        keyRange,
        range: { start: keyRange.start, end: node?.end ?? keyRange.end },
      });
      for (const child of childScopes(state)) visit(child);
    }
  };
  visit(machine);
  return entries;
}
