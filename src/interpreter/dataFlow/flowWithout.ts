import type { State, StateDefinition } from '../../asl';
import { jsonPathFlow } from '../language/jsonPath/flow';
import type { DataFlow } from '../language/language.types';

/** How data would go through a JSONPath state without some of its fields. */
export function flowWithout(state: State, dropped: readonly string[]): DataFlow {
  return jsonPathFlow({ ...state, definition: without(state.definition, dropped) });
}

/** A definition without some of its fields. */
const without = (definition: StateDefinition, dropped: readonly string[]): StateDefinition =>
  Object.fromEntries(
    Object.entries(definition).filter(([key]) => !dropped.includes(key)),
  ) as unknown as StateDefinition;
