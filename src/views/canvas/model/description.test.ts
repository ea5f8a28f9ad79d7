import { describe, expect, it } from 'vitest';
import { graphOf, transition } from '../testing';
import { describeCount, describeTransition } from './description';

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

const describeEdge = (name: string) => {
  const found = index.transitions.get(transition(name));
  return found && describeTransition(index, found);
};

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
