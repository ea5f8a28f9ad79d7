import { describe, expect, it } from 'vitest';
import { createStateMachineError } from './createStateMachine';
import { creationError, validateDefinition } from './validateDefinition';

const machine = (state: object, top: object = {}) =>
  JSON.stringify({ StartAt: 'S', States: { S: state }, ...top });
const pass = { Type: 'Pass', End: true };
const lambda = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
const invoke = { ...lambda, Parameters: { FunctionName: 'f' } };
const inner = { StartAt: 'I', States: { I: pass } };
const map = { Type: 'Map', ItemProcessor: inner, End: true };
const choice = (rule: object) => ({ Type: 'Choice', Choices: [rule], Default: 'E' });

/** The findings as `CODE message at location`. */
const say = (text: string, type: 'STANDARD' | 'EXPRESS' = 'STANDARD') =>
  validateDefinition(text, type).diagnostics.map(
    ({ code, message, location }) => `${code} ${message} at ${location}`,
  );
const SCHEMA = 'SCHEMA_VALIDATION_FAILED';

describe('a document', () => {
  it('is refused when it is blank, no JSON, or no machine', () => {
    expect(say('  ')).toEqual([`${SCHEMA} Definition must be a valid JSON object at undefined`]);
    expect(say('hello there')[0]).toContain("Unrecognized token 'hello'");
    expect(say('{}')).toEqual([`${SCHEMA} These fields are required: [States, StartAt] at /`]);
  });

  it.each([
    [{ Sate: 1 }, "Field 'Sate' is not supported at /"],
    [{ Version: '2.0' }, 'Value should be one of the following: [1.0] at /Version'],
    [
      { QueryLanguage: 'XPath' },
      'Value should be one of the following: [JSONPath, JSONata] at /QueryLanguage',
    ],
    [{ TimeoutSeconds: '5' }, 'Expected value of type Integer at /TimeoutSeconds'],
  ])('has only the fields of a machine: %j', (top, message) => {
    expect(say(machine(pass, top))[0]).toBe(`${SCHEMA} ${message}`);
  });

  it('is accepted with a time limit of 0', () => {
    expect(say(machine(pass, { TimeoutSeconds: 0 }))).toEqual([]);
  });
});

describe('a state', () => {
  it.each<[string, object, string]>([
    [
      'an unknown type',
      { Type: 'Loop' },
      "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/S/Type",
    ],
    ['a field of another type', { ...pass, Seconds: 3 }, "Field 'Seconds' is not supported at /States/S"],
    [
      'both ways onward',
      { ...pass, Next: 'S' },
      'There should only be one of the following fields: [Next, End] at /States/S',
    ],
    [
      'no way onward',
      { Type: 'Pass' },
      'This object should have only one of the following fields: [Next, End] at /States/S',
    ],
    [
      'a field of the other language',
      { ...pass, Output: 1 },
      "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/S",
    ],
    [
      'a path without its dollar',
      { ...pass, InputPath: 'a' },
      'Value must be a valid JSONPath. at /States/S/InputPath',
    ],
    [
      'a result path to several places',
      { ...pass, ResultPath: '$.a[*]' },
      'Value is not a Reference Path at /States/S/ResultPath',
    ],
    [
      'a template that is no path',
      { ...pass, Parameters: { 'x.$': 'plain' } },
      "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /States/S/Parameters/x.$",
    ],
    [
      'two times to wait for',
      { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true },
      'There should only be one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp] at /States/S',
    ],
    [
      'a time that is none',
      { Type: 'Wait', Timestamp: '2026-01-01', End: true },
      'String does not match RFC3339 timestamp at /States/S/Timestamp',
    ],
    [
      'a wait below nothing',
      { Type: 'Wait', Seconds: -1, End: true },
      'Minimum value is 0 at /States/S/Seconds',
    ],
    [
      'an error that is no text',
      { Type: 'Fail', Error: 5 },
      'Expected value of type [STRING] at /States/S/Error',
    ],
    [
      'error and its path',
      { Type: 'Fail', Error: 'E', ErrorPath: '$.e' },
      'There should only be one of the following fields: [Error, ErrorPath] at /States/S',
    ],
    [
      'no branches',
      { Type: 'Parallel', Branches: [], End: true },
      'Value cannot be empty at /States/S/Branches',
    ],
    [
      'a branch without a start',
      { Type: 'Parallel', Branches: [{ States: { I: pass } }], End: true },
      'These fields are required: [StartAt] at /States/S/Branches[0]',
    ],
    [
      'a map without a processor',
      { Type: 'Map', End: true },
      'This object should have only one of the following fields: [ItemProcessor, Iterator] at /States/S',
    ],
    [
      'a distributed map without a type',
      { ...map, ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
      'These fields are required: [ExecutionType] at /States/S/ItemProcessor/ProcessorConfig',
    ],
    [
      'a resource that is no ARN',
      { ...invoke, Resource: 'lambda' },
      'Value is not a valid resource ARN at /States/S/Resource',
    ],
    [
      'a service without a request',
      lambda,
      'Parameters field is required for resource ARN: arn:aws:states:::lambda:invoke at /States/S',
    ],
    [
      'a request without its member',
      { ...lambda, Parameters: {} },
      "The field 'FunctionName' is required but was missing at /States/S/Parameters",
    ],
    [
      'credentials without a role',
      { ...invoke, Credentials: {} },
      "The field 'RoleArn' is required but was missing at /States/S/Credentials",
    ],
    [
      'a task with no time',
      { ...invoke, TimeoutSeconds: 0 },
      'Minimum value is 1 at /States/S/TimeoutSeconds',
    ],
    [
      'a retrier without errors',
      { ...invoke, Retry: [{}] },
      'These fields are required: [ErrorEquals] at /States/S/Retry[0]',
    ],
    [
      'all errors beside another',
      { ...invoke, Retry: [{ ErrorEquals: ['States.ALL', 'X'] }] },
      'States.ALL must appear alone and at end of list at /States/S/Retry[0]/ErrorEquals',
    ],
    [
      'an unknown jitter',
      { ...invoke, Retry: [{ ErrorEquals: ['X'], JitterStrategy: 'SOME' }] },
      'Value should be one of the following: [NONE, FULL] at /States/S/Retry[0]/JitterStrategy',
    ],
    [
      'a catcher that leads nowhere',
      { ...invoke, Catch: [{ ErrorEquals: ['X'] }] },
      'These fields are required: [Next] at /States/S/Catch[0]',
    ],
  ])('is refused with %s', (_, state, message) => {
    expect(say(machine(state))).toContain(`${SCHEMA} ${message}`);
  });

  it.each<[string, object]>([
    [
      'a function by its ARN alone',
      { ...lambda, Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
    ],
    ['a resource a deployment tool puts in', { ...lambda, Resource: '${FunctionArn}' }],
    ['an interval of 0', { ...invoke, Retry: [{ ErrorEquals: ['X'], IntervalSeconds: 0 }] }],
    ['a required member under its path', { ...lambda, Parameters: { 'FunctionName.$': '$.f' } }],
    ['a cause from an intrinsic function', { Type: 'Fail', CausePath: 'States.UUID()' }],
    ['a null path', { ...pass, InputPath: null }],
  ])('is accepted with %s', (_, state) => {
    expect(say(machine(state))).toEqual([]);
  });
});

describe('a Choice', () => {
  const withEnd = (rule: object) =>
    JSON.stringify({ StartAt: 'S', States: { S: choice(rule), E: { Type: 'Succeed' } } });

  it.each<[object, string]>([
    [
      { Next: 'E' },
      'The object must have only one of the following fields, [And, Or, Not, Variable, Condition] at /States/S/Choices[0]',
    ],
    [{ Variable: '$.a', IsNull: true }, 'These fields are required: [Next] at /States/S/Choices[0]'],
    [
      { Variable: 'a', IsNull: true, Next: 'E' },
      "Value is not a Reference Path: Reference path didn't start with '$' at /States/S/Choices[0]/Variable",
    ],
    [
      { And: [{ Variable: '$.a', IsNull: true, Next: 'E' }], Next: 'E' },
      "Field 'Next' is not supported at /States/S/Choices[0]/And[0]",
    ],
    [
      { Condition: true, Next: 'E' },
      "The QueryLanguage is set to 'JSONPath', but field 'Condition' is only supported for the 'JSONata' QueryLanguage at /States/S",
    ],
  ])('is refused: %j', (rule, message) => {
    expect(say(withEnd(rule))).toContain(`${SCHEMA} ${message}`);
  });

  it('takes one operator a comparison', () => {
    expect(say(withEnd({ Variable: '$.a', IsNull: true, IsString: true, Next: 'E' }))[0]).toMatch(
      /There should only be one of the following fields: \[BooleanEquals, /,
    );
    expect(say(withEnd({ Not: { Variable: '$.a', StringEqualsPath: '$.b' }, Next: 'E' }))).toEqual([]);
  });
});

describe('transitions', () => {
  it('must lead to states of their scope, and reach every one', () => {
    const text = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'C' }, B: pass } });
    expect(say(text)).toEqual([
      "MISSING_TRANSITION_TARGET Missing 'Next' target: C at /States/A/Next",
      'MISSING_TRANSITION_TARGET State "B" is not reachable. at /States/B',
    ]);
  });

  it('must let the machine end; that alone is said then, and not of branches', () => {
    const loop = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' }, B: { Type: 'Pass', Next: 'A' } } };
    expect(say(JSON.stringify(loop))).toEqual([
      'MISSING_END_STATE Workflow has no terminal state at undefined',
    ]);
    const endless = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } };
    expect(say(machine({ Type: 'Parallel', Branches: [endless], End: true }))).toEqual([]);
  });
});

describe('names', () => {
  it('of states are short and occur once in the whole machine', () => {
    const long = 'x'.repeat(81);
    expect(say(JSON.stringify({ StartAt: long, States: { [long]: pass } }))[0]).toContain(
      '80-character limit',
    );
    expect(say(machine({ ...map, ItemProcessor: { StartAt: 'S', States: { S: pass } } }))).toContain(
      'DUPLICATE_STATE_NAME Duplicate State name: S at /States/S/ItemProcessor/States/S',
    );
  });

  it('of variables are identifiers, and not reserved', () => {
    expect(say(machine({ ...pass, Assign: { states: 1, 'x-y': 2, 'ok.$': '$.a' } }))).toEqual([
      "RESERVED_VARIABLE_NAME Cannot assign to reserved variable '$states'. at /States/S/Assign/states",
      "INVALID_VARIABLE_NAME Invalid variable name 'x-y': the variable name contains invalid characters. at /States/S/Assign/x-y",
    ]);
  });
});

describe('JSONata', () => {
  const jsonata = { QueryLanguage: 'JSONata' };

  it.each<[object, string]>([
    [{ ...pass, Output: '{% $sum( %}' }, 'INVALID_JSONATA_EXPRESSION'],
    [
      { ...pass, Output: '{% phone %}' },
      "UNSUPPORTED_JSONATA_EXPRESSION Reference to 'phone' at the top level is not supported. at /States/S/Output",
    ],
    [
      { ...pass, Output: { a: ['{% $states.result %}'] } },
      "UNSUPPORTED_JSONATA_EXPRESSION Field '$states.result' does not exist. at /States/S/Output/a[0]",
    ],
    [
      { ...pass, Output: '{% open' },
      `${SCHEMA} JSONata string must start with {% and end with %} at /States/S/Output`,
    ],
    [
      { ...pass, ResultPath: '$.a' },
      `${SCHEMA} The QueryLanguage is set to 'JSONata', but field 'ResultPath' is only supported for the 'JSONPath' QueryLanguage at /States/S`,
    ],
    [
      { ...pass, QueryLanguage: 'JSONPath', ResultPath: '$.a' },
      `${SCHEMA} 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/S`,
    ],
  ])('is refused: %j', (state, message) => {
    expect(say(machine(state, jsonata))[0]).toContain(message);
  });

  it('may stand for a number or a time, and knows the result of a task', () => {
    const wait = { Type: 'Wait', Timestamp: '{% $states.input.at %}', End: true };
    expect(say(machine(wait, jsonata))).toEqual([]);
    const task = {
      ...lambda,
      Arguments: { FunctionName: 'f' },
      TimeoutSeconds: '{% 3 %}',
      Output: '{% $states.result.Payload %}',
    };
    expect(say(machine(task, jsonata))).toEqual([]);
  });
});

describe('an Express machine', () => {
  it.each([
    ['arn:aws:states:::sns:publish.waitForTaskToken', "'.waitForTaskToken' service integration "],
    ['arn:aws:states:::batch:submitJob.sync', "'.sync' service integration"],
    ['arn:aws:states:us-east-1:123456789012:activity:a', 'Activity ARN'],
  ])('does not support %s', (Resource, words) => {
    const text = machine({ ...lambda, Resource, Parameters: { Message: 'm' } });
    expect(say(text, 'EXPRESS')).toContain(
      `${SCHEMA} Express state machine does not support ${words} at /States/S/Resource`,
    );
    expect(say(text, 'STANDARD')).toEqual([]);
  });
});

describe('CreateStateMachine', () => {
  it('joins the findings into its message', () => {
    const { diagnostics } = validateDefinition(machine({ Type: 'Pass', Next: 'X' }), 'STANDARD');
    expect(creationError(diagnostics)).toBe(
      "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: X at /States/S/Next, MISSING_END_STATE: Workflow has no terminal state at null'",
    );
  });

  it('wants one place to log to, and a version only when it publishes', () => {
    const definition = machine(pass);
    expect(createStateMachineError({ definition })).toBeUndefined();
    expect(createStateMachineError({ definition, loggingConfiguration: { level: 'ALL' } })?.code).toBe(
      'InvalidLoggingConfiguration',
    );
    expect(createStateMachineError({ definition, loggingConfiguration: { level: 'OFF' } })).toBeUndefined();
    expect(createStateMachineError({ definition, versionDescription: 'v' })?.code).toBe(
      'ValidationException',
    );
    expect(createStateMachineError({ definition: '{}' })?.code).toBe('InvalidDefinition');
  });
});
