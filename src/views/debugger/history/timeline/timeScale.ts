import type { TimelineColumns } from '../../../../worker';
import { exactTime, type Tick, ticksIn } from './ticks';
import type { TimeWindow } from './window';

/** Where times stand on the axis; both in numbers that a window is made of. */
export interface TimeScale {
  toAxis(time: number): number;
  /** What is written along a part of the axis. @param width of the window in pixels */
  ticks(window: TimeWindow, width: number): readonly Tick[];
}

export const TRUE_SCALE: TimeScale = { toAxis: (time) => time, ticks: ticksIn };

/** On the shortened axis, what a pause of a millisecond takes; twice the pause takes one more of it, no more. */
const UNIT = 1000;
/** Pixels between two times that are written. */
const APART = 96;

/**
 * An axis on which nothing happens for a short while only: a pause grows with the logarithm of its length, so that an hour
 * of waiting leaves room for the milliseconds beside it. Order is kept, lengths are not.
 */
export function shortenedScale(columns: TimelineColumns): TimeScale {
  const times = instantsOf(columns);
  const places = new Float64Array(times.length);
  for (let at = 1; at < times.length; at++) {
    const pause = (times[at] ?? 0) - (times[at - 1] ?? 0);
    places[at] = (places[at - 1] ?? 0) + UNIT * Math.log2(1 + pause);
  }
  return {
    toAxis: (time) => between(times, places, time),
    ticks({ from, to }, width) {
      const ticks: Tick[] = [];
      const step = ((to - from) / Math.max(1, width)) * APART;
      for (let at = Math.max(0, firstFrom(places, from)); at < places.length; ) {
        const place = places[at] ?? 0;
        if (place > to) break;
        ticks.push({ at: place, label: exactTime(times[at] ?? 0) });
        at = Math.max(at + 1, firstFrom(places, place + step));
      }
      return ticks;
    },
  };
}

/** Whether one pause takes up more than half of the run: what is beside it could not be told apart. */
export function hasLongPause(columns: TimelineColumns): boolean {
  const times = instantsOf(columns);
  let longest = 0;
  for (let at = 1; at < times.length; at++) {
    longest = Math.max(longest, (times[at] ?? 0) - (times[at - 1] ?? 0));
  }
  return longest * 2 > columns.now;
}

/** The columns with their times as places on the axis. */
export function onScale(columns: TimelineColumns, scale: TimeScale): TimelineColumns {
  if (scale === TRUE_SCALE) return columns;
  const moved = (times: Float64Array) => times.map((time) => (time < 0 ? time : scale.toAxis(time)));
  return {
    ...columns,
    now: scale.toAxis(columns.now),
    start: moved(columns.start),
    end: moved(columns.end),
    tryStart: moved(columns.tryStart),
    tryEnd: moved(columns.tryEnd),
  };
}

/** Every time at which something happened, each once, in order. */
function instantsOf({ now, start, end, tryStart, tryEnd }: TimelineColumns): Float64Array {
  const all = new Float64Array(2 + start.length + end.length + tryStart.length + tryEnd.length);
  all[1] = now;
  let next = 2;
  for (const times of [start, end, tryStart, tryEnd]) {
    all.set(times, next);
    next += times.length;
  }
  all.sort();
  return all.filter((time, index) => time >= 0 && time !== all[index - 1]);
}

/** Index of the first number that is not below a limit, in rising numbers. */
function firstFrom(numbers: Float64Array, limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of a time, on the straight line between those it is between. */
function between(times: Float64Array, places: Float64Array, time: number): number {
  const after = firstFrom(times, time);
  const [left = 0, right = left] = [times[after - 1], times[after]];
  const [from = 0, to = from] = [places[after - 1], places[after]];
  if (after >= times.length) return places.at(-1) ?? 0;
  return right === left || after === 0 ? to : from + ((time - left) / (right - left)) * (to - from);
}
