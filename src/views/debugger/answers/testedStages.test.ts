import { expect, it } from 'vitest';
import type { ExecutionAnswer, NodeId, ScopePath, StateNode, StatePath, TestAnswer } from '../../../asl';
import { endWords, historyCommand, missingWords } from './executionWords';
import { comparedStages, likelyState, mockOf } from './testedStages';

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
  expect(historyCommand(arn)).toBe(`aws stepfunctions get-execution-history --execution-arn ${arn}`);
  expect(historyCommand("x'; rm")).toContain(`'x'\\''; rm'`);
});
