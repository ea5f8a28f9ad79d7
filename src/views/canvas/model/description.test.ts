import { describe, expect, it } from 'vitest';
import type { StatePath } from '../../../asl';
import type { StateProgress, StateStatus } from '../../../worker';
import { graphOf, node, transition } from '../testing';
import { describeCount, describeState, describeTransition } from './description';
import { stateAt } from './graphIndex';

const index = graphOf({
  Charge: {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 3 }],
    Catch: [{ ErrorEquals: ['CardDeclined'], Next: 'Which' }],
    Next: 'Which',
  },
  Which: {
    Type: 'Choice',
    Choices: [{ Variable: '$.n', NumericGreaterThan: 0, Next: 'Charge' }],
    Default: 'Gone',
  },
});

function progress(status: StateStatus, more: Partial<StateProgress> = {}): StateProgress {
  const none = { open: 0, succeeded: 0, caught: 0, failed: 0, aborted: 0, retries: 0 };
  return { path: '/States/Charge' as StatePath, status, visits: 1, ...none, ...more };
}
const describeCharge = (...rest: readonly [StateProgress?, boolean?]) => {
  const state = stateAt(index, node('Charge'));
  return state && describeState(state, ...rest);
};
const describeEdge = (name: string) => {
  const found = index.transitions.get(transition(name));
  return found && describeTransition(index, found);
};

describe('a state in words', () => {
  it('says its name, type, service and retries', () => {
    expect(describeCharge()).toBe('Charge, Task, Lambda: Invoke, retries 3 times');
  });

  it('says how it is doing', () => {
    expect(describeCharge(progress('succeeded'))).toContain(', succeeded');
    expect(describeCharge(progress('notStarted'))).not.toContain('not started');
    expect(describeCharge(progress('retrying', { retries: 1, visits: 4 }))).toContain(
      ', retrying, retried once, 4 visits',
    );
    expect(describeCharge(progress('inProgress'), true)).toContain(', paused here');
  });
});

describe('a transition in words', () => {
  it('says where it leads and why', () => {
    expect(describeEdge('start')).toBe('Start to Charge, start');
    expect(describeEdge('Charge#next')).toBe('Charge to Which, next');
    expect(describeEdge('Which#choice:0')).toMatch(/^Which to Charge, rule 1: .*\$\.n/);
    expect(describeEdge('Charge#catch:0')).toMatch(/^Charge to Which, catch 1: .*CardDeclined/);
    expect(describeEdge('Which#default')).toBe('Which to Gone (missing), default');
  });

  it('says how often it was taken', () => {
    expect([0, 1, 12].map(describeCount)).toEqual(['', ', taken once', ', taken 12 times']);
  });
});
