import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../analyze';
import { isJsonObject, type Json } from '../json';
import { layoutGraph } from '../layout/layoutGraph';
import { drawingFaults } from '../layout/testing/drawingFaults';
import { arbitraryDefinition } from '../testing/arbitraryDefinition';
import type { ComparedState, ComparedTransition, FieldChange, GraphComparison } from './compare.types';
import { compareGraphs } from './compareGraphs';
import { reorderKeys } from './testing/reorderKeys';

const RUNS = { numRuns: 150 };

const compare = (before: Json, after: Json): GraphComparison =>
  compareGraphs(analyze(JSON.stringify(before), 'json'), analyze(JSON.stringify(after), 'json'));

const machine = (StartAt: string, States: Json): Json => ({ StartAt, States });

/** What differs, in words: `added /States/A`, `renamed /States/A > /States/B`. */
const stateWords = ({ states }: GraphComparison): readonly string[] =>
  states.filter(({ status }) => status !== 'same').map(wordsOf);
function wordsOf(state: ComparedState): string {
  if (state.status === 'added') return `added ${state.after.path}`;
  if (state.status === 'removed') return `removed ${state.before.path}`;
  return `${state.status} ${state.before.path}${state.status === 'renamed' ? ` > ${state.after.path}` : ''}`;
}
const transitionWords = ({ transitions }: GraphComparison): readonly string[] =>
  transitions.filter(({ status }) => status !== 'same').map(({ id, status }) => `${status} ${id}`);
const fieldsOf = (comparison: GraphComparison, name: string): readonly FieldChange[] =>
  comparison.states.find((state) => (state.status === 'removed' ? state.before : state.after).name === name)
    ?.fields ?? [];

const A = { Type: 'Pass', Result: { a: 1, b: 2 }, Next: 'B' };
const B = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { x: 1 }, End: true };

/** Two versions of one definition, with some states gone on either side, or two that have nothing in common. */
const twoVersions = fc.oneof(
  fc.tuple(arbitraryDefinition(), arbitraryDefinition()),
  fc
    .tuple(arbitraryDefinition({ maxStates: 8 }), fc.nat(), fc.nat())
    .map(([definition, some, others]) => [
      withoutSome(definition, some),
      renamed(withoutSome(definition, others), others),
    ]),
);

/** Leaves out a state here and there; what led to it leads nowhere. */
function withoutSome(value: Json, seed: number): Json {
  if (Array.isArray(value)) return value.map((item: Json, at) => withoutSome(item, seed + at));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => {
    if (key !== 'States' || !isJsonObject(member)) return [key, withoutSome(member, seed)];
    const kept = Object.entries(member).filter((_, at) => (seed >> (at % 8)) % 3 !== 0);
    return [key, Object.fromEntries(kept.map(([name, state]) => [name, withoutSome(state, seed)]))];
  });
  return Object.fromEntries(entries);
}

/** Writes every name with an ending, where the seed says so. */
const renamed = (value: Json, seed: number): Json =>
  seed % 2 === 0 ? value : JSON.parse(JSON.stringify(value).replaceAll('Bill order', 'Bill the order'));

describe('comparing two versions', () => {
  it('finds nothing between a definition and itself', () => {
    fc.assert(
      fc.property(arbitraryDefinition(), (definition) => {
        const comparison = compare(definition, definition);
        expect([stateWords(comparison), transitionWords(comparison), comparison.machine]).toEqual([
          [],
          [],
          [],
        ]);
      }),
      RUNS,
    );
  });

  it('does not mind the order of keys', () => {
    fc.assert(
      fc.property(arbitraryDefinition(), (definition) => {
        const comparison = compare(definition, reorderKeys(definition));
        expect([stateWords(comparison), transitionWords(comparison), comparison.machine]).toEqual([
          [],
          [],
          [],
        ]);
      }),
      RUNS,
    );
  });

  it('finds the same from the other side, before and after exchanged', () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        const there = compare(before, after);
        const back = compare(after, before);
        expect(sortedTexts(back.states.map(flipState))).toEqual(sortedTexts(there.states.map(bareState)));
        expect(sortedTexts(back.transitions.map(flipTransition))).toEqual(
          sortedTexts(there.transitions.map(bareTransition)),
        );
        expect(sortedTexts(back.machine.map(flipField))).toEqual(sortedTexts(there.machine));
      }),
      RUNS,
    );
  });

  it('draws both versions as one graph in which everything has its place', () => {
    fc.assert(
      fc.property(
        twoVersions,
        fc.constantFrom('down' as const, 'right' as const),
        ([before, after], direction) => {
          const { graph, states, transitions } = compare(before, after);
          const layout = layoutGraph(graph, { direction });
          expect(graph.scopes.flatMap((scope) => drawingFaults(scope, layout))).toEqual([]);
          for (const { node } of states) expect(layout.nodes[node]).toBeDefined();
          for (const { id } of transitions) expect(layout.edges[id]).toBeDefined();
          const nodes = graph.scopes.flatMap((scope) => scope.nodes.map(({ id }) => id));
          expect(new Set(nodes).size).toBe(nodes.length);
          const drawn = graph.scopes.flatMap((scope) => scope.transitions.map(({ id }) => id));
          expect([...drawn].sort()).toEqual(transitions.map(({ id }) => id).sort());
          expect(new Set(drawn).size).toBe(drawn.length);
        },
      ),
      RUNS,
    );
  });

  it('tells added, removed and changed states apart, and says what changed', () => {
    const before = machine('A', { A, B, Gone: { Type: 'Wait', Seconds: 5, Next: 'B' } });
    const after = machine('A', {
      A: { ...A, Result: { a: 1, b: 3, c: true } },
      B,
      Come: { Type: 'Succeed' },
    });
    const comparison = compare(before, after);
    expect(stateWords(comparison)).toEqual([
      'changed /States/A',
      'removed /States/Gone',
      'added /States/Come',
    ]);
    expect(fieldsOf(comparison, 'A')).toEqual([
      {
        kind: 'changed',
        before: { pointer: '/Result/b', value: 2 },
        after: { pointer: '/Result/b', value: 3 },
      },
      { kind: 'added', after: { pointer: '/Result/c', value: true } },
    ]);
    expect(fieldsOf(comparison, 'Come')).toEqual([
      { kind: 'added', after: { pointer: '', value: { Type: 'Succeed' } } },
    ]);
    expect(transitionWords(comparison)).toEqual([
      'added /States/Come#end',
      'removed before:/States/Gone#next',
    ]);
  });

  it('takes a state that was renamed for itself, and what leads to it for unchanged', () => {
    const before = machine('A', { A, B });
    const after = machine('A', { A: { ...A, Next: 'Bill' }, Bill: B });
    const comparison = compare(before, after);
    expect(stateWords(comparison)).toEqual(['renamed /States/B > /States/Bill']);
    expect(transitionWords(comparison)).toEqual([]);
    const changed = compare(
      before,
      machine('A', { A: { ...A, Next: 'Bill' }, Bill: { ...B, Comment: 'x' } }),
    );
    expect(stateWords(changed)).toEqual(['renamed /States/B > /States/Bill']);
    expect(fieldsOf(changed, 'Bill')).toEqual([
      { kind: 'added', after: { pointer: '/Comment', value: 'x' } },
    ]);
  });

  it('does not call a state renamed that does something else', () => {
    const other = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { q: 9 },
      End: true,
    };
    const comparison = compare(
      machine('A', { A, B }),
      machine('A', { A: { ...A, Next: 'Tell' }, Tell: other }),
    );
    expect(stateWords(comparison)).toEqual(['changed /States/A', 'removed /States/B', 'added /States/Tell']);
    expect(transitionWords(comparison)).toContain('added /States/A#next');
    expect(transitionWords(comparison)).toContain('removed before:/States/A#next');
  });

  it('follows rules of a Choice through insertions, and says when their order changed', () => {
    const rule = (n: number, Next: string) => ({ Variable: '$.n', NumericEquals: n, Next });
    const choice = (...rules: readonly Json[]): Json =>
      machine('C', {
        C: { Type: 'Choice', Choices: rules },
        A: { Type: 'Succeed' },
        B: { Type: 'Succeed', Comment: 'b' },
      });
    const inserted = compare(
      choice(rule(1, 'A'), rule(2, 'B')),
      choice(rule(0, 'B'), rule(1, 'A'), rule(2, 'B')),
    );
    expect(transitionWords(inserted)).toEqual(['added /States/C#choice:0']);
    expect(fieldsOf(inserted, 'C')).toEqual([
      { kind: 'added', after: { pointer: '/Choices/0', value: rule(0, 'B') } },
    ]);
    const turned = compare(choice(rule(1, 'A'), rule(2, 'B')), choice(rule(2, 'B'), rule(1, 'A')));
    expect(transitionWords(turned)).toEqual(['changed /States/C#choice:0', 'changed /States/C#choice:1']);
    expect(fieldsOf(turned, 'C').map(({ kind }) => kind)).toEqual(['reordered']);
    const led = compare(choice(rule(1, 'A'), rule(2, 'B')), choice(rule(1, 'A'), rule(2, 'A')));
    expect(transitionWords(led)).toEqual(['removed before:/States/C#choice:1', 'added /States/C#choice:1']);
  });

  it('finds states in branches, also in those that moved aside', () => {
    const branch = (name: string, extra: Json = {}): Json =>
      machine(name, { [name]: { Type: 'Pass', End: true, ...(isJsonObject(extra) ? extra : {}) } });
    const both = (...Branches: readonly Json[]): Json =>
      machine('P', { P: { Type: 'Parallel', Branches, End: true } });
    const comparison = compare(
      both(branch('L'), branch('R')),
      both(branch('New'), branch('L'), branch('R', { Comment: 'now' })),
    );
    expect(stateWords(comparison)).toEqual([
      'changed /States/P',
      'added /States/P/Branches/0/States/New',
      'changed /States/P/Branches/1/States/R',
    ]);
    expect(fieldsOf(comparison, 'P')).toEqual([
      { kind: 'added', after: { pointer: '/Branches/0', value: { StartAt: 'New' } } },
    ]);
  });

  it('keeps what is inside a container that became something else', () => {
    const before = machine('P', {
      P: { Type: 'Parallel', Branches: [machine('I', { I: { Type: 'Succeed' } })], End: true },
    });
    const comparison = compare(before, machine('P', { P: { Type: 'Pass', End: true } }));
    expect(stateWords(comparison)).toEqual(['changed /States/P', 'removed /States/P/Branches/0/States/I']);
    expect(fieldsOf(comparison, 'P')).toEqual([
      {
        kind: 'changed',
        before: { pointer: '/Type', value: 'Parallel' },
        after: { pointer: '/Type', value: 'Pass' },
      },
      { kind: 'removed', before: { pointer: '/Branches', value: [{ StartAt: 'I' }] } },
    ]);
  });

  it('says what differs in the definition itself', () => {
    const before = {
      Comment: 'one',
      ...(isJsonObject(machine('A', { A, B })) ? { StartAt: 'A' } : {}),
      States: { A, B },
    };
    const comparison = compare(before, { ...before, Comment: 'two', StartAt: 'B' });
    expect(
      comparison.machine.map((change) => (change.kind === 'added' ? '' : change.before.pointer)),
    ).toEqual(['/Comment', '/StartAt']);
    expect(transitionWords(comparison)).toEqual(['removed before:start:#start', 'added start:#start']);
  });

  it('never says nothing where something differs', () => {
    expect(compare(machine('A', { A: 1 }), machine('A', { A: 2 })).machine).toHaveLength(1);
    expect(compare([], {}).machine).toHaveLength(1);
  });
});

const sortedTexts = (values: readonly unknown[]): readonly string[] =>
  values.map((value) => JSON.stringify(value, sortKeys)).sort();
const sortKeys = (_: string, value: unknown): unknown =>
  isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

function flipField(change: FieldChange): FieldChange {
  if (change.kind === 'added') return { kind: 'removed', before: change.after };
  if (change.kind === 'removed') return { kind: 'added', after: change.before };
  return { kind: change.kind, before: change.after, after: change.before };
}
const sortedFields = (fields: readonly FieldChange[]) => sortedTexts(fields);
const bareState = ({ node: _, fields, ...state }: ComparedState) => ({
  ...state,
  fields: sortedFields(fields),
});
function flipState(state: ComparedState) {
  const fields = sortedFields(state.fields.map(flipField));
  if (state.status === 'added') return { status: 'removed', before: state.after, fields };
  if (state.status === 'removed') return { status: 'added', after: state.before, fields };
  return { status: state.status, before: state.after, after: state.before, fields };
}
const bareTransition = ({ id: _, ...transition }: ComparedTransition) => transition;
function flipTransition(transition: ComparedTransition) {
  if (transition.status === 'added') return { status: 'removed', before: transition.after };
  if (transition.status === 'removed') return { status: 'added', after: transition.before };
  return { status: transition.status, before: transition.after, after: transition.before };
}
