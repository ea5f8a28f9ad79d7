import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphNode, ScopeGraph, StateNode } from '../graph';
import type { Json } from '../json';
import { buildModel } from '../modelling/buildModel';
import { allScopes, allStates } from '../modelling/stateLookup';
import { parseText } from '../parse/parseText';
import { arbitraryDefinition } from '../testing/arbitraryDefinition';
import { buildGraph } from './buildGraph';

const graphOf = (definition: unknown) => buildGraph(buildModel(parseText(JSON.stringify(definition))));

function onlyScope(definition: unknown): ScopeGraph {
  const [scope] = graphOf(definition).scopes;
  if (scope === undefined) throw new Error('a graph has the scope of the machine');
  return scope;
}
const arrows = (scope: ScopeGraph) =>
  scope.transitions.map(({ id, to, label }) => `${id} → ${to}${label && `: ${label}`}`);
const stateNodes = (nodes: readonly GraphNode[]) =>
  nodes.filter((node): node is StateNode => node.kind === 'state');
const firstNode = (state: Json) => stateNodes(onlyScope({ StartAt: 'A', States: { A: state } }).nodes)[0];

describe('buildGraph', () => {
  it('leads from Start through the states to End', () => {
    const scope = onlyScope({
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } },
    });
    expect(scope.nodes.map(({ id }) => id)).toEqual(['start:', '/States/A', '/States/B', 'end:']);
    expect(arrows(scope)).toEqual([
      'start:#start → /States/A',
      '/States/A#next → /States/B',
      '/States/B#end → end:',
    ]);
  });

  it('puts rules in their order, then Default, then catchers, and says what they mean', () => {
    const scope = onlyScope({
      StartAt: 'C',
      States: {
        C: {
          Type: 'Choice',
          Choices: [
            { Variable: '$.x', NumericEquals: 1, Next: 'T' },
            { Variable: '$.x', IsPresent: true, Next: 'T', Comment: 'there is one' },
          ],
          Default: 'E',
        },
        T: {
          Type: 'Task',
          Resource: 'r',
          Next: 'E',
          Catch: [
            { ErrorEquals: ['A', 'B'], Next: 'E' },
            { ErrorEquals: ['States.ALL'], Next: 'T' },
          ],
        },
        E: { Type: 'Fail' },
      },
    });
    expect(arrows(scope)).toEqual([
      'start:#start → /States/C',
      '/States/C#choice:0 → /States/T: $.x == 1',
      '/States/C#choice:1 → /States/T: there is one',
      '/States/C#default → /States/E: Default',
      '/States/T#next → /States/E',
      '/States/T#catch:0 → /States/E: Catch #1: A, B',
      '/States/T#catch:1 → /States/T: Catch #2: States.ALL',
      '/States/E#end → end:',
    ]);
    expect(scope.transitions[2]?.fullLabel).toBe('there is one: $.x is present');
  });

  it('keeps a long rule whole beside its short label', () => {
    const scope = onlyScope({
      StartAt: 'C',
      States: {
        C: {
          Type: 'Choice',
          Choices: [{ Variable: '$.a.long.path.to.it', StringEquals: 'and a long value', Next: 'C' }],
        },
      },
    });
    expect(scope.transitions[1]?.label).toBe('$.a.long.path.to.it == "and a long valu…');
    expect(scope.transitions[1]?.label).toHaveLength(40);
    expect(scope.transitions[1]?.fullLabel).toBe('$.a.long.path.to.it == "and a long value"');
  });

  it('knows the text that names each target', () => {
    const text =
      '{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Condition": true, "Next": "B"}], "Default": "C"}, "B": {"Type": "Task", "Catch": [{"Next": "D"}], "Next": "E"}}}';
    const [scope] = buildGraph(buildModel(parseText(text))).scopes;
    const named = scope?.transitions.map(({ targetRange }) =>
      text.slice(targetRange?.start, targetRange?.end),
    );
    expect(named).toEqual(['"A"', '"B"', '"C"', '"E"', '"D"']);
  });

  it('draws missing targets once each', () => {
    const scope = onlyScope({
      StartAt: 'Nobody',
      States: { A: { Type: 'Pass', Next: 'No/one' }, B: { Type: 'Pass', Next: 'No/one' } },
    });
    expect(scope.nodes.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'start start:',
      'state /States/A',
      'state /States/B',
      'missing missing:/Nobody',
      'missing missing:/No~1one',
    ]);
    expect(scope.transitions[0]?.to).toBe('missing:/Nobody');
  });

  it('draws an empty scope with its start and end', () => {
    for (const definition of [{}, { StartAt: 'A', States: {} }, [], { States: [] }]) {
      const kinds = onlyScope(definition)
        .nodes.map(({ kind }) => kind)
        .filter((kind) => kind !== 'missing');
      expect(kinds).toEqual(['start', 'end']);
    }
  });

  it('marks what nothing leads to, and nothing while there is no start', () => {
    const States = { A: { Type: 'Succeed' }, B: { Type: 'Pass', Next: 'C' }, C: { Type: 'Pass', Next: 'B' } };
    const marked = (definition: unknown) =>
      stateNodes(onlyScope(definition).nodes)
        .filter(({ unreachable }) => unreachable)
        .map(({ name }) => name);
    expect(marked({ StartAt: 'A', States })).toEqual(['B', 'C']);
    expect(marked({ States })).toEqual([]);
    expect(marked({ StartAt: 'X', States })).toEqual([]);
  });

  it('draws a state with Next and End by its Next', () => {
    const scope = onlyScope({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A', End: true } } });
    expect(arrows(scope)).toEqual(['start:#start → /States/A', '/States/A#next → /States/A']);
  });

  it('draws branches and processors as scopes of their state, depth first', () => {
    const leaf = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Succeed' } } });
    const { scopes } = graphOf({
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'M', States: { M: { Type: 'Map', Iterator: leaf('I'), End: true } } },
            leaf('B'),
          ],
          Next: 'Z',
        },
        Z: { Type: 'Map', ItemProcessor: leaf('J'), End: true },
      },
    });
    expect(scopes.map(({ path, parent }) => `${parent} ⊃ ${path}`)).toEqual([
      'undefined ⊃ ',
      '/States/P ⊃ /States/P/Branches/0',
      '/States/P/Branches/0/States/M ⊃ /States/P/Branches/0/States/M/Iterator',
      '/States/P ⊃ /States/P/Branches/1',
      '/States/Z ⊃ /States/Z/ItemProcessor',
    ]);
    const parallel = scopes[0]?.nodes[1];
    expect(parallel).toMatchObject({
      children: ['/States/P/Branches/0', '/States/P/Branches/1'],
      summary: '2 branches',
    });
  });

  it('gives each state what its box shows', () => {
    expect(
      firstNode({
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Comment: 'c',
        Retry: [{ ErrorEquals: ['A'], MaxAttempts: 2 }, { ErrorEquals: ['B'] }],
      }),
    ).toMatchObject({
      type: 'Task',
      summary: 'SQS: SendMessage',
      resource: { service: 'sqs', action: 'sendMessage', pattern: 'waitForTaskToken' },
      retries: 5,
      comment: 'c',
    });
    expect(
      firstNode({ Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' } } })?.distributed,
    ).toBe(true);
    expect(firstNode({ Type: 'Nonsense' })).toMatchObject({
      type: undefined,
      summary: 'Unknown type “Nonsense”',
    });
  });

  it('has every state exactly once, and both ends of every transition in its scope', () => {
    fc.assert(
      fc.property(arbitraryDefinition(), (definition) => {
        const machine = buildModel(parseText(JSON.stringify(definition)));
        const { scopes } = buildGraph(machine);
        expect(scopes.map(({ path }) => path)).toEqual(allScopes(machine).map(({ path }) => path));
        const drawn = scopes.flatMap(({ nodes }) => stateNodes(nodes).map(({ path }) => path));
        expect(drawn).toEqual(allStates(machine).map(({ path }) => path));
        for (const { nodes, transitions, path } of scopes) {
          const ids = new Set(nodes.map(({ id }) => id));
          expect(ids.size).toBe(nodes.length);
          expect(new Set(transitions.map(({ id }) => id)).size).toBe(transitions.length);
          for (const { from, to, scope } of transitions) {
            expect(ids).toContain(from);
            expect(ids).toContain(to);
            expect(scope).toBe(path);
          }
          expect(
            nodes.some((node) => node.kind === 'missing' || (node.kind === 'state' && node.unreachable)),
          ).toBe(false);
        }
      }),
    );
  });
});
