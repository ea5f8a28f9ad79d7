import { describe, expect, it } from 'vitest';
import { printYaml } from '../export/printYaml';
import { parseText } from '../parse/parseText';
import { recognise } from './recognise';

const EXECUTION = {
  executionArn: 'arn:aws:states:eu-central-1:123456789012:execution:orders:order-7',
  stateMachineArn: 'arn:aws:states:eu-central-1:123456789012:stateMachine:orders',
  name: 'order-7',
  status: 'FAILED',
  startDate: '2026-03-01T10:00:00.250000+01:00',
  stopDate: '2026-03-01T10:00:03.750000+01:00',
  input: '{"order":7}',
  inputDetails: { included: true },
  error: 'OutOfStock',
  cause: 'none left',
  redriveCount: 0,
  redriveStatus: 'REDRIVABLE',
};
const TEST = {
  output: '{"id":7,"paid":true}',
  inspectionData: {
    input: '{"id":7}',
    afterResultPath: '{"id":7,"paid":true}',
    afterInputPath: '{"id":7}',
    afterParameters: '{"id":7}',
    result: 'true',
    maxConcurrency: 0,
  },
  nextState: 'Ship',
  status: 'SUCCEEDED',
};
const yaml = (value: unknown): string => {
  const { root } = parseText(JSON.stringify(value), 'json');
  return root ? printYaml(root) : '';
};
const kindOf = (value: unknown) => recognise(typeof value === 'string' ? value : JSON.stringify(value)).kind;

describe('an answer about an execution', () => {
  it('has a name that fits into a sentence, whatever was pasted', () => {
    const named = recognise(JSON.stringify({ ...EXECUTION, name: 'x'.repeat(1e6) }));
    expect(named.kind === 'execution' && named.execution.name.length).toBe(301);
  });
  const said = {
    kind: 'execution',
    execution: {
      arn: EXECUTION.executionArn,
      name: 'order-7',
      machine: 'orders',
      type: 'STANDARD',
      status: 'FAILED',
      startedAt: Date.UTC(2026, 2, 1, 9, 0, 0, 250),
      stoppedAt: Date.UTC(2026, 2, 1, 9, 0, 3, 750),
      input: { kind: 'text', text: '{"order":7}' },
      output: { kind: 'none' },
      error: 'OutOfStock',
      cause: 'none left',
    },
  };

  it('is known in JSON and in YAML', () => {
    expect(recognise(JSON.stringify(EXECUTION, null, 4))).toEqual(said);
    expect(recognise(yaml(EXECUTION))).toEqual(said);
  });

  it('is known in an event about it, in a list of one and with capitals', () => {
    const times = { startDate: 1772355600250, stopDate: 1772355603750 };
    expect(recognise(JSON.stringify({ 'detail-type': 'x', detail: { ...EXECUTION, ...times } }))).toEqual(
      said,
    );
    expect(kindOf([EXECUTION])).toBe('execution');
    const capitals = Object.fromEntries(
      Object.entries(EXECUTION).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
    );
    expect(recognise(JSON.stringify(capitals))).toEqual(said);
  });

  it('is that of an Express one', () => {
    const executionArn = 'arn:aws:states:us-east-1:123456789012:express:orders:order-7:b1-c2';
    const { name: _, ...rest } = EXECUTION;
    expect(recognise(JSON.stringify({ ...rest, executionArn, startDate: 1772355600.25 }))).toMatchObject({
      execution: { type: 'EXPRESS', name: 'order-7', machine: 'orders', startedAt: said.execution.startedAt },
    });
  });

  it('says what was left out', () => {
    const { input: _, ...rest } = EXECUTION;
    expect(recognise(JSON.stringify({ ...rest, inputDetails: { included: false } }))).toMatchObject({
      execution: { input: { kind: 'leftOut' }, output: { kind: 'none' } },
    });
  });

  it('is one also when the input is a definition', () => {
    const input = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } });
    expect(recognise(JSON.stringify({ ...EXECUTION, input }))).toMatchObject({
      kind: 'execution',
      execution: { input: { kind: 'text', text: input } },
    });
  });
});

describe('an answer about a tested state', () => {
  it('is known in JSON and in YAML, its stages in the order of the data', () => {
    const said = {
      kind: 'test',
      test: {
        status: 'SUCCEEDED',
        output: TEST.output,
        nextState: 'Ship',
        stages: [
          { name: 'input', text: '{"id":7}' },
          { name: 'afterInputPath', text: '{"id":7}' },
          { name: 'afterParameters', text: '{"id":7}' },
          { name: 'result', text: 'true' },
          { name: 'afterResultPath', text: '{"id":7,"paid":true}' },
          { name: 'maxConcurrency', text: '0' },
        ],
      },
    };
    expect(recognise(JSON.stringify(TEST))).toEqual(said);
    expect(recognise(yaml(TEST))).toEqual(said);
    expect(recognise(JSON.stringify({ response: TEST, name: 'Pay' }))).toEqual(said);
  });

  it('is known without stages, by its form', () => {
    expect(recognise('{"status": "SUCCEEDED", "output": "{}"}')).toMatchObject({ test: { stages: [] } });
    expect(kindOf({ status: 'FAILED', error: 'E', cause: 'c' })).toBe('test');
    expect(kindOf({ status: 'CAUGHT_ERROR', output: '{}', error: 'E', cause: 'c', nextState: 'X' })).toBe(
      'test',
    );
    const client = { ...TEST, $metadata: { httpStatusCode: 200 } };
    expect(kindOf(client)).toBe('test');
  });
});

describe('anything else', () => {
  it('stays what it is', () => {
    const entry = { executionArn: EXECUTION.executionArn, name: 'order-7', status: 'FAILED', startDate: 1 };
    for (const text of [
      { status: 'SUCCEEDED' },
      { status: 'SUCCEEDED', output: 'all is well' },
      { status: 'SUCCEEDED', output: '{}', id: 7 },
      { status: 'FAILED', error: 'E' },
      { status: 'PAID', output: '{}' },
      { job: { status: 'SUCCEEDED', output: '{}' } },
      { status: 'RUNNING', executionArn: 'arn:aws:lambda:x', input: '{}' },
      { executions: [entry] },
      [EXECUTION, EXECUTION],
      'status: SUCCEEDED\noutput: [',
    ]) {
      expect(kindOf(text), JSON.stringify(text)).toBe('text');
    }
  });

  it('is a definition, or what holds one', () => {
    const definition = {
      StartAt: 'A',
      States: { A: { Type: 'Pass', Result: { status: 'SUCCEEDED', output: '{}' }, End: true } },
    };
    expect(kindOf(definition)).toBe('text');
    expect(kindOf(yaml(definition))).toBe('text');
    expect(
      kindOf({
        stateMachineArn: EXECUTION.stateMachineArn,
        name: 'orders',
        definition: JSON.stringify(definition),
        roleArn: 'arn:aws:iam::123456789012:role/r',
        updateDate: 1,
        mapRunArn: 'arn:aws:states:us-east-1:123456789012:mapRun:a/b:c',
      }),
    ).toBe('definitions');
  });

  it('is a history, also with an execution beside it', () => {
    const event = { timestamp: 1, type: 'ExecutionStarted', id: 1, previousEventId: 0 };
    expect(kindOf({ execution: EXECUTION, events: [event] })).toBe('history');
  });
});
