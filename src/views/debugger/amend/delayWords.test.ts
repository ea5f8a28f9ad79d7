import { expect, it } from 'vitest';
import { delayWords } from './delayWords';

const delay = { interval: 2, rate: 2, power: 1, delay: 4, jitter: false, waited: 4 };

it.each([
  [delay, '2 s × 2^1 = 4 s'],
  [{ ...delay, jitter: true, waited: 1.8012 }, '2 s × 2^1 = 4 s, full jitter: 1.8 s'],
  [{ ...delay, cap: 3, delay: 3 }, '2 s × 2^1 = 4 s, at most 3 s'],
  [
    { interval: 1, rate: 1.5, power: 0, delay: 1, jitter: true },
    '1 s × 1.5^0 = 1 s, full jitter: some part of it',
  ],
])('a delay with its numbers: %j', (made, words) => {
  expect(delayWords(made)).toBe(words);
});
