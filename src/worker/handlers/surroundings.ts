/**
 * The first code in a fresh sandbox: a clock that stands still and seeded random numbers, so that the same call has the
 * same result, and a console. It runs before the handler and gives away nothing but these.
 */
export const SURROUNDINGS = `(seed, now, write) => {
  'use strict';
  let state = seed | 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const RealDate = Date;
  function StillDate(...given) {
    if (new.target === undefined) return new RealDate(now).toString();
    return given.length === 0 ? new RealDate(now) : new RealDate(...given);
  }
  StillDate.prototype = RealDate.prototype;
  StillDate.now = () => now;
  StillDate.parse = RealDate.parse;
  StillDate.UTC = RealDate.UTC;
  RealDate.prototype.constructor = StillDate;
  globalThis.Date = StillDate;
  const { stringify } = JSON;
  const text = (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.name + ': ' + value.message;
    try {
      return stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  const log = (...values) => write(values.map(text).join(' '));
  globalThis.console = { log, info: log, warn: log, error: log, debug: log };
}`;
