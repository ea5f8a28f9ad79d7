import { describe, expect, it } from 'vitest';
import { Failure } from './data/failure';
import { HeartbeatFailure, matchesError } from './errorNames';

const matches = (name: string, error: string | undefined): boolean =>
  matchesError([name], new Failure(error, undefined));

describe('ErrorEquals', () => {
  it('[E1] never matches States.Runtime', () => {
    for (const name of ['States.Runtime', 'States.ALL', 'States.TaskFailed']) {
      expect(matches(name, 'States.Runtime')).toBe(false);
    }
  });
  it.each([
    ['Custom', true],
    ['Lambda.Unknown', true],
    [undefined, true],
    ['States.TaskFailed', true],
    ['States.Timeout', false],
    ['States.DataLimitExceeded', false],
    ['States.QueryEvaluationError', false],
  ] as const)('[E2] States.TaskFailed for %s: %s', (error, expected) => {
    expect(matches('States.TaskFailed', error)).toBe(expected);
  });
  it('[E2] States.ALL matches everything else, failures without a name included', () => {
    for (const error of ['Custom', 'States.Timeout', 'States.DataLimitExceeded', undefined]) {
      expect(matches('States.ALL', error)).toBe(true);
    }
  });
  it('compares names exactly', () => {
    expect(matches('custom', 'Custom')).toBe(false);
    expect(matches('State.ALL', 'Custom')).toBe(false);
  });
  it('[E3] knows a missed heartbeat by both names', () => {
    const missed = new HeartbeatFailure();
    expect(matchesError(['States.HeartbeatTimeout'], missed)).toBe(true);
    expect(matchesError(['States.Timeout'], missed)).toBe(true);
    expect(matchesError(['States.TaskFailed'], missed)).toBe(false);
    expect(matches('States.HeartbeatTimeout', 'States.Timeout')).toBe(false);
  });
});
