import { describe, expect, it } from 'vitest';
import { checkText } from './readText';

const lambda = 'arn:aws:states:::lambda:invoke';
const text = (state: object, top: object = {}, name = 'S'): string =>
  JSON.stringify({ StartAt: name, ...top, States: { [name]: state } }, null, 2);
const findings = (of: string, format: 'json' | 'yaml' = 'json') =>
  checkText(of, format, 'STANDARD').diagnostics.map(({ message, range, state, code }) => ({
    message,
    at: of.slice(range.start, range.end),
    state,
    code,
  }));

describe('What AWS refuses at creation', () => {
  it.each<[string, object, string, string]>([
    [
      'an unknown resource',
      { Type: 'Task', Resource: 'nowhere', End: true },
      '"nowhere"',
      'Resource: Value is not a valid resource ARN.',
    ],
    [
      'a field of another type',
      { Type: 'Pass', Seconds: 1, End: true },
      '"Seconds"',
      "Field 'Seconds' is not supported.",
    ],
    [
      'a required member',
      { Type: 'Task', Resource: lambda, Parameters: {}, End: true },
      '"Parameters"',
      "Parameters: The field 'FunctionName' is required but was missing.",
    ],
    ['a broken path', { Type: 'Pass', InputPath: 'no', End: true }, '"no"', 'InputPath: '],
    [
      'an item of a list',
      {
        Type: 'Task',
        Resource: lambda,
        Parameters: { FunctionName: 'f' },
        Retry: [{ ErrorEquals: ['E'], MaxAttempts: -1 }],
        End: true,
      },
      '-1',
      'Retry[0]/MaxAttempts: ',
    ],
  ])('stands at its place: %s', (_, state, at, words) => {
    expect(findings(text(state))).toContainEqual({
      message: expect.stringContaining(`AWS refuses this at creation. ${words}`),
      at,
      state: '/States/S',
      code: 'SCHEMA_VALIDATION_FAILED',
    });
  });
  it('is found in YAML, and in states whose names look like places', () => {
    const yaml = 'StartAt: A/B[0]\nStates:\n  A/B[0]:\n    Type: Pass\n    Seconds: 1\n    End: true\n';
    expect(findings(yaml, 'yaml')).toMatchObject([{ at: 'Seconds', state: '/States/A~1B[0]' }]);
  });
  it('is said once: what our own rules say already is left to them', () => {
    const dangling = findings(text({ Type: 'Pass', Next: 'Nowhere' }));
    expect(dangling.filter(({ at }) => at.includes('Nowhere'))).toHaveLength(1);
    expect(dangling.filter(({ code }) => code === 'MISSING_END_STATE')).toHaveLength(1);
  });
  it('is not asked of placeholders', () => {
    expect(findings(text({ Type: 'Wait', Seconds: '${Pause}', End: true }))).toEqual([]);
    expect(findings(text({ Type: 'Task', Resource: '${FunctionArn}', End: true }))).toEqual([]);
  });
  it('is nothing for a workflow that AWS takes', () => {
    expect(findings(text({ Type: 'Pass', End: true }))).toEqual([]);
  });
});
