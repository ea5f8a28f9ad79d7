import { describe, expect, it } from 'vitest';
import type { State, StateDefinition } from '../model';
import { parseText } from '../parse/parseText';
import type { StatePath } from '../syntax';
import { buildModel } from './buildModel';
import { findState } from './stateLookup';

const model = (definition: unknown) =>
  buildModel(parseText(typeof definition === 'string' ? definition : JSON.stringify(definition)));

/** The only state of a machine that has it as `A`. */
function only(state: unknown, machine: object = {}): { state: State; messages: readonly string[] } {
  const built = model({ ...machine, StartAt: 'A', States: { A: state } });
  const found = findState(built, '/States/A' as StatePath);
  if (found === undefined) throw new Error('the state is not in the model');
  return { state: found, messages: built.diagnostics.map(({ message }) => message) };
}
const definitionOf = (state: unknown, machine?: object): StateDefinition =>
  only(state, machine).state.definition;

describe('buildModel', () => {
  it('reads the machine, its scopes and where things stand', () => {
    const text =
      '{"StartAt": "A", "Comment": "c", "TimeoutSeconds": 5, "States": {"A": {"Type": "Succeed"}}}';
    const machine = model(text);
    expect(machine).toMatchObject({
      path: '',
      StartAt: 'A',
      Comment: 'c',
      TimeoutSeconds: 5,
      diagnostics: [],
    });
    expect(text.slice(machine.startAtRange?.start, machine.startAtRange?.end)).toBe('"A"');
    const [state] = machine.states;
    expect(state).toMatchObject({ path: '/States/A', name: 'A', scope: '', queryLanguage: 'JSONPath' });
    expect(text.slice(state?.keyRange.start, state?.keyRange.end)).toBe('"A"');
    expect(text.slice(state?.node?.start, state?.node?.end)).toBe('{"Type": "Succeed"}');
  });

  it.each([
    { Type: 'Pass', Result: { 'a.$': 1 }, ResultPath: null, Parameters: [1], End: true },
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      InputPath: '$.a',
      OutputPath: null,
      ResultSelector: {},
      Credentials: { RoleArn: 'r' },
      TimeoutSecondsPath: '$.t',
      HeartbeatSeconds: 3,
      Next: 'B',
    },
    { Type: 'Wait', SecondsPath: '$.s', Next: 'B', Comment: 'w' },
    { Type: 'Wait', Timestamp: '2030-01-01T00:00:00Z', End: true },
    { Type: 'Succeed', InputPath: '$', QueryLanguage: 'JSONPath' },
    { Type: 'Fail', ErrorPath: '$.e', Cause: 'c' },
    {
      Type: 'Task',
      QueryLanguage: 'JSONata',
      Arguments: '{% $x %}',
      Assign: { a: 1 },
      TimeoutSeconds: '{% 3 %}',
      End: true,
    },
  ])('keeps every field of $Type as it is written', (written) => {
    const { state, messages } = only(written);
    expect(state.definition).toEqual(written);
    expect(messages).toEqual([]);
  });

  it('knows the query language of each state: its own, else that of the machine', () => {
    const machine = model({
      QueryLanguage: 'JSONata',
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          QueryLanguage: 'JSONPath',
          Branches: [{ StartAt: 'I', States: { I: { Type: 'Succeed' } } }],
          End: true,
        },
      },
    });
    expect(findState(machine, '/States/P' as StatePath)?.queryLanguage).toBe('JSONPath');
    expect(findState(machine, '/States/P/Branches/0/States/I' as StatePath)?.queryLanguage).toBe('JSONata');
  });

  it('reads retriers and catchers in their places', () => {
    const { state, messages } = only({
      Type: 'Task',
      Resource: 'r',
      Retry: [{ ErrorEquals: ['A'], MaxAttempts: 0, BackoffRate: 1.5, JitterStrategy: 'FULL' }],
      Catch: [7, { ErrorEquals: ['States.ALL'], Next: 'B', ResultPath: null }, { Next: 'C' }],
      End: true,
    });
    expect(state.definition).toMatchObject({
      Retry: [{ ErrorEquals: ['A'], MaxAttempts: 0, BackoffRate: 1.5, JitterStrategy: 'FULL' }],
      Catch: [
        { ErrorEquals: [], node: undefined },
        { ErrorEquals: ['States.ALL'], Next: 'B', ResultPath: null },
        { ErrorEquals: [], Next: 'C' },
      ],
    });
    expect(messages).toEqual(['A catcher must be an object, but this is a number.']);
  });

  it('reads choice rules of JSONPath', () => {
    const definition = definitionOf({
      Type: 'Choice',
      Choices: [
        {
          And: [
            { Variable: '$.a', NumericGreaterThanPath: '$.b' },
            { Or: [{ Not: { Variable: '$.c', IsPresent: true } }] },
          ],
          Next: 'B',
          Comment: 'c',
        },
        { Variable: '$.d', StringEquals: 'x', Next: 'C', Assign: { v: 1 } },
      ],
      Default: 'D',
    });
    expect(definition).toMatchObject({
      Default: 'D',
      Choices: [
        {
          Next: 'B',
          Comment: 'c',
          expression: {
            kind: 'and',
            rules: [
              { kind: 'comparison', variable: '$.a', operator: 'NumericGreaterThanPath', operand: '$.b' },
              {
                kind: 'or',
                rules: [{ kind: 'not', rule: { kind: 'comparison', operator: 'IsPresent', operand: true } }],
              },
            ],
          },
        },
        { Next: 'C', Assign: { v: 1 }, expression: { kind: 'comparison', variable: '$.d', operand: 'x' } },
      ],
    });
  });

  it('reads choice rules of JSONata', () => {
    const definition = definitionOf(
      {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $x > 1 %}', Next: 'B' },
          { Condition: true, Next: 'C' },
        ],
      },
      { QueryLanguage: 'JSONata' },
    );
    expect(definition).toMatchObject({
      Choices: [
        { expression: { kind: 'condition', condition: '{% $x > 1 %}' } },
        { expression: { kind: 'condition', condition: true } },
      ],
    });
  });

  it.each([
    [
      { Next: 'B' },
      'This choice rule says nothing to test. Give it a Variable with a comparison, or one of And, Or and Not.',
    ],
    [
      { Variable: '$.a', Next: 'B' },
      'There is nothing that “$.a” is compared with. Add an operator such as StringEquals.',
    ],
    [
      { Variable: '$.a', StringEqual: 'x' },
      '“StringEqual” is not a comparison operator. Did you mean “StringEquals”?',
    ],
    [{ Variable: 1, StringEquals: 'x' }, '“Variable” must be a path such as $.status, but this is a number.'],
    [{ And: {} }, '“And” must be a list of choice rules, but this is an object.'],
    [{ Not: [] }, '“Not” must be a choice rule, but this is a list.'],
    [{ Or: [1] }, 'A choice rule must be an object, but this is a number.'],
    ['x', 'A choice rule must be an object, but this is a string.'],
  ])('keeps and reports a rule that it cannot read: %j', (rule, message) => {
    const { state, messages } = only({ Type: 'Choice', Choices: [rule], Default: 'B' });
    expect(messages).toEqual([message]);
    expect(state.definition).toMatchObject({ Choices: [{ expression: {} }] });
  });

  it('reads branches, processors and their configuration', () => {
    const inner = { StartAt: 'I', States: { I: { Type: 'Succeed' } } };
    expect(definitionOf({ Type: 'Parallel', Branches: [inner, inner], End: true })).toMatchObject({
      Branches: [
        { path: '/States/A/Branches/0', states: [{ path: '/States/A/Branches/0/States/I' }] },
        { path: '/States/A/Branches/1', StartAt: 'I' },
      ],
    });
    const config = { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' };
    expect(
      definitionOf({ Type: 'Map', ItemProcessor: { ...inner, ProcessorConfig: config }, End: true }),
    ).toMatchObject({
      ProcessorField: 'ItemProcessor',
      ProcessorConfig: config,
      Processor: { path: '/States/A/ItemProcessor', states: [{ name: 'I' }] },
    });
    expect(definitionOf({ Type: 'Map', Iterator: inner, End: true })).toMatchObject({
      ProcessorField: 'Iterator',
      Processor: { path: '/States/A/Iterator' },
    });
  });

  it.each([
    [{ Type: 'Task', Resource: 1 }, 'Resource', '“Resource” must be a string, but this is a number.'],
    [
      { Type: 'Task', TimeoutSeconds: '5' },
      'TimeoutSeconds',
      '“TimeoutSeconds” must be a number or a {% JSONata %} expression, but this is a string.',
    ],
    [{ Type: 'Pass', End: 'true' }, 'End', '“End” must be true or false, but this is a string.'],
    [
      { Type: 'Pass', ResultPath: [] },
      'ResultPath',
      '“ResultPath” must be a string or null, but this is a list.',
    ],
    [{ Type: 'Task', Retry: {} }, 'Retry', '“Retry” must be a list of retriers, but this is an object.'],
    [
      { Type: 'Parallel', Branches: {} },
      'x',
      '“Branches” must be a list of branches, but this is an object.',
    ],
    [
      { Type: 'Map', ItemProcessor: [] },
      'Processor',
      '“ItemProcessor” must be an object with StartAt and States, but this is a list.',
    ],
    [
      { Type: 'Fail', QueryLanguage: 'SQL' },
      'QueryLanguage',
      '“QueryLanguage” must be “JSONPath” or “JSONata”, but this is a string.',
    ],
  ])('leaves out and reports a value of the wrong type: %j', (written, field, message) => {
    const { state, messages } = only(written);
    expect(messages).toEqual([message]);
    expect(Object.keys(state.definition)).not.toContain(field);
  });

  it('says where and in which state', () => {
    const text = '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": true, "End": true}}}';
    const [finding] = model(text).diagnostics;
    expect(finding).toMatchObject({
      code: 'SCHEMA_VALIDATION_FAILED',
      severity: 'error',
      state: '/States/A',
    });
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('true');
  });

  it.each([
    { Type: 'Task', Resource: 'r', TimeoutSeconds: `\${t}`, Retry: `\${retry}`, End: true },
    { Type: 'Task', Resource: { Ref: 'Fn' }, Catch: [`\${c}`], End: true },
    { Type: 'Task', Resource: { 'Fn::GetAtt': ['Fn', 'Arn'] }, End: true },
    { Type: 'Choice', Choices: [`\${r}`, { And: `\${x}` }], Default: 'A' },
    { Type: 'Parallel', Branches: [`\${b}`], End: true },
    { Type: `\${type}` },
    `\${state}`,
  ])('accepts a placeholder anywhere: %j', (written) => {
    expect(only(written).messages).toEqual([]);
  });

  it.each([
    [{ Type: 'Tsk' }, '“Tsk” is not a state type. Did you mean “Task”?'],
    [{ Type: 'task' }, 'Did you mean “Task”?'],
    [{}, 'This state has no Type.'],
    [{ Type: {} }, '“an object” is not a state type.'],
    [7, '“A” must be a state, which is an object, but this is a number.'],
  ])('draws and reports a state of unknown type: %j', (written, message) => {
    const { state, messages } = only(written);
    expect(state.definition.Type).toBeUndefined();
    expect(messages).toEqual([expect.stringContaining(message)]);
  });

  it('counts the last of two states with one name', () => {
    const machine = model(
      '{"StartAt": "A", "States": {"A": {"Type": "Fail"}, "B": {"Type": "Fail"}, "A": {"Type": "Succeed"}}}',
    );
    expect(machine.states.map(({ name, definition }) => `${name} ${definition.Type}`)).toEqual([
      'B Fail',
      'A Succeed',
    ]);
  });

  it('takes __proto__ and constructor for names like any other', () => {
    const text =
      '{"StartAt": "__proto__", "States": {"__proto__": {"Type": "Pass", "constructor": 1, "Next": "constructor"}, "constructor": {"Type": "Fail"}}}';
    const machine = model(text);
    expect(machine.states.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(machine.states[0]?.definition).toEqual({ Type: 'Pass', Next: 'constructor' });
  });

  it.each([
    ['', 'MISSING_DESCRIPTION', 'There is no definition yet.'],
    ['# only a comment\n', 'MISSING_DESCRIPTION', 'There is no definition yet.'],
    ['[]', 'SCHEMA_VALIDATION_FAILED', 'but this is a list.'],
    ['"{}"', 'SCHEMA_VALIDATION_FAILED', 'but this is a string.'],
  ])('makes an empty machine of %j and says what is expected', (text, code, message) => {
    const machine = model(text);
    expect(machine.states).toEqual([]);
    expect(machine.diagnostics).toEqual([
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    ]);
  });
});
