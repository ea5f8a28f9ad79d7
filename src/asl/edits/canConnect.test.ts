import { describe, expect, it } from 'vitest';
import type { ScopePath } from '../syntax';
import { type ConnectSource, canConnect } from './canConnect';

const scope = '' as ScopePath;
const state = { scope, isEnd: false };
const end = { scope, isEnd: true };
const from = (
  kind: ConnectSource['kind'],
  type?: NonNullable<ConnectSource['state']>['type'],
): ConnectSource => ({
  kind,
  scope,
  ...(type && { state: { name: 'Bill', type } }),
});
const reason = (...parameters: Parameters<typeof canConnect>): string => {
  const verdict = canConnect(...parameters);
  return verdict.ok ? 'allowed' : verdict.reason;
};

describe('what a transition may lead to', () => {
  it('is any state of the same scope', () => {
    expect(reason(from('start'), state)).toBe('allowed');
    expect(reason(from('next', 'Task'), state)).toBe('allowed');
    expect(reason(from('end', 'Pass'), state)).toBe('allowed');
    expect(reason(from('choice', 'Choice'), state)).toBe('allowed');
    expect(reason(from('default', 'Choice'), state)).toBe('allowed');
    expect(reason(from('catch', 'Map'), state)).toBe('allowed');
  });

  it('is End for Next only', () => {
    expect(reason(from('next', 'Task'), end)).toBe('allowed');
    expect(reason(from('end', 'Wait'), end)).toBe('allowed');
    expect(reason(from('start'), end)).toContain('Start has to lead to a state');
    expect(reason(from('choice', 'Choice'), end)).toContain('Add a Succeed state');
    expect(reason(from('default', 'Choice'), end)).toContain('Add a Succeed state');
    expect(reason(from('catch', 'Task'), end)).toContain('Add a Succeed or Fail state');
  });

  it('is never a state of another scope', () => {
    const inside = '/States/Both/Branches/0' as ScopePath;
    expect(reason(from('next', 'Task'), { scope: inside, isEnd: false })).toContain('cannot cross');
    expect(reason(from('next', 'Task'), { scope: inside, isEnd: true })).toContain('cannot cross');
  });

  it('is nothing for a state that ends the execution', () => {
    expect(reason(from('end', 'Succeed'), state)).toBe(
      '“Bill” ends the execution: nothing follows a Succeed state.',
    );
    expect(reason(from('next', 'Fail'), end)).toContain('nothing follows a Fail state');
  });

  it('is for a Choice what its rules say, and Default is for a Choice only', () => {
    expect(reason(from('next', 'Choice'), state)).toContain('its rules and its Default');
    expect(reason(from('default', 'Task'), state)).toContain('only a Choice state has one');
  });
});
