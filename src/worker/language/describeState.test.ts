import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import { describeMachine, describeState } from './describeState';

const text = JSON.stringify({
  Comment: 'All of it',
  StartAt: 'First',
  States: {
    First: { Type: 'Pass', Assign: { 'total.$': '$.n', fixed: 1 }, Next: 'Each' },
    Each: {
      Type: 'Map',
      ItemProcessor: {
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: 'f' },
            Retry: [{ ErrorEquals: ['A'] }, { ErrorEquals: ['B'], MaxAttempts: -1 }],
            Catch: [{ ErrorEquals: ['States.ALL'], Assign: { why: 1 }, Next: 'Nowhere' }],
            End: true,
          },
        },
      },
      End: true,
    },
  },
});
const call = '/States/Each/ItemProcessor/States/Call' as StatePath;

describe('what a form shows of a state', () => {
  it('is its fields, where it may lead and the variables in scope', () => {
    expect(describeState(text, 'json', '/States/Each' as StatePath, 'STANDARD')).toMatchObject({
      name: 'Each',
      type: 'Map',
      queryLanguage: 'JSONPath',
      siblings: ['First', 'Each'],
      variables: ['fixed', 'total'],
    });
    const detail = describeState(text, 'json', call, 'STANDARD');
    expect(detail?.definition).toMatchObject({ Type: 'Task', End: true });
    expect(detail?.variables).toEqual(['fixed', 'total', 'why']);
  });
  it('is each finding at its field, and none of the states inside', () => {
    const at = (path: StatePath) =>
      describeState(text, 'json', path, 'STANDARD')?.findings.map(({ field }) => field);
    expect(at(call)).toContain('/Retry/1/MaxAttempts');
    expect(at(call)).toContain('/Catch/0/Next');
    expect(at('/States/Each' as StatePath)).toEqual([]);
  });
  it('is nothing when the state is gone', () => {
    expect(describeState(text, 'json', '/States/Gone' as StatePath, 'STANDARD')).toBeUndefined();
    expect(describeState('', 'json', '/States/Gone' as StatePath, 'STANDARD')).toBeUndefined();
  });
});

describe('what a form shows of the machine', () => {
  it('is its fields without the states', () => {
    const detail = describeMachine(text, 'json', 'STANDARD');
    expect(detail?.definition).toEqual({ Comment: 'All of it', StartAt: 'First' });
    expect(detail?.states).toEqual(['First', 'Each']);
  });
});
