import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EpochMs } from '../../asl';
import { compareTimestamps, formatTimestamp, parseTimestamp } from './timestamp';

describe('parseTimestamp', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2024-02-29T23:59:59Z', Date.UTC(2024, 1, 29, 23, 59, 59)],
    ['2000-02-29T00:00:00.5Z', Date.UTC(2000, 1, 29) + 500],
    ['2021-06-01T12:30:15.123456789Z', Date.UTC(2021, 5, 1, 12, 30, 15, 123)],
    ['2021-06-01T12:30:15+02:00', Date.UTC(2021, 5, 1, 10, 30, 15)],
    ['2021-06-01T12:30:15.25-05:30', Date.UTC(2021, 5, 1, 18, 0, 15, 250)],
    ['1969-12-31T23:59:59.999Z', -1],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
  ])('%s', (text, expected) => expect(parseTimestamp(text)).toBe(expected));

  test.each([
    '',
    'tomorrow',
    '2024-05-06',
    '2024-05-06T07:08:09',
    '2024-05-06 07:08:09Z',
    '2024-05-06t07:08:09Z',
    '2024-05-06T07:08:09z',
    '2024-05-06T07:08Z',
    '2024-05-06T07:08:09.Z',
    '2024-05-06T07:08:09.0000000001Z',
    '2024-05-06T07:08:09+0200',
    '2024-05-06T07:08:09+24:00',
    '2024-05-06T07:08:09+02:60',
    '2024-13-06T07:08:09Z',
    '2024-00-06T07:08:09Z',
    '2024-05-00T07:08:09Z',
    '2024-04-31T07:08:09Z',
    '2023-02-29T07:08:09Z',
    '1900-02-29T07:08:09Z',
    '2024-05-06T24:00:00Z',
    '2024-05-06T07:60:09Z',
    '2024-05-06T07:08:60Z',
    '06-05-2024T07:08:09Z',
    ' 2024-05-06T07:08:09Z',
    '2024-05-06T07:08:09Z\n',
    '+12024-05-06T07:08:09Z',
  ])('refuses %j', (text) => expect(parseTimestamp(text)).toBeUndefined());

  test('reads what formatTimestamp writes', () => {
    const time = fc.integer({ min: Date.UTC(1, 0), max: Date.UTC(9999, 11, 31) });
    fc.assert(
      fc.property(time, (each) => {
        expect(parseTimestamp(formatTimestamp(each as EpochMs))).toBe(each);
      }),
    );
  });
});

test('compareTimestamps sees offsets and nanoseconds', () => {
  expect(compareTimestamps('2024-05-06T07:00:00Z', '2024-05-06T09:00:00+02:00')).toBe(0);
  expect(compareTimestamps('2024-05-06T07:00:00.000000001Z', '2024-05-06T07:00:00Z')).toBeGreaterThan(0);
  expect(compareTimestamps('2024-05-06T07:00:00.1Z', '2024-05-06T07:00:00.10Z')).toBe(0);
  expect(compareTimestamps('2024-05-06T06:59:59.999Z', '2024-05-06T07:00:00Z')).toBeLessThan(0);
  expect(compareTimestamps('2024-05-06', '2024-05-06T07:00:00Z')).toBeUndefined();
});

test('formatTimestamp writes UTC with milliseconds', () => {
  expect(formatTimestamp(Date.UTC(2024, 4, 6, 7, 8, 9, 10) as EpochMs)).toBe('2024-05-06T07:08:09.010Z');
});
