import { describe, expect, it } from 'vitest';
import { analyze, type StatePath } from '../../asl';
import type { StateProgress, StateStatus } from '../../worker';
import { describeState, type StateCircumstances } from './stateWords';

const { graph } = analyze(
  JSON.stringify({
    StartAt: 'Charge',
    States: {
      Charge: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 3 }],
        End: true,
      },
    },
  }),
);
const charge = graph.scopes[0]?.nodes.find((node) => node.kind === 'state');

function progress(status: StateStatus, more: Partial<StateProgress> = {}): StateProgress {
  const none = { open: 0, succeeded: 0, caught: 0, failed: 0, aborted: 0, retries: 0 };
  return { path: '/States/Charge' as StatePath, status, visits: 1, ...none, ...more };
}
const describeCharge = (circumstances?: StateCircumstances) =>
  charge?.kind === 'state' ? describeState(charge, circumstances) : undefined;

describe('a state in words', () => {
  it('says its name, type, service and retries', () => {
    expect(describeCharge()).toBe('Charge, Task, Lambda: Invoke, retries 3 times');
  });

  it('says how it is doing', () => {
    expect(describeCharge({ progress: progress('succeeded') })).toContain(', succeeded');
    expect(describeCharge({ progress: progress('notStarted') })).not.toContain('not started');
    expect(describeCharge({ progress: progress('retrying', { retries: 1, visits: 4 }) })).toContain(
      ', retrying, retried once, 4 visits',
    );
    expect(describeCharge({ progress: progress('inProgress'), paused: true })).toContain(', paused here');
  });

  it('says what stands on it and what is in it', () => {
    expect(describeCharge({ breakpoints: 1 })).toMatch(/, breakpoint$/);
    expect(describeCharge({ breakpoints: 2 })).toMatch(/, 2 breakpoints$/);
    expect(describeCharge({ inside: '2 branches, 5 states' })).toContain(', collapsed, 2 branches, 5 states');
  });
});
