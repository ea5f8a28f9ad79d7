import { describe, expect, it } from 'vitest';
import {
  ACTIONS,
  analyze,
  applyEdits,
  type Blueprint,
  buildModel,
  type EpochMs,
  type Json,
  PATTERNS,
  parseText,
  planEdit,
  type QueryLanguage,
  type ScopePath,
  type StateNode,
  type TextFormat,
  type TransitionId,
} from '../../asl';
import {
  compileProgram,
  createExecution,
  defaultSettings,
  runToEnd,
  validateDefinition,
} from '../../interpreter';
import { stubAnswer } from '../../services';
import { checkText } from './readText';

/** Advice that is a matter of taste in something so small. */
const TASTE: ReadonlySet<string> = new Set(['LAMBDA_WITHOUT_RETRY', 'NEEDLESS_PASS', 'TASK_WITHOUT_TIMEOUT']);

const blueprints: readonly Blueprint[] = [
  ...ACTIONS.map(({ id }) => ({ kind: 'action', action: id }) as const),
  ...PATTERNS.map(({ id }) => ({ kind: 'pattern', pattern: id }) as const),
];
const named = (blueprint: Blueprint): string =>
  blueprint.kind === 'action'
    ? blueprint.action
    : blueprint.kind === 'pattern'
      ? blueprint.pattern
      : blueprint.stateType;
const cases = blueprints.flatMap((blueprint) =>
  (['JSONPath', 'JSONata'] as const).map(
    (language) => [`${named(blueprint)} in ${language}`, blueprint, language] as const,
  ),
);

/** A chain of two states, in a machine of a query language. */
const chain = (language: QueryLanguage): string =>
  JSON.stringify({
    QueryLanguage: language,
    StartAt: 'Before',
    States: { Before: { Type: 'Pass', Next: 'After' }, After: { Type: 'Succeed' } },
  });

/** The text after the blueprint was inserted on a transition. */
function inserted(text: string, blueprint: Blueprint, on: string, format: TextFormat = 'json'): string {
  const parsed = parseText(text, format);
  const plan = planEdit(
    { parsed, machine: buildModel(parsed) },
    { type: 'insertState', on: on as TransitionId, blueprint },
  );
  if (!plan.ok) throw new Error(plan.reason);
  return applyEdits(text, plan.edits);
}

async function run(text: string, input: Json) {
  const { program } = compileProgram(buildModel(parseText(text, 'json')));
  const execution = createExecution(program, defaultSettings({ startTime: 0 as EpochMs }), input);
  await runToEnd(execution, stubAnswer, { maxTransitions: 1000 });
  return execution;
}

describe('A service action or a pattern inserted between two states', () => {
  it.each(cases)('%s: is a definition that AWS takes', (_, blueprint, language) => {
    const text = inserted(chain(language), blueprint, '/States/Before#next');
    expect(validateDefinition(text, 'STANDARD').diagnostics).toEqual([]);
  });

  it.each(cases)('%s: gives the editor nothing to complain about', (_, blueprint, language) => {
    const text = inserted(chain(language), blueprint, '/States/Before#next');
    const { diagnostics } = checkText(text, 'json', 'STANDARD');
    expect(diagnostics.filter(({ code }) => !TASTE.has(code))).toEqual([]);
  });

  it.each(cases)('%s: is reached and left, and no state of it is out of reach', (_, blueprint, language) => {
    const text = inserted(chain(language), blueprint, '/States/Before#next');
    const nodes = analyze(text, 'json').graph.scopes.flatMap((scope) => scope.nodes);
    const states = nodes.filter((node): node is StateNode => node.kind === 'state');
    expect(states.filter(({ unreachable }) => unreachable)).toEqual([]);
    expect(nodes.filter(({ kind }) => kind === 'missing')).toEqual([]);
    expect(states.length).toBeGreaterThan(2);
  });

  it.each(cases)('%s: runs with services that answer as stubs do', async (_, blueprint, language) => {
    const text = inserted(chain(language), blueprint, '/States/Before#next');
    for (const input of [{}, { order: { id: 7 } }]) {
      const { status, error, cause } = await run(text, input);
      expect({ status, error, cause }).toMatchObject({ status: 'SUCCEEDED' });
    }
  });

  it.each(cases)('%s: can be the end of a workflow, too', async (_, blueprint, language) => {
    const text = inserted(
      JSON.stringify({
        QueryLanguage: language,
        StartAt: 'Before',
        States: { Before: { Type: 'Pass', End: true } },
      }),
      blueprint,
      '/States/Before#end',
    );
    expect(validateDefinition(text, 'STANDARD').diagnostics).toEqual([]);
    expect((await run(text, {})).status).toBe('SUCCEEDED');
  });

  it.each(cases)('%s: says the same in YAML', (_, blueprint, language) => {
    const yaml = `QueryLanguage: ${language}
StartAt: Before
States:
  Before:
    Type: Pass
    Next: After
  After:
    Type: Succeed
`;
    const text = inserted(yaml, blueprint, '/States/Before#next', 'yaml');
    const states = (written: string, format: TextFormat) =>
      buildModel(parseText(written, format)).states.map(({ name, definition: { Type } }) => [name, Type]);
    expect(states(text, 'yaml')).toEqual(
      states(inserted(chain(language), blueprint, '/States/Before#next'), 'json'),
    );
  });
});

describe('The catalogue', () => {
  it.each(ACTIONS.filter(({ id }) => id !== 'activity').map(({ id, name }) => [id, name] as const))(
    'names %s as the canvas does',
    (action, name) => {
      const { graph } = analyze(
        inserted(chain('JSONPath'), { kind: 'action', action }, 'start:#start'),
        'json',
      );
      const node = graph.scopes[0]?.nodes.find((each) => each.kind === 'state');
      expect(node).toMatchObject({ name, summary: name });
    },
  );

  it('knows an activity by its service', () => {
    const text = inserted(chain('JSONata'), { kind: 'action', action: 'activity' }, 'start:#start');
    const node = analyze(text, 'json').graph.scopes[0]?.nodes.find((each) => each.kind === 'state');
    expect(node).toMatchObject({ resource: { service: 'activity' } });
  });

  it('keeps names unique when the same is added again and again', () => {
    for (const blueprint of blueprints) {
      let text = chain('JSONata');
      for (let count = 0; count < 3; count++) text = inserted(text, blueprint, '/States/Before#next');
      expect(validateDefinition(text, 'STANDARD').diagnostics).toEqual([]);
    }
  });

  it('gives every entry words of its own', () => {
    const purposes = [...ACTIONS, ...PATTERNS].map(({ name, purpose }) => `${name}: ${purpose}`);
    expect(new Set(purposes).size).toBe(purposes.length);
  });
});

describe('Something new that goes on', () => {
  it.each(blueprints.map((blueprint) => [named(blueprint), blueprint] as const))(
    '%s: says where more can be added after it',
    (_, blueprint) => {
      const text = chain('JSONPath');
      const parsed = parseText(text, 'json');
      const source = { parsed, machine: buildModel(parsed) };
      for (const intent of [
        { type: 'insertState', on: '/States/Before#next' as TransitionId, blueprint },
        { type: 'addState', scope: '' as ScopePath, blueprint },
      ] as const) {
        const plan = planEdit(source, intent);
        if (!plan.ok || plan.onward === undefined) throw new Error('nothing goes on');
        const after = applyEdits(text, plan.edits);
        const known = analyze(after, 'json').graph.scopes[0]?.transitions.map(({ id }) => id);
        expect(known).toContain(plan.onward);
        const more = inserted(after, { kind: 'state', stateType: 'Wait' }, plan.onward);
        const from = plan.onward.slice(0, plan.onward.lastIndexOf('#'));
        const led = analyze(more, 'json').graph.scopes[0]?.transitions.map(
          (each) => `${each.from} ${each.to}`,
        );
        expect(led).toContain(`${from} /States/Wait`);
      }
    },
  );
});
