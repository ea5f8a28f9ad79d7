import { fill, INPUT, TASK_TOKEN, taskFields } from '../taskTemplate';
import type { Pattern } from './pattern.types';
import { resultKept } from './resultKept';

const A_DAY = 86_400;

/** Somebody is asked by way of a queue and calls back with `{"approved": true}`. No answer within a day is a failure, a no is not. */
export const humanApproval: Pattern = (language) => ({
  'Ask for approval': {
    ...taskFields(language, 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', {
      request: {
        QueueUrl: fill('ApprovalQueueUrl'),
        MessageBody: { question: 'Do you approve?', input: INPUT, taskToken: TASK_TOKEN },
      },
    }),
    ...resultKept(language, 'decision'),
    TimeoutSeconds: A_DAY,
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'No answer' }],
    Next: 'Approved?',
  },
  'Approved?': {
    Type: 'Choice',
    Choices: [
      language === 'JSONata'
        ? { Condition: '{% $states.input.decision.approved = true %}', Next: 'Approved' }
        : {
            And: [
              { Variable: '$.decision.approved', IsPresent: true },
              { Variable: '$.decision.approved', BooleanEquals: true },
            ],
            Next: 'Approved',
          },
    ],
    Default: 'Rejected',
  },
  Approved: { Type: 'Pass', End: true },
  Rejected: { Type: 'Succeed' },
  'No answer': { Type: 'Fail', Error: 'ApprovalTimedOut', Cause: 'Nobody answered within a day.' },
});
