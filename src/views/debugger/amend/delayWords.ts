import type { VisitExplanation } from '../../../worker';

type Delay = NonNullable<VisitExplanation['failure']>['retriers'][number]['delays'][number];

/** A wait before an attempt with its numbers: `2 s × 2^1 = 4 s, full jitter: 1.8 s`. */
export function delayWords({ interval, rate, power, cap, delay, jitter, waited }: Delay): string {
  const whole = interval * rate ** power;
  const formula = `${seconds(interval)} × ${number(rate)}^${power} = ${seconds(whole)}`;
  const capped = cap !== undefined && whole > cap ? `, at most ${seconds(delay)}` : '';
  const jittered = jitter
    ? `, full jitter: ${waited === undefined ? 'some part of it' : seconds(waited)}`
    : '';
  return formula + capped + jittered;
}

const number = (value: number): string => String(Math.round(value * 100) / 100);
const seconds = (value: number): string => `${number(value)} s`;
