import type { WaitState } from '../../../asl';
import { Failure } from '../../data/failure';
import { parseTimestamp } from '../../data/timestamp';
import { QUERY_ERROR } from '../../errorNames';
import { LateFailure, runtimeFailure } from '../failures';
import type { WaitUntil } from '../language.types';
import { PENDING } from '../visit.types';
import { isNumber, isString, typedField } from './field';

const NOTHING_TO_WAIT_FOR = runtimeFailure('A Wait state must have one of the fields Seconds, Timestamp.');

/** Recorded: scenarios/test_wait_timestamp_jsonata, scenarios/test_wait_seconds_jsonata. */
export function jsonataWait({ Seconds, Timestamp }: WaitState): WaitUntil {
  if (Seconds !== undefined) {
    const seconds = typedField(Seconds, 'Seconds', 'number', isNumber);
    return (visit) => {
      const value = seconds(visit);
      return typeof value === 'number' ? visit.now + value * 1000 : value;
    };
  }
  if (Timestamp === undefined) return () => NOTHING_TO_WAIT_FOR;
  const timestamp = typedField(Timestamp, 'Timestamp', 'string', isString);
  return (visit) => {
    const value = timestamp(visit);
    if (value === PENDING || value instanceof Failure) return value;
    return parseTimestamp(value) ?? invalidTimestamp(value);
  };
}

const invalidTimestamp = (value: string): Failure =>
  new LateFailure(
    QUERY_ERROR,
    `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`,
    'Timestamp',
  );
