import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import type { OutlineEntry } from '../../worker';
import { COMMANDS } from '../commands/commands';
import { type Findable, withinOf } from './entries';
import { search } from './search';

const path = (text: string) => text as StatePath;
const state = (at: string, name: string): OutlineEntry => ({
  path: path(at),
  name,
  scope: '' as OutlineEntry['scope'],
  type: 'Task',
  keyRange: { start: 0, end: 0 },
  range: { start: 0, end: 0 },
});
const findable: Findable = {
  outline: [
    state('/States/Charge card', 'Charge card'),
    state('/States/Ship/Branches/0/States/Reserve items', 'Reserve items'),
    state('/States/Charge back', 'Charge back'),
  ],
  commands: COMMANDS,
  diagnostics: [
    {
      code: 'DEAD_RULE',
      severity: 'warning',
      message: 'This rule is never reached.',
      range: { start: 3, end: 4 },
    },
  ],
  lines: 40,
};
const titles = (typed: string) => search(typed, findable).map(({ title }) => title);
const names = (typed: string) =>
  search(typed, findable).flatMap(({ entries }) =>
    entries.map((entry) => (entry.kind === 'state' ? entry.name : entry.kind)),
  );

describe('the finder', () => {
  it('shows states and commands when nothing is typed', () => {
    expect(titles('')).toEqual(['States', 'Commands']);
  });
  it('finds states by parts of their names, the best first', () => {
    expect(names('@card')).toEqual(['Charge card']);
    expect(names('@charge')).toEqual(['Charge card', 'Charge back']);
    expect(names('@ship')).toEqual(['Reserve items']);
  });
  it('keeps to one kind after its sign', () => {
    expect(titles('>un')).toEqual(['Commands']);
    expect(titles('#never')).toEqual(['Problems']);
    expect(titles('#nothing such')).toEqual([]);
  });
  it('leads to a line of the text, never beyond it', () => {
    expect(search(':12', findable)[0]?.entries).toEqual([{ kind: 'line', line: 12, of: 40 }]);
    expect(search(':1200', findable)[0]?.entries).toEqual([{ kind: 'line', line: 40, of: 40 }]);
    expect(search(':x', findable)).toEqual([]);
  });
  it('says what a state is in', () => {
    expect(withinOf(path('/States/Ship/Branches/0/States/Each/ItemProcessor/States/Reserve'))).toBe(
      'Ship › Each',
    );
    expect(withinOf(path('/States/States'))).toBe('');
    expect(withinOf(path('/States/States/ItemProcessor/States/A'))).toBe('States');
  });
});
