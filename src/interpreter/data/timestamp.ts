import type { EpochMs } from '../../asl';

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a timestamp: date, `T`, time, and `Z` or an offset, upper-case letters, seconds required.
 *
 * @returns undefined for anything else, also for a 30 February or an hour 25; digits below the millisecond are cut
 * Source: ASL specification, "Timestamps" (RFC 3339 profile of ISO 8601);
 * Recorded: choice_operators/timestamp_operators, scenarios/test_wait_timestamp_path.
 */
export function parseTimestamp(text: string): EpochMs | undefined {
  const instant = parseInstant(text);
  return instant && (instant.milliseconds as EpochMs);
}

/** The order of two timestamps, up to nanoseconds: negative, 0 or positive; undefined when one of them is none. */
export function compareTimestamps(a: string, b: string): number | undefined {
  const first = parseInstant(a);
  const second = parseInstant(b);
  if (!first || !second) return undefined;
  return first.milliseconds - second.milliseconds || first.nanoseconds - second.nanoseconds;
}

/** ISO 8601 in UTC with milliseconds: `2024-05-06T07:08:09.010Z`. */
export const formatTimestamp = (time: EpochMs): string => new Date(time).toISOString();

interface Instant {
  readonly milliseconds: number;
  /** Below the millisecond: 0 to 999,999. */
  readonly nanoseconds: number;
}

function parseInstant(text: string): Instant | undefined {
  const parts = RFC3339.exec(text);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const [fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = parts.slice(7);
  if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return undefined;
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes));
  const minutes = (daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute - offset;
  const nanoseconds = Number(fraction.padEnd(9, '0'));
  return {
    milliseconds: (minutes * 60 + second) * 1_000 + Math.floor(nanoseconds / 1_000_000),
    nanoseconds: nanoseconds % 1_000_000,
  };
}

function isDate(year: number, month: number, day: number): boolean {
  if (day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Days from 1970-01-01 in the Gregorian calendar; years count from March, so that a leap day is a year's last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month < 3 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719_468;
}
