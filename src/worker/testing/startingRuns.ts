import type { EpochMs } from '../../asl';
import { defaultSettings } from '../../interpreter';
import type { RunRequest } from '../run.types';

const ARN = 'arn:aws:states:us-east-1:123456789012:stateMachine:';
export const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:one';
const RUN = 'run';

export const starting = (resource: string, machine: string, rest: object) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${resource}`,
  Parameters: { StateMachineArn: `${ARN}${machine}`, 'Input.$': '$' },
  ...rest,
});
export const alone = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } });
export const end = { End: true };

/** Every way to start another execution; some fail, some go on after their parent. */
const PARENT = {
  StartAt: 'Both',
  States: {
    Both: {
      Type: 'Parallel',
      Branches: [
        alone('Wait for it', starting('states:startExecution.sync:2', 'long', end)),
        alone('Leave it', starting('states:startExecution', 'long', end)),
      ],
      ResultPath: null,
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: alone('Ask', starting('aws-sdk:sfn:startSyncExecution', 'quick', end)),
      ResultPath: null,
      Next: 'Try',
    },
    Try: starting('states:startExecution.sync', 'broken', {
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
      Next: 'Done',
    }),
    Done: { Type: 'Succeed' },
  },
};
export const LONG = {
  StartAt: 'Rest',
  States: {
    Rest: { Type: 'Wait', Seconds: 60, Next: 'Deeper' },
    Deeper: starting('states:startExecution.sync:2', 'quick', { ResultPath: null, Next: 'Twice' }),
    Twice: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: alone('One', { Type: 'Pass', End: true }),
      End: true,
    },
  },
};
export const QUICK = {
  StartAt: 'Now',
  States: { Now: { Type: 'Pass', Next: 'Then' }, Then: { Type: 'Succeed' } },
};
const BROKEN = alone('Break', { Type: 'Fail', Error: 'No' });
export const machine = (name: string, definition: object, type: 'STANDARD' | 'EXPRESS' = 'STANDARD') => ({
  name,
  text: JSON.stringify(definition),
  type,
});
export const REQUEST: RunRequest = {
  text: JSON.stringify(PARENT),
  format: 'json',
  input: '{"items":[1,2]}',
  settings: defaultSettings({
    startTime: 1_700_000_000_000 as EpochMs,
    seed: 7,
    executionName: RUN,
  }),
  machines: [machine('long', LONG), machine('quick', QUICK, 'EXPRESS'), machine('broken', BROKEN)],
};
