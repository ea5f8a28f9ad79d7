import { expect, it } from 'vitest';
import type { ExecutionAnswer, NodeId, ScopePath, StateNode, StatePath, TestAnswer } from '../../../asl';
import { comparedEnds } from './comparedEnds';
import { endWords, historyCommand, missingWords } from './executionWords';
import { comparedStages, likelyState, mockOf, mostTelling } from './testedStages';
import { givenValue, givenVariables, lackingWords, variablesElsewhere } from './testedVariables';

const TEST: TestAnswer = {
  status: 'SUCCEEDED',
  output: '{"a":1,"b":2}',
  error: undefined,
  cause: undefined,
  nextState: 'Ship',
  stages: [
    { name: 'input', text: '{}' },
    { name: 'result', text: '{"b":2}' },
  ],
};
const state = (name: string): StateNode => ({
  ...{
    kind: 'state',
    id: name as NodeId,
    path: `/States/${name}` as StatePath,
    scope: '' as ScopePath,
    name,
  },
  ...{ type: 'Task', summary: '', children: [], unreachable: false },
});

it('compares every stage with a trial, whatever the order of keys', () => {
  const response = {
    status: 'SUCCEEDED',
    output: '{"b":2,"a":1}',
    nextState: 'Bill',
    inspectionData: { input: '{ }' },
  } as const;
  expect(comparedStages(TEST, { ok: true, response }).map(({ title, verdict }) => [title, verdict])).toEqual([
    ['Input', 'same'],
    ['Result', 'other'],
    ['Output', 'same'],
    ['Next state', 'other'],
  ]);
  expect(comparedStages(TEST, undefined).every(({ verdict }) => verdict === 'unknown')).toBe(true);
});

it('compares nothing that a trial does not make, and looks first at where the data goes apart', () => {
  const response = { status: 'SUCCEEDED', output: '{"a":1,"b":2}', nextState: 'Ship' } as const;
  const test = { ...TEST, stages: [{ name: 'response', text: '{"statusCode":200}' }] };
  const stages = comparedStages(test, { ok: true, response });
  expect(stages.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['response', 'unknown'],
    ['output', 'same'],
    ['nextState', 'same'],
  ]);
  expect(mostTelling(stages)?.name).toBe('output');
  expect(mostTelling(comparedStages(TEST, { ok: true, response }))?.name).toBe('input');
});

it('calls no result the same of which AWS did not tell enough', () => {
  const leftOut = { kind: 'leftOut' } as const;
  const text = (json: string) => ({ kind: 'text', text: json }) as const;
  const at = (status: string, output: ExecutionAnswer['output'], error?: string): ExecutionAnswer => ({
    ...{ arn: '', name: 'x', type: 'STANDARD', machine: undefined, cause: undefined },
    ...{ startedAt: undefined, stoppedAt: undefined, input: text('{}'), status, output, error },
  });
  const own = { status: 'SUCCEEDED', output: '{"a": 1}' };
  const failed = { status: 'FAILED', error: 'E' };
  expect(comparedEnds(at('SUCCEEDED', text('{"a":1}')), own)).toBe('same');
  expect(comparedEnds(at('SUCCEEDED', text('{"a":2}')), own)).toBe('other');
  expect(comparedEnds(at('SUCCEEDED', leftOut), own)).toBe('sameEnd');
  expect(comparedEnds(at('SUCCEEDED', leftOut), failed)).toBe('other');
  expect(comparedEnds(at('RUNNING', { kind: 'none' }), own)).toBe('unknown');
  expect(comparedEnds(at('FAILED', { kind: 'none' }, 'E'), failed)).toBe('same');
  expect(comparedEnds(at('FAILED', { kind: 'none' }, 'F'), failed)).toBe('other');
  expect(comparedEnds(at('FAILED', { kind: 'none' }), failed)).toBe('sameEnd');
  expect(comparedEnds(at('PENDING_REDRIVE', { kind: 'none' }, 'E'), failed)).toBe('same');
  expect(comparedEnds(at('PENDING_REDRIVE', { kind: 'none' }, 'E'), own)).toBe('other');
});

it('guesses the state: the selected one, unless another one leads on', () => {
  const [pay, wait] = [state('Pay'), state('Wait')];
  const leadsTo = (from: StateNode) => from === wait;
  expect(likelyState(TEST, [pay, wait], undefined, leadsTo)).toBe(wait);
  expect(likelyState(TEST, [pay, wait], pay.path, leadsTo)).toBe(wait);
  expect(likelyState(TEST, [pay, wait], pay.path, () => false)).toBe(pay);
  expect(likelyState(TEST, [pay], undefined, () => false)).toBeUndefined();
});

it('has the service answer as it did there', () => {
  expect(mockOf(TEST)).toEqual({ result: '{"b":2}' });
  const failed: TestAnswer = { ...TEST, status: 'FAILED', stages: [], error: 'E', cause: undefined };
  expect(mockOf(failed)).toEqual({ error: 'E', cause: '' });
  expect(mockOf({ ...TEST, stages: [] })).toBeUndefined();
});

it('knows of variables what they were after the state, and which values are still wanted', () => {
  expect(variablesElsewhere(TEST)).toEqual({ variablesAfter: undefined, failed: false });
  const stages = [{ name: 'variables', text: '{"n":1}' }];
  const failed = { ...TEST, stages, status: 'FAILED' } as const;
  expect(variablesElsewhere(failed)).toEqual({ variablesAfter: '{"n":1}', failed: true });
  expect(givenVariables({ a: '1', b: '', c: '{', 'd"': ' "x" ' })).toBe('{"a":1,"d\\"": "x" }');
  expect(givenVariables({})).toBe('{}');
  expect(['n', 'constructor', '__proto__'].map((name) => givenValue({ n: '1' }, name))).toEqual([
    '1',
    '',
    '',
  ]);
  expect(lackingWords('Add', ['n'])).toBe(
    '“Add” reads $n, and this answer does not say what it had been before. Give its value to compare.',
  );
  expect(lackingWords('Add', ['n', 'm'])).toContain('$n and $m');
});

it('says how an execution ended, what is missing, and how to get its history', () => {
  const arn = 'arn:aws:states:eu-central-1:123456789012:execution:m:n';
  const none = { kind: 'none' } as const;
  const execution: ExecutionAnswer = {
    ...{
      arn,
      name: 'n',
      type: 'STANDARD' as const,
      machine: 'm',
      status: 'TIMED_OUT',
      startedAt: 0,
      stoppedAt: 3500,
    },
    ...{ input: none, output: none, error: undefined, cause: undefined },
  };
  expect(endWords(execution)).toBe('timed out after 3.5 s');
  expect(endWords({ ...execution, status: 'RUNNING', stoppedAt: undefined })).toBe('was still running');
  expect(missingWords('input', { kind: 'leftOut' }, 'FAILED')).toContain('left the input out');
  expect(missingWords('output', none, 'FAILED')).toBe('It ended without output.');
  expect(historyCommand(arn)).toBe(
    `aws stepfunctions get-execution-history --execution-arn ${arn} --region ${arn.split(':')[3]}`,
  );
  expect(historyCommand("x'; rm")).toContain(`'x'\\''; rm'`);
});
