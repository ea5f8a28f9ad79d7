import type { EpochMs, Json } from '../../asl';

/** Later than any time in seconds, earlier than any in milliseconds that a Step Functions execution could have. */
const MILLISECONDS_FROM = 1e11;

/** A time as SDKs and command lines write it: ISO 8601, seconds since 1970 or milliseconds, also as text. */
export function readTime(value: Json | undefined): EpochMs | undefined {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string') return undefined;
  const number = /^(?:\/Date\()?(-?\d+(?:\.\d+)?)(?:[+-]\d{4})?(?:\)\/)?$/.exec(value.trim())?.[1];
  if (number !== undefined) return ofNumber(Number(number));
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? undefined : (parsed as EpochMs);
}

/** The latest time that a Date can hold. */
const LATEST = 8.64e15;

function ofNumber(value: number): EpochMs | undefined {
  const time = Math.round(value < MILLISECONDS_FROM ? value * 1000 : value);
  return Number.isFinite(time) && Math.abs(time) <= LATEST ? (time as EpochMs) : undefined;
}
