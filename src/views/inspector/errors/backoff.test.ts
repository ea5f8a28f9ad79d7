import { describe, expect, it } from 'vitest';
import { delaysOf, secondsInWords } from './backoff';

const retrier = {
  intervalSeconds: 2,
  maxAttempts: 4,
  backoffRate: 2,
  maxDelaySeconds: undefined,
  jitter: false,
};

describe('the delays of a retrier', () => {
  it('grow by the rate', () => expect(delaysOf(retrier, 10)).toEqual([2, 4, 8, 16]));
  it('stop growing at the longest delay', () =>
    expect(delaysOf({ ...retrier, maxDelaySeconds: 5 }, 10)).toEqual([2, 4, 5, 5]));
  it('are as many as are asked for', () => {
    expect(delaysOf({ ...retrier, maxAttempts: 1000 }, 3)).toHaveLength(3);
    expect(delaysOf({ ...retrier, maxAttempts: 0 }, 3)).toEqual([]);
  });
  it('read as words', () => {
    expect([1.5, 90, 7200, 172_800].map(secondsInWords)).toEqual(['1.5 s', '1.5 min', '2 h', '2 d']);
  });
});
