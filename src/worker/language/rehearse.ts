import { PLAIN_OPTIONS } from '../analysis.types';
import { analyseText } from './analyseText';

/** Something of everything that is drawn. */
const SCORE = JSON.stringify({
  StartAt: 'Task',
  States: {
    Task: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f', 'Payload.$': '$' },
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Fail' }],
      Next: 'Choice',
    },
    Choice: {
      Type: 'Choice',
      Choices: [{ Variable: '$.n', NumericGreaterThan: 1, Next: 'Task' }],
      Default: 'Map',
    },
    Map: {
      Type: 'Map',
      ItemProcessor: { StartAt: 'Pass', States: { Pass: { Type: 'Pass', End: true } } },
      Next: 'Wait',
    },
    Wait: { Type: 'Wait', Seconds: 1, End: true },
    Fail: { Type: 'Fail' },
  },
});

/**
 * Analyses a small text that nobody asked about. The engine compiles a function when it first runs, so the
 * first real text, which somebody waits for, is analysed in about half the time.
 */
export function rehearse(): void {
  analyseText(SCORE, 'json', PLAIN_OPTIONS);
}
