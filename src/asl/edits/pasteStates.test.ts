import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json';
import { allStates } from '../modelling/stateLookup';
import { isBroken } from '../parse/parseText';
import { toJson } from '../parse/toJson';
import type { StatePath, TextFormat } from '../syntax';
import { fragmentText, readFragment } from './fragment';
import { copyStates } from './pasteStates';
import { planEdit } from './planEdit';
import { arbitraryText } from './testing/arbitraryText';
import { edit, sourceOf } from './testing/edited';
import { applyEdits } from './textEdits';

const machine = (States: object, StartAt = Object.keys(States)[0]): string =>
  JSON.stringify({ StartAt, States }, null, 2);
const pass = (rest: object): object => ({ Type: 'Pass', ...rest });
const at = (name: string): StatePath => `/States/${name}` as StatePath;
const read = (text: string): { readonly StartAt?: string; readonly States: Record<string, JsonObject> } =>
  JSON.parse(text);
const duplicate = (text: string, name: string) =>
  edit(text, { type: 'duplicateState', state: at(name) }, 'json');
const paste = (text: string, states: object, after?: string) =>
  edit(
    text,
    {
      type: 'pasteStates',
      text: JSON.stringify(states),
      ...(after === undefined ? {} : { after: at(after) }),
    },
    'json',
  );

describe('Duplicating a state', () => {
  it('puts the copy after it, in the chain', () => {
    const { text, select } = duplicate(machine({ A: pass({ Next: 'B' }), B: pass({ End: true }) }), 'A');
    expect(read(text).States).toEqual({
      A: { Type: 'Pass', Next: 'A (2)' },
      'A (2)': { Type: 'Pass', Next: 'B' },
      B: { Type: 'Pass', End: true },
    });
    expect(Object.keys(read(text).States)).toEqual(['A', 'A (2)', 'B']);
    expect(select).toBe('/States/A (2)');
  });
  it('lets the copy end where the original ended', () => {
    const { text } = duplicate(machine({ A: pass({ End: true }) }), 'A');
    expect(read(text).States).toEqual({
      A: { Type: 'Pass', Next: 'A (2)' },
      'A (2)': { Type: 'Pass', End: true },
    });
  });
  it('leaves a Choice and a Succeed as they are: the copy stands beside them', () => {
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'S' }], Default: 'S' };
    const before = machine({ C: choice, S: { Type: 'Succeed' } });
    expect(read(duplicate(before, 'C').text).States).toEqual({
      C: choice,
      'C (2)': choice,
      S: { Type: 'Succeed' },
    });
    expect(read(duplicate(before, 'S').text).States['S (2)']).toEqual({ Type: 'Succeed' });
  });
  it('gives what is inside a container names of its own, and keeps what they say of each other', () => {
    const inner = { StartAt: 'X', States: { X: pass({ Next: 'Y' }), Y: pass({ End: true }) } };
    const { text } = duplicate(machine({ M: { Type: 'Map', ItemProcessor: inner, End: true } }), 'M');
    expect(read(text).States['M (2)']).toEqual({
      Type: 'Map',
      ItemProcessor: {
        StartAt: 'X (2)',
        States: { 'X (2)': pass({ Next: 'Y (2)' }), 'Y (2)': pass({ End: true }) },
      },
      End: true,
    });
  });
});

describe('Pasting states', () => {
  const target = machine({ A: pass({ Next: 'Z' }), Z: pass({ End: true }) });
  const chain = { One: pass({ Next: 'Two' }), Two: pass({ Next: 'Elsewhere' }) };

  it('brings a chain in after a state, and leads its end on', () => {
    expect(read(paste(target, chain, 'A').text).States).toEqual({
      A: pass({ Next: 'One' }),
      One: pass({ Next: 'Two' }),
      Two: pass({ Next: 'Z' }),
      Z: pass({ End: true }),
    });
  });
  it('starts where nothing of it leads to, whatever the order', () => {
    const { States } = read(paste(target, { Two: chain.Two, One: chain.One }, 'A').text);
    expect(States.A).toEqual(pass({ Next: 'One' }));
  });
  it('gives free names to states whose names are taken', () => {
    const { States } = read(paste(target, { A: pass({ Next: 'Z' }), Z: pass({ End: true }) }, 'A').text);
    expect(States).toEqual({
      A: pass({ Next: 'A (2)' }),
      'A (2)': pass({ Next: 'Z (2)' }),
      'Z (2)': pass({ Next: 'Z' }),
      Z: pass({ End: true }),
    });
  });
  it('leaves out rules, catchers and a Default that lead to states that are not here', () => {
    const states = {
      C: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.a', IsNull: true, Next: 'Gone' },
          { Variable: '$.b', IsNull: true, Next: 'Z' },
        ],
        Default: 'Gone',
      },
      T: { Type: 'Task', Resource: 'r', Catch: [{ ErrorEquals: ['E'], Next: 'Gone' }], End: true },
    };
    const { States } = read(paste(target, states).text);
    expect(States.C).toEqual({
      Type: 'Choice',
      Choices: [{ Variable: '$.b', IsNull: true, Next: 'Z' }],
    });
    expect(States.T).toEqual({ Type: 'Task', Resource: 'r', End: true });
  });
  it('is the start of an empty workflow', () => {
    const { text } = paste('{\n  "States": {}\n}\n', { One: pass({ Next: 'Gone' }) });
    expect(read(text)).toEqual({ StartAt: 'One', States: { One: pass({ End: true }) } });
  });
  it('keeps hostile names and keys as they are', () => {
    const states = JSON.parse('{"__proto__": {"Type": "Pass", "End": true, "constructor": 1}}') as object;
    const { text } = paste(target, states, 'A');
    expect(text).toContain('"__proto__": {');
    expect(text).toContain('"constructor": 1');
  });
  it('says so when the text has no states', () => {
    const source = sourceOf(target, 'json');
    for (const text of ['', '[]', '{"a": 1}', '{"StartAt": "A", "States": {}}', '{"A": {"Type": "Pass"}']) {
      expect(planEdit(source, { type: 'pasteStates', text })).toMatchObject({ ok: false });
    }
  });
});

describe.each<TextFormat>(['json', 'yaml'])(
  'copying any state of any definition and pasting it: %s',
  (format) => {
    it('adds exactly that state under free names, and changes nothing else but what leads on to it', () => {
      fc.assert(
        fc.property(
          arbitraryText(format, { maxStates: 4, maxDepth: 1 }),
          fc.nat(),
          fc.nat(),
          ({ text }, which, where) => {
            const source = sourceOf(text, format);
            const states = allStates(source.machine);
            const copied = states[which % states.length];
            const after = states[where % states.length];
            if (!copied || !after) return;
            const fragment = copyStates(source, [copied.path]);
            expect(fragment).toBeDefined();
            if (!fragment) return;
            expect(readFragment(fragmentText(fragment))).toEqual(fragment);
            const plan = planEdit(source, {
              type: 'pasteStates',
              text: fragmentText(fragment),
              after: after.path,
            });
            if (!plan.ok) return;
            const result = sourceOf(applyEdits(text, plan.edits), format);
            expect(isBroken(result.parsed)).toBe(false);
            const names = allStates(result.machine).map(({ name }) => name);
            expect(new Set(names).size).toBe(names.length);
            const size = (value: Json): number => JSON.stringify(value).length;
            const grown = size(result.parsed.root ? toJson(result.parsed.root) : null);
            expect(grown).toBeGreaterThan(size(source.parsed.root ? toJson(source.parsed.root) : null));
            for (const { path, name } of states) {
              if (name !== after.name)
                expect(allStates(result.machine).some((state) => state.path === path)).toBe(true);
            }
          },
        ),
        { numRuns: 60 },
      );
    });
  },
);
