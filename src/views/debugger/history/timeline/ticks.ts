import { formatDuration } from '../../../parts';
import type { TimeWindow } from './window';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Steps a reader counts in without thinking. */
const STEPS = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 30, 91, 182, 365].map((count) => count * DAY),
] as const;

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Round times in a window, at least some pixels apart. @param width of the window in pixels */
export function ticksIn({ from, to }: TimeWindow, width: number, apart = 84): readonly Tick[] {
  const least = ((to - from) / Math.max(1, width)) * apart;
  const year = 365 * DAY;
  const step = STEPS.find((each) => each >= least) ?? Math.ceil(least / year) * year;
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step)
    ticks.push({ at, label: tickLabel(at, step) });
  return ticks;
}

/** As fine as the step is: `1.25 s` between tenths of seconds, `2 min 5 s` between seconds. */
function tickLabel(at: number, step: number): string {
  if (at === 0) return '0';
  if (step >= SECOND) return formatDuration(at);
  const digits = step >= 100 ? 1 : step >= 10 ? 2 : 3;
  if (at < SECOND) return `${Math.round(at)} ms`;
  const minutes = Math.floor(at / MINUTE);
  const seconds = ((at - minutes * MINUTE) / SECOND).toFixed(digits);
  return minutes === 0 ? `${seconds} s` : `${formatDuration(minutes * MINUTE)} ${seconds} s`;
}

/** A time to the millisecond, for tooltips. */
export function exactTime(at: number): string {
  if (at < SECOND) return `${trimmed(at)} ms`;
  const minutes = Math.floor(at / MINUTE);
  const seconds = `${((at - minutes * MINUTE) / SECOND).toFixed(3)} s`;
  if (minutes === 0) return seconds;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min ${seconds}` : `${hours} h ${minutes % 60} min ${seconds}`;
}

const trimmed = (value: number): string => String(Math.round(value * 1000) / 1000);
