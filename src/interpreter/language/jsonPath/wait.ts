import type { WaitState } from '../../../asl';
import { Failure } from '../../data/failure';
import { parseTimestamp } from '../../data/timestamp';
import { printed, runtimeFailure } from '../failures';
import type { WaitUntil } from '../language.types';
import { compileLookup } from './path';

const NOTHING_TO_WAIT_FOR = runtimeFailure(
  'A Wait state must have one of the fields Seconds, SecondsPath, Timestamp, TimestampPath.',
);

/** The four forms of Wait. Recorded: base/wait, scenarios/test_wait_timestamp_path. */
export function jsonPathWait(definition: WaitState): WaitUntil {
  const { Seconds, SecondsPath, Timestamp, TimestampPath } = definition;
  if (typeof Seconds === 'number') return (visit) => visit.now + Seconds * 1000;
  if (SecondsPath !== undefined) return secondsPath(SecondsPath);
  if (TimestampPath !== undefined) return timestampPath(TimestampPath);
  if (Timestamp === undefined) return () => NOTHING_TO_WAIT_FOR;
  const until = parseTimestamp(Timestamp);
  if (until !== undefined) return () => until;
  const invalid = runtimeFailure(
    `The Timestamp parameter is not a valid ISO-8601 extended offset date-time format string: ${Timestamp}`,
  );
  return () => invalid;
}

function secondsPath(text: string): WaitUntil {
  const path = compileLookup(text);
  const problem = (words: string): Failure => runtimeFailure(`The SecondsPath parameter ${words}`);
  return (visit) => {
    const seconds = path(visit.effective, visit);
    if (seconds instanceof Failure) return seconds;
    if (seconds === undefined) return problem(`does not reference an input value: ${text}`);
    if (typeof seconds !== 'number' || !Number.isInteger(seconds)) {
      return problem(`cannot be parsed as a long value: ${text} == ${printed(seconds)}`);
    }
    if (seconds < 0) return problem(`references a negative value: ${text} == ${seconds}`);
    return visit.now + seconds * 1000;
  };
}

function timestampPath(text: string): WaitUntil {
  const path = compileLookup(text);
  return (visit) => {
    const value = path(visit.effective, visit);
    if (value instanceof Failure) return value;
    if (value === undefined) {
      return runtimeFailure(`The TimestampPath parameter does not reference an input value: ${text}`);
    }
    const until = typeof value === 'string' ? parseTimestamp(value) : undefined;
    if (until !== undefined) return until;
    return runtimeFailure(
      `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${text} == ${printed(value)}`,
    );
  };
}
