import { describe, expect, it } from 'vitest';
import { buildModel, type EpochMs, type Json, parseText } from '../asl';
import {
  type CallService,
  compileProgram,
  createExecution,
  defaultSettings,
  type Execution,
  runToEnd,
} from '../interpreter';
import { childExecutions, type KnownMachine } from './childExecutions';

const ARN = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child';
const program = (definition: object) =>
  compileProgram(buildModel(parseText(JSON.stringify(definition), 'json'))).program;
const known = (definition: object, type: KnownMachine['type'] = 'STANDARD'): KnownMachine => ({
  program: program(definition),
  type,
});
const starting = (resource: string, Parameters: object = {}): object => ({
  StartAt: 'Start',
  States: {
    Start: {
      Type: 'Task',
      Resource: `arn:aws:states:::${resource}`,
      Parameters: { StateMachineArn: ARN, ...Parameters },
      End: true,
    },
  },
});
const WAITS = {
  StartAt: 'W',
  States: { W: { Type: 'Wait', Seconds: 90, Next: 'P' }, P: { Type: 'Pass', Result: { x: 1 }, End: true } },
};
const FAILS = { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'No', Cause: 'because' } } };
const START = Date.UTC(2026, 0, 1) as EpochMs;

function run(definition: object, child: KnownMachine, otherwise: CallService = () => ({ type: 'never' })) {
  const execution = createExecution(program(definition), defaultSettings({ startTime: START }), {});
  const children = childExecutions(new Map([['Child', child]]), otherwise);
  void runToEnd(execution, children.callService, { maxTransitions: 1000 });
  return { execution, started: children.started };
}
const types = ({ history }: Execution): readonly string[] =>
  Array.from({ length: history.length }, (_, index) => history.record(index).type);

describe('A child execution', () => {
  it('runs beside a parent that does not wait for it', () => {
    const { execution, started } = run(
      starting('states:startExecution', { Name: 'n', Input: { a: 1 } }),
      known(WAITS),
    );
    expect(execution.output).toMatchObject({
      ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:n',
      StartDate: START,
    });
    expect(execution.now).toBe(START);
    expect(started[0]?.execution).toMatchObject({ status: 'SUCCEEDED', output: { x: 1 } });
    expect(started[0]?.execution.history.event(0)).toMatchObject({
      executionStartedEventDetails: { input: '{"a":1}' },
    });
  });
  it.each([
    ['states:startExecution.sync', '{"x":1}', '{}'],
    ['states:startExecution.sync:2', { x: 1 }, {}],
  ])('%s waits as long as it takes and gives what it returned', (resource, Output, Input) => {
    const { execution } = run(starting(resource, { Input: null }), known(WAITS));
    expect((execution.now - START) / 1000).toBe(90);
    expect(types(execution)).toContain('TaskSubmitted');
    expect(execution.output).toMatchObject({
      Output,
      Input,
      Status: 'SUCCEEDED',
      InputDetails: { Included: true },
    });
    expect(Object.keys(execution.output as object)).toEqual(
      [...Object.keys(execution.output as object)].sort(),
    );
  });
  it('fails the task of a parent that waits for it, with its description as the cause', () => {
    const { execution } = run(starting('states:startExecution.sync'), known(FAILS));
    expect(execution.error).toBe('States.TaskFailed');
    expect(JSON.parse(execution.cause ?? '')).toMatchObject({
      Error: 'No',
      Cause: 'because',
      Status: 'FAILED',
    });
  });
  it('tells of its failure in its status to startSyncExecution, which only Express machines have', () => {
    const sync = starting('aws-sdk:sfn:startSyncExecution');
    expect(run(sync, known(FAILS, 'EXPRESS')).execution.output).toMatchObject({
      Status: 'FAILED',
      Error: 'No',
    });
    expect(run(sync, known(FAILS)).execution.error).toBe('Sfn.StateMachineTypeNotSupportedException');
  });
  it('has a name once', () => {
    const twice = {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemsPath: '$.items',
          ItemProcessor: starting('states:startExecution', { Name: 'n' }),
          End: true,
        },
      },
    };
    const execution = createExecution(program(twice), defaultSettings({ startTime: START }), {
      items: [1, 2],
    });
    void runToEnd(
      execution,
      childExecutions(new Map([['Child', known(WAITS)]]), () => ({ type: 'never' })).callService,
    );
    expect(execution.error).toBe('StepFunctions.ExecutionAlreadyExistsException');
  });
  it('needs an input that is JSON', () => {
    const { execution } = run(starting('states:startExecution', { Input: '{' }), known(WAITS));
    expect(execution.error).toBe('StepFunctions.InvalidExecutionInputException');
  });
  it('may start others, but not without an end', () => {
    const { execution, started } = run(
      starting('states:startExecution.sync'),
      known(starting('states:startExecution.sync')),
    );
    expect(execution.status).toBe('FAILED');
    expect(started).toHaveLength(20);
    expect(started.at(-1)?.execution.cause).toContain('without an end');
  });
  it('has its Tasks answered as its parent has, and others are answered as before', () => {
    const task = {
      StartAt: 'T',
      States: { T: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } },
    };
    const otherwise: CallService = ({ resource }) => ({
      type: 'succeed',
      output: { from: resource.arn } as Json,
    });
    const { started } = run(starting('states:startExecution'), known(task), otherwise);
    expect(started[0]?.execution.output).toEqual({ from: 'arn:aws:states:::lambda:invoke' });
    const other = starting('states:startExecution', { StateMachineArn: ARN.replace('Child', 'Other') });
    expect(run(other, known(task), otherwise).execution.output).toEqual({
      from: 'arn:aws:states:::states:startExecution',
    });
  });
  it('that goes on without an end is given up: its history says that it was aborted, and so does its answer', () => {
    const loops = { StartAt: 'L', States: { L: { Type: 'Pass', Next: 'L' } } };
    const { execution, started } = run(
      starting('aws-sdk:sfn:startSyncExecution', { Name: 'n', Input: '{}' }),
      known(loops, 'EXPRESS'),
    );
    const [child] = started;
    expect(child?.execution.status).toBe('ABORTED');
    expect(child && types(child.execution).at(-1)).toBe('ExecutionAborted');
    expect(execution.output).toMatchObject({ Status: 'ABORTED' });
  }, 30_000);
});
