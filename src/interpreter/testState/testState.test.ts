import { describe, expect, it } from 'vitest';
import type { EpochMs, Json } from '../../asl';
import type { ApiError } from '../creation/createStateMachine';
import type { CallService } from '../execution.types';
import { testState } from './testState';
import type { TestStateRequest, TestStateResponse } from './testState.types';

const ROLE = 'arn:aws:iam::123456789012:role/R';
const LAMBDA = 'arn:aws:states:::lambda:invoke';

type Rest = Omit<TestStateRequest, 'definition' | 'input'> & {
  readonly input?: Json;
  readonly services?: CallService;
};

const test = (
  definition: object,
  { input, services, ...rest }: Rest = {},
): Promise<TestStateResponse | ApiError> =>
  testState(
    {
      definition: JSON.stringify(definition),
      roleArn: ROLE,
      inspectionLevel: 'DEBUG',
      ...(input === undefined ? {} : { input: JSON.stringify(input) }),
      ...rest,
    },
    {
      now: Date.UTC(2026, 0, 1) as EpochMs,
      callService: services ?? (() => ({ type: 'succeed', output: {} })),
    },
  );

const result = (value: Json) => ({ mock: { result: JSON.stringify(value) } });
const error = (name: string, cause = 'c') => ({ mock: { errorOutput: { error: name, cause } } });
const message = (text: string, code = 'ValidationException') => ({ code, message: text });

describe('TestState', () => {
  it('tests a state that leads to one called as AWS calls what is tested', async () => {
    expect(await test({ Type: 'Pass', Result: 1, Next: 'StateName' })).toMatchObject({
      status: 'SUCCEEDED',
      output: '1',
      nextState: 'StateName',
    });
    const choice = {
      Type: 'Choice',
      Choices: [{ Variable: '$.a', IsPresent: true, Next: 'StateName2' }],
      Default: 'StateName',
    };
    expect(await test(choice, { input: {} })).toMatchObject({ nextState: 'StateName' });
    expect(await test(choice, { input: { a: 1 } })).toMatchObject({ nextState: 'StateName2' });
    const inside = { StartAt: 'StateName', States: { StateName: { Type: 'Pass', End: true } } };
    const parallel = { Type: 'Parallel', Branches: [inside], Next: 'StateName2' };
    expect(await test(parallel, { input: {}, ...result([1]) })).toMatchObject({
      status: 'SUCCEEDED',
      output: '[1]',
      nextState: 'StateName2',
    });
  });
  it('names the state as AWS does', async () => {
    const named = { Type: 'Pass', Parameters: { 'name.$': '$$.State.Name' }, Next: 'Other' };
    expect(await test(named, { input: {} })).toMatchObject({ output: '{"name":"StateName"}' });
  });
  it('shows each stage of a JSONPath Task', async () => {
    const definition = {
      Type: 'Task',
      Resource: LAMBDA,
      InputPath: '$.in',
      Parameters: { FunctionName: 'f', 'p.$': '$.a' },
      ResultSelector: { 's.$': '$.r' },
      ResultPath: '$.out',
      OutputPath: '$.out.s',
      Next: 'After',
    };
    const input = { in: { a: 1 } };
    expect(
      await test(definition, { input, services: () => ({ type: 'succeed', output: { r: 2 } }) }),
    ).toEqual({
      status: 'SUCCEEDED',
      output: '2',
      nextState: 'After',
      inspectionData: {
        input: '{"in":{"a":1}}',
        afterInputPath: '{"a":1}',
        afterParameters: '{"FunctionName":"f","p":1}',
        result: '{"r":2}',
        afterResultSelector: '{"s":2}',
        afterResultPath: '{"in":{"a":1},"out":{"s":2}}',
      },
    });
  });
  it('shows the same random values in a stage as in the output', async () => {
    const definition = { Type: 'Pass', Parameters: { 'id.$': 'States.UUID()' }, End: true };
    const { output, inspectionData } = (await test(definition)) as TestStateResponse;
    expect(inspectionData?.afterParameters).toBe(output);
  });
  it('shows arguments and result of a JSONata Task, and the variables after it', async () => {
    const definition = {
      Type: 'Task',
      QueryLanguage: 'JSONata',
      Resource: LAMBDA,
      Arguments: { FunctionName: '{% $name %}' },
      Output: '{% $states.result.Payload %}',
      Assign: { last: '{% $states.result.Payload %}' },
      End: true,
    };
    const response = await test(definition, { variables: '{"name":"f"}', ...result({ Payload: 7 }) });
    expect(response).toMatchObject({
      output: '7',
      inspectionData: {
        afterArguments: '{"FunctionName":"f"}',
        result: '{"Payload":7}',
        variables: '{"name":"f","last":7}',
      },
    });
  });
  it('shows nothing at INFO, waits in no real time but five minutes at most, and follows a Choice', async () => {
    const wait = { Type: 'Wait', Seconds: 299, Next: 'N' };
    expect(await test(wait, { inspectionLevel: 'INFO' })).toEqual({
      status: 'SUCCEEDED',
      output: '{}',
      nextState: 'N',
    });
    expect(await test({ ...wait, Seconds: 301 })).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
    });
    const choice = {
      Type: 'Choice',
      Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Yes' }],
      Default: 'No',
    };
    expect(await test(choice, { input: { a: 1 } })).toMatchObject({ nextState: 'Yes' });
    expect(await test(choice)).toMatchObject({ nextState: 'No', inspectionData: { afterInputPath: '{}' } });
  });
  it('gives causes without the place in an execution', async () => {
    const response = await test({ Type: 'Pass', InputPath: '$.no', End: true });
    expect(response).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect((response as TestStateResponse).cause).toMatch(/^Invalid path '\$\.no'/);
  });
  it('finds a state anywhere in a machine, in the machine’s query language', async () => {
    const machine = {
      QueryLanguage: 'JSONata',
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Pass', Output: '{% 1+1 %}', End: true } } },
          End: true,
        },
      },
    };
    expect(await test(machine, { stateName: 'In' })).toMatchObject({ output: '2' });
    expect(await test(machine, { stateName: 'Out' })).toEqual(message('State not found in definition'));
    expect(await test(machine, { stateName: '' })).toMatchObject({ code: 'ParamValidationError' });
  });
  it('refuses a definition that creation refuses', async () => {
    expect(await test({ Type: 'Pass', End: true, Nonsense: 1 })).toMatchObject({ code: 'InvalidDefinition' });
    expect(await test([] as never)).toMatchObject({ code: 'InvalidDefinition' });
  });
});

describe('An HTTP task at TRACE', () => {
  const http = (Parameters: object) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::http:invoke',
    Parameters: { ApiEndpoint: 'https://example.com/a', Method: 'POST', ...Parameters },
    End: true,
  });
  const answered = result({
    Headers: { date: ['today'] },
    ResponseBody: { ok: true },
    StatusCode: 200,
    StatusText: 'OK',
  });
  it('shows what is sent and what comes back', async () => {
    const response = await test(
      http({ QueryParameters: { q: ['a b', 1] }, Headers: { 'X-A': 'b' }, RequestBody: { x: 1 } }),
      { inspectionLevel: 'TRACE', ...answered },
    );
    expect((response as TestStateResponse).inspectionData).toMatchObject({
      request: {
        protocol: 'https',
        method: 'POST',
        url: 'https://example.com/a?q=a%20b&q=1',
        headers: '[X-A: b, User-Agent: Amazon|StepFunctions|HttpInvoke|us-east-1, Range: bytes=0-262144]',
        body: '{"x":1}',
      },
      response: { statusCode: '200', statusMessage: 'OK', headers: '[date: today]', body: '{"ok":true}' },
    });
    expect(await test(http({}), answered)).not.toHaveProperty('inspectionData.request');
  });
  it.each([
    ['INDICES', 'a%5B0%5D=1&a%5B1%5D=2'],
    ['REPEAT', 'a=1&a=2'],
    ['BRACKETS', 'a%5B%5D=1&a%5B%5D=2'],
    ['COMMAS', 'a=1%2C2'],
  ])('encodes a form with %s', async (ArrayFormat, body) => {
    const Transform = { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat } };
    const response = await test(http({ Transform, RequestBody: { a: [1, 2] } }), {
      inspectionLevel: 'TRACE',
      ...answered,
    });
    expect(response).toMatchObject({ inspectionData: { request: { body } } });
  });
});

describe('Errors of a tested state', () => {
  const task = (rest: object) => ({
    Type: 'Task',
    Resource: LAMBDA,
    Parameters: { FunctionName: 'f' },
    End: true,
    ...rest,
  });
  const Retry = [
    { ErrorEquals: ['Other'] },
    { ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2, MaxDelaySeconds: 5 },
  ];
  const Catch = [
    { ErrorEquals: ['Other'], Next: 'A' },
    { ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'B' },
  ];

  it('are retriable while their retrier has attempts left, with its back-off', async () => {
    const attempt = (retrierRetryCount: number) =>
      test(task({ Retry }), { ...error('Busy'), stateConfiguration: { retrierRetryCount } });
    expect(await attempt(0)).toMatchObject({
      status: 'RETRIABLE',
      error: 'Busy',
      inspectionData: { errorDetails: { retryIndex: 1, retryBackoffIntervalSeconds: 2 } },
    });
    expect(await attempt(1)).toMatchObject({
      inspectionData: { errorDetails: { retryBackoffIntervalSeconds: 5 } },
    });
    const exhausted = (await attempt(2)) as TestStateResponse;
    expect(exhausted).toMatchObject({ status: 'FAILED', error: 'Busy' });
    expect(exhausted.inspectionData?.errorDetails).toEqual({ retryIndex: 1 });
  });
  it('are caught by the first catcher that names them', async () => {
    expect(await test(task({ Catch }), { input: { x: 1 }, ...error('Busy') })).toMatchObject({
      status: 'CAUGHT_ERROR',
      nextState: 'B',
      error: 'Busy',
      cause: 'c',
      output: '{"x":1,"e":{"Error":"Busy","Cause":"c"}}',
      inspectionData: { errorDetails: { catchIndex: 1 } },
    });
  });
  it('of a service without a mock count as well', async () => {
    const services: CallService = () => ({ type: 'fail', error: 'Lambda.Busy' });
    expect(await test(task({}), { services })).toMatchObject({ status: 'FAILED', error: 'Lambda.Busy' });
  });
});

describe('A mocked Map or Parallel', () => {
  const processor = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } };
  const map = (rest: object = {}) => ({
    Type: 'Map',
    ItemProcessor: processor,
    ItemsPath: '$.items',
    End: true,
    ...rest,
  });
  const input = { items: [1, 2, 3] };

  it('shows what a Map reads and what becomes of the mocked result', async () => {
    const response = await test(
      map({ ItemSelector: { 'v.$': '$$.Map.Item.Value' }, ResultPath: '$.out', MaxConcurrency: 2 }),
      { input, ...result([4, 5, 6]) },
    );
    expect(response).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"items":[1,2,3],"out":[4,5,6]}',
      inspectionData: {
        afterItemsPath: '[1,2,3]',
        afterItemSelector: '[{"v":1},{"v":2},{"v":3}]',
        afterResultSelector: '[4,5,6]',
        maxConcurrency: 2,
      },
    });
  });
  it('fails when more iterations are to fail than are tolerated, and not without a tolerance', async () => {
    const DISTRIBUTED = { ...processor, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
    const failing = (tolerance: object, mapIterationFailureCount: number) =>
      test(map({ ItemProcessor: DISTRIBUTED, ...tolerance }), {
        input,
        ...result([1, 2, 3]),
        stateConfiguration: { mapIterationFailureCount },
      });
    expect(await failing({ ToleratedFailureCount: 1 }, 2)).toMatchObject({
      error: 'States.ExceedToleratedFailureThreshold',
    });
    expect(await failing({ ToleratedFailurePercentage: 40 }, 2)).toMatchObject({ status: 'FAILED' });
    expect(await failing({ ToleratedFailurePercentage: 40 }, 1)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await failing({}, 2)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await failing({}, 4)).toEqual(
      message('Map iteration failure count must be less than or equal to the number of Map iterations'),
    );
  });
  it('fails as the Map does that cannot read its items', async () => {
    expect(await test(map(), { input: { items: 1 }, ...result([]) })).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'Reference path "$.items" must point to array.',
    });
  });
  it('takes what the ItemReader reads from the test', async () => {
    const reader = {
      ItemsPath: undefined,
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { Bucket: 'b', Key: 'k' },
      },
      ItemProcessor: { ...processor, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } },
    };
    expect(
      await test(map(reader), { ...result(['x']), stateConfiguration: { mapItemReaderData: '["a"]' } }),
    ).toMatchObject({ output: '["x"]', inspectionData: { afterItemsPath: '["a"]' } });
  });
  it('wants a result for each branch of a Parallel', async () => {
    const parallel = {
      Type: 'Parallel',
      Branches: [processor, { StartAt: 'J', States: { J: { Type: 'Pass', End: true } } }],
      End: true,
    };
    expect(await test(parallel, result([1, 2]))).toMatchObject({ output: '[1,2]' });
    expect(await test(parallel, result([1]))).toEqual(
      message('Mocked result must contain the same number of items as number of Parallel branches.'),
    );
    expect(await test(parallel, result({}))).toEqual(message('Mocked result must be an array.'));
  });
});

describe('What TestState refuses', () => {
  const task = { Type: 'Task', Resource: LAMBDA, Parameters: { FunctionName: 'f' }, End: true };
  const map = {
    Type: 'Map',
    ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
    End: true,
  };
  const unsupported = message(
    'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
    'InvalidDefinition',
  );
  it.each<[string, object, Rest, object]>([
    ['a Map without a mock', map, {}, unsupported],
    ['a callback without a mock', { ...task, Resource: `${LAMBDA}.waitForTaskToken` }, {}, unsupported],
    [
      'a mock on a Wait',
      { Type: 'Wait', Seconds: 1, End: true },
      result({}),
      message("State type 'Wait' is not supported when a mock is specified"),
    ],
    [
      'result and error at once',
      task,
      { mock: { result: '{}', errorOutput: { error: 'E' } } },
      message('A test mock should have only one of the following fields: [result, errorOutput].'),
    ],
    [
      'a result that is no JSON',
      task,
      { mock: { result: '{' } },
      message('Mocked result must be valid JSON'),
    ],
    [
      'secrets beside a mock',
      task,
      { ...result({}), revealSecrets: true },
      message('TestState does not support RevealSecrets when a mock is specified.'),
    ],
    [
      'failed iterations without a mock',
      task,
      { stateConfiguration: { mapIterationFailureCount: 1 } },
      message('TestState does not support MapIterationFailureCount when a mock is not specified.'),
    ],
    [
      'a context with a Map',
      task,
      { ...result({}), context: '{"Map":{}}' },
      message("Invalid Context object provided: 'Map' field is not supported when mocking a Context object"),
    ],
    [
      'a context of the wrong type',
      task,
      { ...result({}), context: '{"Execution":{"Id":1}}' },
      message('Invalid Context object provided: Execution.Id must be a string'),
    ],
    [
      'a context with an unknown field',
      task,
      { ...result({}), context: '{"constructor":{}}' },
      message("Invalid Context object provided: Field 'constructor' is not allowed"),
    ],
  ])('%s', async (_, definition, rest, refused) => {
    expect(await test(definition, rest)).toEqual(refused);
  });
  it('a Task without a role', async () => {
    const definition = JSON.stringify(task);
    const around = { now: 0 as EpochMs, callService: () => ({ type: 'never' }) as const };
    expect(await testState({ definition }, around)).toEqual(
      message('RoleArn must be specified when testing a Task state'),
    );
  });
});

describe('A mocked result of a service', () => {
  const check = async (
    resource: string,
    value: Json,
    fieldValidationMode?: 'STRICT' | 'PRESENT' | 'NONE',
  ) => {
    const definition = {
      Type: 'Task',
      Resource: `arn:aws:states:::${resource}`,
      Parameters: parametersOf(resource),
      End: true,
    };
    const mock = { result: JSON.stringify(value), ...(fieldValidationMode ? { fieldValidationMode } : {}) };
    const response = await test(definition, { mock });
    return 'code' in response
      ? response.message.replace('Mock result schema validation error: ', '')
      : 'accepted';
  };
  const parametersOf = (resource: string): object => {
    if (resource.startsWith('states:'))
      return { StateMachineArn: 'arn:aws:states:us-east-1:1:stateMachine:m' };
    if (resource.startsWith('events:')) return { Entries: [{ Detail: {}, DetailType: 't', Source: 's' }] };
    return resource.startsWith('dynamodb:') ? { TableName: 't' } : {};
  };

  it.each<[string, Json, string]>([
    ['states:startExecution', {}, "Required field 'ExecutionArn' is missing"],
    ['states:startExecution', { ExecutionArn: 'a', StartDate: 1 }, "Field 'StartDate' must be a string"],
    [
      'states:startExecution.sync',
      { ExecutionArn: 'a', StartDate: 't' },
      "Required field 'StateMachineArn' is missing",
    ],
    ['events:putEvents', { Entries: [{ EventId: 'a' }, { EventId: 1 }] }, "Field 'EventId' must be a string"],
    ['events:putEvents', { Entries: {} }, "Field 'Entries' must be an array"],
    [
      'aws-sdk:kms:encrypt',
      { CiphertextBlob: '' },
      "Field 'CiphertextBlob' is smaller than the minimum length",
    ],
    [
      'aws-sdk:lambda:getFunction',
      { Configuration: { MemorySize: 1 } },
      "Field 'MemorySize' is less than the minimum value",
    ],
    [
      'aws-sdk:lambda:getFunction',
      { Configuration: { MemorySize: 1e5 } },
      "Field 'MemorySize' exceeds the maximum value",
    ],
    ['aws-sdk:s3:getObject', { StorageClass: 'Papyrus' }, "Field 'StorageClass' is not an expected value"],
    ['dynamodb:query', { Items: [{ a: 1 }] }, "Field 'a' must be an object"],
    ['events:putEvents', { Unknown: 1 }, 'accepted'],
    ['aws-sdk:nosuchservice:doIt', { anything: 1 }, 'accepted'],
  ])('of %s, %j: %s', async (resource, value, outcome) => {
    expect(await check(resource, value)).toBe(outcome);
  });
  it('need not be complete when only what is present is checked, nor anything without checks', async () => {
    expect(await check('states:startExecution', {}, 'PRESENT')).toBe('accepted');
    expect(await check('states:startExecution', { ExecutionArn: 1 }, 'PRESENT')).toMatch(/must be a string/);
    expect(await check('states:startExecution', { ExecutionArn: 1 }, 'NONE')).toBe('accepted');
  });
});
