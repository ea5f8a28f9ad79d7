import { describe, expect, it } from 'vitest';
import { parseText } from '../parse/parseText';
import type { ScopePath, StatePath } from '../syntax';
import { buildModel } from './buildModel';
import { allScopes, allStates, findScope, findState } from './stateLookup';

const text = `{
  "StartAt": "Each",
  "States": {
    "Each": {"Type": "Map", "ItemProcessor": {"StartAt": "Both", "States": {
      "Both": {"Type": "Parallel", "Branches": [
        {"StartAt": "A/B", "States": {"A/B": {"Type": "Succeed"}}},
        {"StartAt": "C", "States": {"C": {"Type": "Fail"}}}
      ], "End": true}
    }}, "Next": "Last"},
    "Last": {"Type": "Succeed"}
  }
}`;
const machine = buildModel(parseText(text));

describe('the states of a machine', () => {
  it('come scope by scope, outer scopes first', () => {
    expect(allScopes(machine).map(({ path }) => path)).toEqual([
      '',
      '/States/Each/ItemProcessor',
      '/States/Each/ItemProcessor/States/Both/Branches/0',
      '/States/Each/ItemProcessor/States/Both/Branches/1',
    ]);
    expect(allStates(machine).map(({ name }) => name)).toEqual(['Each', 'Last', 'Both', 'A/B', 'C']);
  });

  it('are found by their paths', () => {
    for (const state of allStates(machine)) expect(findState(machine, state.path)).toBe(state);
    for (const scope of allScopes(machine)) expect(findScope(machine, scope.path)).toBe(scope);
    expect(
      findState(machine, '/States/Each/ItemProcessor/States/Both/Branches/0/States/A~1B' as StatePath)?.name,
    ).toBe('A/B');
    expect(findState(machine, '/States/Nobody' as StatePath)).toBeUndefined();
    expect(findScope(machine, '/States' as ScopePath)).toBeUndefined();
  });
});
