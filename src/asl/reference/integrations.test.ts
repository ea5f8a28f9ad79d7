import { describe, expect, it } from 'vitest';
import { INTEGRATIONS, patternsOf, withPattern } from './integrations';

const lambda = 'arn:aws:states:::lambda:invoke';

describe('service integrations', () => {
  it('know how their answers may come', () => {
    expect(patternsOf(lambda)).toEqual(['requestResponse', 'waitForTaskToken']);
    expect(patternsOf('arn:aws:states:::states:startExecution.sync')).toContain('sync:2');
    expect(patternsOf('arn:aws:states:::aws-sdk:s3:getObject')).toEqual([
      'requestResponse',
      'waitForTaskToken',
    ]);
    expect(patternsOf('arn:aws:lambda:us-east-1:123456789012:function:f')).toEqual([]);
    expect(patternsOf('arn:aws:states:::nobody:knows')).toEqual([]);
  });
  it('change the way and nothing else', () => {
    expect(withPattern(lambda, 'waitForTaskToken')).toBe(`${lambda}.waitForTaskToken`);
    expect(withPattern(`${lambda}.waitForTaskToken`, 'requestResponse')).toBe(lambda);
    expect(withPattern('arn:aws:states:::states:startExecution.sync:2', 'sync')).toBe(
      'arn:aws:states:::states:startExecution.sync',
    );
    expect(withPattern('${Function}', 'sync')).toBe('${Function}');
  });
  it('are listed once each', () => {
    const names = INTEGRATIONS.map(({ service, action }) => `${service}:${action}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
