import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditIntent } from '../edit.types';
import type { TransitionId } from '../graph';
import { buildGraph } from '../graphing/buildGraph';
import type { Json, JsonObject } from '../json';
import { allStates } from '../modelling/stateLookup';
import { toJson } from '../parse/toJson';
import { sameJson } from '../sameJson';
import type { StatePath, TextFormat } from '../syntax';
import { planEdit } from './planEdit';
import { arbitraryText } from './testing/arbitraryText';
import { edit, edited, refusalOf, sourceOf } from './testing/edited';
import { pathOf } from './testing/intents';

/** A machine by what its states lead to: a name, `End`, or a whole state. */
function machine(states: Readonly<Record<string, string | JsonObject>>, StartAt = 'A'): string {
  const written = Object.entries(states).map(([name, state]) => [
    name,
    typeof state === 'string'
      ? { Type: 'Pass', ...(state === 'End' ? { End: true } : { Next: state }) }
      : state,
  ]);
  return JSON.stringify({ StartAt, States: Object.fromEntries(written) }, null, 2);
}
const flow = (text: string, format?: TextFormat) =>
  buildGraph(sourceOf(text, format).machine).scopes.flatMap(({ transitions }) =>
    transitions.map(({ from, to }) => `${tail(from)}→${tail(to)}`),
  );
const tail = (id: string) => (id.startsWith('/') ? id.slice(id.lastIndexOf('/') + 1) : id.split(':')[0]);

const chain = machine({ A: 'B', B: 'C', C: 'End' });
const move = (state: string, onto: string, copy = false): EditIntent => ({
  type: 'moveState',
  state: pathOf(state),
  onto: (onto.startsWith('start') || onto.startsWith('/') ? onto : `/States/${onto}`) as TransitionId,
  copy,
});
const wrap = (container: 'Parallel' | 'Map', ...states: string[]): EditIntent => ({
  type: 'wrapStates',
  container,
  states: states.map(pathOf),
});
const unwrap = (state: string): EditIntent => ({ type: 'unwrapState', state: pathOf(state) });

describe('moving a state', () => {
  it('takes it out of its chain and puts it on a transition, its text stays', () => {
    expect(flow(edited(chain, move('A', 'C#next')))).toEqual(['start→B', 'A→end', 'B→C', 'C→A']);
    expect(flow(edited(chain, move('C', 'start:#start')))).toEqual(['start→C', 'A→B', 'B→end', 'C→A']);
    expect(edited(chain, move('B', 'start:#start'))).toContain(
      '"C": {\n      "Type": "Pass",\n      "End": true',
    );
  });
  it('leads the Default of a Choice on', () => {
    const choosing = machine({
      A: 'Q',
      Q: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'C' }], Default: 'B' },
      B: 'C',
      C: 'D',
      D: 'End',
    });
    expect(flow(edited(choosing, move('Q', 'C#next')))).toEqual([
      ...['start→A', 'A→B', 'Q→C', 'Q→D', 'B→C', 'C→Q', 'D→end'],
    ]);
  });
  const branches = machine({
    A: 'P',
    P: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'X', States: { X: { Type: 'Pass', Next: 'Y' }, Y: { Type: 'Pass', End: true } } },
        { StartAt: 'Z', States: { Z: { Type: 'Pass', End: true } } },
      ],
      End: true,
    },
  });
  it('goes into another scope with all that is in it', () => {
    const text = edited(
      branches,
      move('/States/P/Branches/0/States/X', '/States/P/Branches/1/States/Z#next'),
    );
    expect(flow(text)).toEqual(['start→A', 'A→P', 'P→end', 'start→Y', 'Y→end', 'start→Z', 'Z→X', 'X→end']);
    expect(flow(edited(branches, move('/States/P/Branches/0/States/Y', 'A#next')))).toContain('A→Y');
  });
  it('is refused where it would break what the state or its branch needs', () => {
    expect(refusalOf(branches, move('/States/P/Branches/1/States/Z', 'A#next'))).toContain('only state');
    expect(refusalOf(branches, move('P', '/States/P/Branches/1/States/Z#next'))).toContain('into itself');
    expect(refusalOf(chain, move('B', 'A#next'))).toContain('there already');
    const catching = machine({
      A: { Type: 'Task', Resource: 'f', Catch: [{ ErrorEquals: ['E'], Next: 'B' }], Next: 'B' },
      B: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'M', States: { M: { Type: 'Pass', End: true } } },
        End: true,
      },
    });
    const inside = move('A', '/States/B/ItemProcessor/States/M#next');
    expect(refusalOf(catching, inside)).toContain('leads to “B”');
    expect(flow(edited(catching, { ...inside, copy: true } as EditIntent))).toContain('M→A (2)');
  });
});

describe('several states', () => {
  it('are deleted together, each healing its chain', () => {
    const intent: EditIntent = { type: 'deleteStates', states: [pathOf('A'), pathOf('B')] };
    expect(flow(edited(chain, intent))).toEqual(['start→C', 'C→end']);
    expect(edit(chain, intent).label).toBe('Delete 2 states');
  });
  it('are duplicated with what they say of each other, whatever order they were chosen in', () => {
    const intent: EditIntent = { type: 'duplicateStates', states: [pathOf('B'), pathOf('A')] };
    expect(flow(edited(chain, intent))).toEqual([
      ...['start→A', 'A→B', 'B→A (2)', 'A (2)→B (2)', 'B (2)→C', 'C→end'],
    ]);
  });
});

describe('wrapping and unwrapping', () => {
  it('puts a chain into a container, and back', () => {
    const wrapped = edited(chain, wrap('Parallel', 'A', 'B'));
    expect(flow(wrapped)).toEqual(['start→Parallel', 'Parallel→C', 'C→end', 'start→A', 'A→B', 'B→end']);
    expect(edited(wrapped, unwrap('Parallel'))).toBe(chain);
    const mapped = edited(chain, wrap('Map', 'C'));
    expect(flow(mapped)).toEqual(['start→A', 'A→B', 'B→Map', 'Map→end', 'start→C', 'C→end']);
    expect(edited(mapped, unwrap('Map'))).toBe(chain);
  });
  it('chains branches, and lets a Succeed lead on', () => {
    const text = machine({
      A: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'X', States: { X: { Type: 'Succeed' } } },
          { StartAt: 'Y', States: { Y: { Type: 'Pass', End: true } } },
        ],
        Next: 'B',
      },
      B: 'End',
    });
    expect(flow(edited(text, unwrap('A')))).toEqual(['start→X', 'X→Y', 'Y→B', 'B→end']);
  });
  it('is refused without one way in and one way out', () => {
    expect(refusalOf(chain, wrap('Map', 'A', 'C'))).toContain('one way');
    const choosing = machine({
      A: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'C' }], Default: 'B' },
      B: 'C',
      C: 'End',
    });
    expect(refusalOf(choosing, wrap('Map', 'A', 'B'))).toContain('Choose that state, too');
    expect(refusalOf(chain, unwrap('A'))).toContain('nothing inside');
  });
});

describe('reordering', () => {
  it('lets items change places as they are written', () => {
    const text =
      '{ "States": { "A": { "Choices": [ {"Next":"X"}, { "Next": "Y" /* y */ },\n {"Next":"Z"} ] } } }';
    expect(edited(text, { type: 'reorderItems', list: '/States/A/Choices', from: 2, to: 0 })).toBe(
      '{ "States": { "A": { "Choices": [ {"Next":"Z"}, {"Next":"X"},\n { "Next": "Y" /* y */ } ] } } }',
    );
  });
});

describe.each<TextFormat>(['json', 'yaml'])('structural edits of any definition: %s', (format) => {
  const typed = arbitraryText(format, { maxStates: 5, maxDepth: 1 });
  const namesIn = (text: string) => allStates(sourceOf(text, format).machine).map(({ name }) => name);
  const missing = (text: string) =>
    buildGraph(sourceOf(text, format).machine).scopes.flatMap(({ nodes }) =>
      nodes.filter(({ kind }) => kind === 'missing'),
    );
  const pick = <Item>(items: readonly Item[], which: number) => items[which % items.length] as Item;

  it('moving keeps every state and leaves no dangling name', () => {
    fc.assert(
      fc.property(typed, fc.nat(), fc.nat(), ({ text }, which, where) => {
        const source = sourceOf(text, format);
        const state = pick(allStates(source.machine), which);
        const transitions = buildGraph(source.machine).scopes.flatMap((scope) => scope.transitions);
        const intent = move(state.path, pick(transitions, where).id);
        if (!planEdit(source, intent).ok) return;
        const after = edit(text, intent, format).text;
        expect([...namesIn(after)].sort()).toEqual([...namesIn(text)].sort());
        expect(missing(after)).toEqual([]);
      }),
    );
  });
  it('wrapping and unwrapping give the same definition again', () => {
    fc.assert(
      fc.property(
        typed,
        fc.nat(),
        fc.nat(3),
        fc.constantFrom<'Parallel' | 'Map'>('Parallel', 'Map'),
        ({ text }, which, more, container) => {
          const source = sourceOf(text, format);
          const states = allStates(source.machine);
          const first = pick(states, which);
          const scope = states.filter((each) => each.scope === first.scope);
          const at = scope.indexOf(first);
          const chosen = scope.slice(at, at + 1 + more);
          const intent = { type: 'wrapStates', container, states: chosen.map(({ path }) => path) } as const;
          if (!planEdit(source, intent).ok) return;
          const wrapped = edit(text, intent, format);
          expect(missing(wrapped.text)).toEqual([]);
          const back = edit(
            wrapped.text,
            { type: 'unwrapState', state: wrapped.select ?? ('' as StatePath) },
            format,
          );
          const json = (of: string): Json => toJson(sourceOf(of, format).parsed.root ?? raise());
          const hasSucceed = chosen.some(({ definition }) => definition.Type === 'Succeed');
          if (!hasSucceed) expect(sameJson(json(back.text), json(text))).toBe(true);
        },
      ),
    );
  });
  it('deleting several leaves the others and no dangling name', () => {
    fc.assert(
      fc.property(typed, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), ({ text }, which) => {
        const states = allStates(sourceOf(text, format).machine);
        const chosen = [...new Set(which.map((index) => pick(states, index).path))];
        const { text: after } = edit(text, { type: 'deleteStates', states: chosen }, format);
        const left = states.filter(({ path }) => !chosen.some((gone) => `${path}/`.startsWith(`${gone}/`)));
        expect(namesIn(after)).toEqual(left.map(({ name }) => name));
        expect(missing(after)).toEqual([]);
      }),
    );
  });
  it('reordering puts the item there and keeps all the others in order', () => {
    fc.assert(
      fc.property(typed, fc.nat(), fc.nat(), fc.nat(), ({ text }, which, from, to) => {
        const lists = allStates(sourceOf(text, format).machine).flatMap(({ path, definition }) =>
          definition.Type === 'Choice' ? [{ list: `${path}/Choices`, count: definition.Choices.length }] : [],
        );
        if (lists.length === 0) return;
        const { list, count } = pick(lists, which);
        const intent = { type: 'reorderItems', list, from: from % count, to: to % count } as const;
        const plan = planEdit(sourceOf(text, format), intent);
        if (plan.ok) edit(text, intent, format);
        else expect(plan.reason).toContain('cannot change places');
      }),
    );
  });
});

function raise(): never {
  throw new Error('There is no definition in the text');
}
