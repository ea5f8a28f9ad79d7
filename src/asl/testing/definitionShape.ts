import fc from 'fast-check';
import type { Json } from '../json';
import type { StateType } from '../model';

/** A state before it has a name; what it leads to is given by positions in its scope, modulo its length. */
export interface StateShape {
  readonly type: StateType;
  /** Where the choice rules lead that are there besides the one that keeps the next state reachable. */
  readonly rules: readonly number[];
  /** Where catchers lead. */
  readonly catchers: readonly number[];
  readonly retriers: readonly { readonly error: string; readonly attempts: number | undefined }[];
  readonly children: readonly ScopeShape[];
  readonly payload: Json;
  /** Picks among the forms of a field; any whole number. */
  readonly form: number;
  /** A state after a Choice may end the scope in its middle. */
  readonly ends: boolean;
}
export interface ScopeShape {
  readonly states: readonly StateShape[];
}

const ONWARD: readonly StateType[] = ['Task', 'Pass', 'Wait', 'Choice', 'Parallel', 'Map'];
const FLAT: readonly StateType[] = ['Task', 'Pass', 'Wait', 'Choice'];

/** A scope of 1 to `maxStates` states, in which `depth` further levels may be nested. */
export function scopeShape(maxStates: number, depth: number): fc.Arbitrary<ScopeShape> {
  return fc
    .array(stateShape(maxStates, depth), { minLength: 1, maxLength: maxStates })
    .map((states) => ({ states }));
}

function stateShape(maxStates: number, depth: number): fc.Arbitrary<StateShape> {
  const children =
    depth === 0
      ? fc.constant([])
      : fc.array(scopeShape(Math.max(1, Math.floor(maxStates / 2)), depth - 1), {
          minLength: 1,
          maxLength: 3,
        });
  return fc.record({
    type: fc.constantFrom(...(depth === 0 ? FLAT : ONWARD)),
    rules: fc.array(fc.nat(), { maxLength: 3 }),
    catchers: fc.array(fc.nat(), { maxLength: 2 }),
    retriers: fc.array(
      fc.record({
        error: fc.constantFrom('States.Timeout', 'States.TaskFailed', 'Custom.Error'),
        attempts: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
      }),
      { maxLength: 2 },
    ),
    children,
    payload: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    form: fc.nat({ max: 1000 }),
    ends: fc.boolean(),
  });
}
