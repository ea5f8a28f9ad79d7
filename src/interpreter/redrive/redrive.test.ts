import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../asl';
import { arbitraryDefinition } from '../../asl/testing/arbitraryDefinition';
import { createExecution } from '../execution';
import type { CallService, Execution } from '../execution.types';
import { runToEnd } from '../run';
import {
  answers,
  eventsOf,
  LAMBDA,
  lines,
  machine,
  play,
  playAsync,
  programOf,
  settingsOf,
  types,
} from '../testing/play';

const task = (fields: object = {}): object => ({ Type: 'Task', Resource: LAMBDA, End: true, ...fields });
const FAIL = { type: 'fail', error: 'Boom', cause: 'c' } as const;
const OK = { type: 'succeed', output: 'ok' } as const;

function redrive(execution: Execution, services: CallService): Execution {
  execution.deliver({ type: 'redrive', at: execution.now });
  void runToEnd(execution, services, { maxTransitions: 10_000 });
  return execution;
}

describe('[R1] A redrive', () => {
  it.each([
    [
      'SUCCEEDED',
      play(machine({ A: { Type: 'Pass', End: true } })),
      'Execution is SUCCEEDED and cannot be redriven',
    ],
    [
      'RUNNING',
      createExecution(programOf(machine({ A: task() })), settingsOf(), {}),
      'Execution is RUNNING and cannot be redriven',
    ],
    [
      'FAILED',
      play(machine({ A: { Type: 'Fail' } }), { settings: { type: 'EXPRESS' } }),
      'Execution is EXPRESS and cannot be redriven',
    ],
  ])('is not for one that is %s', (status, execution, redriveStatusReason) => {
    expect(execution.redriveStatus).toEqual({ redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason });
    const before = execution.history.length;
    execution.deliver({ type: 'redrive', at: execution.now });
    expect(execution).toMatchObject({ status, redriveCount: 0 });
    expect(execution.history.length).toBe(before);
  });
});

describe('[R1] A redrive of an execution that was open for long', () => {
  const DAY = 24 * 3600;
  const asked =
    (seconds: number): CallService =>
    () => ({ ...FAIL, after: seconds as never });
  const long = task({ TimeoutSeconds: 99_999_999 });

  it('is refused once its year is used up', () => {
    const used = play(machine({ A: task({ TimeoutSeconds: 99_999_999 }) }), {
      services: () => ({ type: 'never' }),
    });
    expect(used.status).toBe('TIMED_OUT');
    expect(used.redriveStatus).toEqual({
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution has exceeded the max execution time',
    });
    redrive(used, answers(OK));
    expect(used).toMatchObject({ status: 'TIMED_OUT', redriveCount: 0 });
  });

  it('goes on in what is left of its year', () => {
    const execution = play(machine({ A: long }), { services: asked(364 * DAY) });
    expect(execution).toMatchObject({ status: 'FAILED', redriveStatus: { redriveStatus: 'REDRIVABLE' } });
    redrive(execution, asked(2 * DAY));
    expect(execution).toMatchObject({ status: 'TIMED_OUT', redriveCount: 1 });
    expect(execution.now - execution.settings.startTime).toBe(365 * DAY * 1000);
    expect(execution.redriveStatus).toMatchObject({ redriveStatus: 'NOT_REDRIVABLE' });
  });

  it('has its TimeoutSeconds anew', () => {
    const definition = { ...machine({ A: long }), TimeoutSeconds: 10 };
    const execution = play(definition, { services: asked(9) });
    redrive(execution, asked(9));
    expect(execution).toMatchObject({ status: 'FAILED', error: 'Boom' });
  });
});

describe('[R2] A redriven execution', () => {
  it('attempts the failed state again with the input it had', () => {
    const execution = play(machine({ A: { Type: 'Pass', Result: 7, Next: 'B' }, B: task() }), {
      services: answers(FAIL),
    });
    expect(execution).toMatchObject({ status: 'FAILED', redriveStatus: { redriveStatus: 'REDRIVABLE' } });
    redrive(execution, answers(OK));
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: 'ok', redriveCount: 1 });
    expect(lines(execution).slice(3)).toEqual([
      '4<-3 TaskStateEntered B',
      '5<-4 LambdaFunctionScheduled B',
      '6<-5 LambdaFunctionStarted B',
      '7<-6 LambdaFunctionFailed B',
      '8<-7 ExecutionFailed',
      '9<-8 ExecutionRedriven',
      '10<-9 LambdaFunctionScheduled B',
      '11<-10 LambdaFunctionStarted B',
      '12<-11 LambdaFunctionSucceeded B',
      '13<-12 TaskStateExited B',
      '14<-13 ExecutionSucceeded',
    ]);
    expect(eventsOf(execution)[8]).toMatchObject({ executionRedrivenEventDetails: { redriveCount: 1 } });
  });
  it('can fail and be redriven again; its retriers start anew, and its context object counts', () => {
    const definition = machine({
      A: task({
        Parameters: { 'n.$': '$$.Execution.RedriveCount', 'tries.$': '$$.State.RetryCount' },
        Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
      }),
    });
    const execution = play(definition, { services: answers(FAIL) });
    redrive(execution, answers(FAIL));
    const payloads: unknown[] = [];
    redrive(execution, (call) => {
      payloads.push(call.arguments);
      return OK;
    });
    expect(payloads).toEqual([{ n: 2, tries: 0 }]);
    expect(types(execution).filter((type) => type === 'LambdaFunctionScheduled')).toHaveLength(5);
    expect(execution.status).toBe('SUCCEEDED');
  });
  it('keeps its variables', () => {
    const execution = play(
      machine({
        A: { Type: 'Pass', Assign: { v: 5 }, Next: 'B' },
        B: task({ ResultSelector: { 'v.$': '$v' } }),
      }),
      { services: answers(FAIL) },
    );
    expect(redrive(execution, answers(OK)).output).toEqual({ v: 5 });
  });
  it('enters a Fail state again, and fails again', () => {
    const execution = redrive(play(machine({ A: { Type: 'Fail', Error: 'E' } })), answers(OK));
    expect(types(execution).slice(-4)).toEqual([
      'ExecutionFailed',
      'ExecutionRedriven',
      'FailStateEntered',
      'ExecutionFailed',
    ]);
  });
  it('goes on after a stop and after the machine timed out, with the whole time again', () => {
    const definition = machine(
      { W: { Type: 'Wait', Seconds: 50, Next: 'A' }, A: task({ TimeoutSeconds: 1000 }) },
      {
        TimeoutSeconds: 60,
      },
    );
    const execution = play(definition, { services: answers({ type: 'never' }) });
    expect(execution.status).toBe('TIMED_OUT');
    redrive(execution, answers({ ...OK, after: 59 as never }));
    expect(execution.status).toBe('SUCCEEDED');
    const stopped = createExecution(programOf(definition), settingsOf(), {});
    void stopped.run();
    stopped.deliver({ type: 'stop', at: stopped.now });
    redrive(stopped, answers(OK));
    expect(stopped.status).toBe('SUCCEEDED');
  });
  it('does not take up a Map that had been left by a catcher', () => {
    const definition = machine({
      Each: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemProcessor: machine({ T: task() }),
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'After' }],
        End: true,
      },
      After: task(),
    });
    const execution = play(definition, { input: { items: [1, 2] }, services: answers(FAIL) });
    const names: string[] = [];
    redrive(execution, (call) => {
      names.push(call.stateName);
      return OK;
    });
    expect(names).toEqual(['After']);
  });
});

describe('[R3] Of a container', () => {
  /** Fails the calls with these inputs, once each, and notes all. */
  const failing = (...inputs: readonly unknown[]): CallService & { calls: unknown[] } => {
    const left = new Set(inputs);
    const calls: unknown[] = [];
    const services: CallService = (call) => {
      calls.push(call.arguments);
      return left.delete(call.arguments)
        ? { ...FAIL, after: 5 as never }
        : { type: 'succeed', output: call.arguments };
    };
    return Object.assign(services, { calls });
  };

  it('a Parallel runs only the branches again that did not succeed', () => {
    const branch = (Result: string): object =>
      machine({ P: { Type: 'Pass', Result, Next: 'T' }, T: task({ Retry: [] }) });
    const services = failing('b');
    const execution = play(
      machine({ Both: { Type: 'Parallel', Branches: [branch('a'), branch('b')], End: true } }),
      {
        services,
      },
    );
    expect(execution.status).toBe('FAILED');
    services.calls.length = 0;
    redrive(execution, services);
    expect(services.calls).toEqual(['b']);
    expect(execution.output).toEqual(['a', 'b']);
  });
  it('a Map runs only the iterations again that did not succeed, and those that had not begun', () => {
    const services = failing(2);
    const definition = machine({
      Each: { Type: 'Map', MaxConcurrency: 1, ItemProcessor: machine({ T: task() }), End: true },
    });
    const execution = play(definition, { input: [1, 2, 3], services });
    services.calls.length = 0;
    redrive(execution, services);
    expect(services.calls).toEqual([2, 3]);
    expect(execution.output).toEqual([1, 2, 3]);
  });
  it.each(['STANDARD', 'EXPRESS'])('a Map Run with %s children is redriven', (ExecutionType) => {
    const services = failing(1, 3);
    const definition = machine({
      Each: {
        Type: 'Map',
        MaxConcurrency: 1,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType },
          ...machine({ P: { Type: 'Pass', Next: 'T' }, T: task() }),
        },
        End: true,
      },
    });
    const execution = play(definition, { input: [1, 2, 3], services });
    expect(execution.error).toBe('States.ExceedToleratedFailureThreshold');
    redrive(execution, services);
    redrive(execution, services);
    expect(execution.output).toEqual([1, 2, 3]);
    expect(execution.mapRuns).toHaveLength(1);
    expect(types(execution).filter((type) => type.startsWith('MapRun'))).toEqual([
      'MapRunStarted',
      'MapRunFailed',
      'MapRunRedriven',
      'MapRunFailed',
      'MapRunRedriven',
      'MapRunSucceeded',
    ]);
    const first = execution.mapRuns[0]?.executions[0]?.history;
    const redriven = Array.from({ length: first?.length ?? 0 }, (_, index) => first?.record(index).type);
    expect(redriven.includes('ExecutionRedriven')).toBe(ExecutionType === 'STANDARD');
  });
});

describe('Any execution', () => {
  it('that is stopped and redriven has the output it would have had', async () => {
    const services: CallService = ({ stateName }) => ({ type: 'succeed', output: { from: stateName } });
    await fc.assert(
      fc.asyncProperty(arbitraryDefinition(), fc.nat(6), async (definition, steps) => {
        const whole = await playAsync(definition, { services });
        const execution = createExecution(programOf(definition), settingsOf(), {});
        await runToEnd(execution, services, { maxTransitions: steps });
        execution.deliver({ type: 'stop', at: execution.now });
        execution.deliver({ type: 'redrive', at: execution.now });
        await runToEnd(execution, services, { maxTransitions: 100_000 });
        if (whole.status !== 'SUCCEEDED' || execution.redriveCount === 0) return;
        expect(execution.status).toBe('SUCCEEDED');
        expect(withoutEventIds(execution.output)).toEqual(withoutEventIds(whole.output));
      }),
      { numRuns: 80 },
    );
  });
});

/** A caught failure's cause names the event its state was entered with, and a redrive adds events. */
const withoutEventIds = (output: Json | undefined): string | undefined =>
  JSON.stringify(output)?.replaceAll(/event id #\d+/g, 'event id #');
