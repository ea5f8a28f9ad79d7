import type { Json } from '../../../asl';
import { Failure } from '../../data/failure';
import { printed, runtimeFailure } from '../failures';
import type { Field } from '../language.types';
import { compileRead } from './path';

/** An integer a `...Path` field of a Map refers to; texts of digits count. Recorded: scenarios/test_max_concurrency_path. */
export function integerAt(field: string, text: string): Field<number> {
  return numberAt(field, text, 'integer', (value) => asNumber(value, /^[+-]?\d+$/, Number.isInteger));
}

/** A number, not necessarily whole. Recorded: scenarios/test_map_state_tolerated_failure_percentage_path. */
export function floatAt(field: string, text: string): Field<number> {
  return numberAt(field, text, 'float', (value) =>
    asNumber(value, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, Number.isFinite),
  );
}

function numberAt(
  field: string,
  text: string,
  kind: string,
  read: (value: Json) => number | undefined,
): Field<number> {
  const path = compileRead(text);
  return (visit) => {
    const value = path(visit.effective, visit);
    if (value instanceof Failure) return value;
    const number = read(value);
    if (number !== undefined) return number;
    return runtimeFailure(
      `The ${field} field refers to value "${printed(value)}" which is not a valid ${kind}: ${text}`,
    );
  };
}

function asNumber(value: Json, text: RegExp, valid: (n: number) => boolean): number | undefined {
  if (typeof value === 'number') return valid(value) ? value : undefined;
  return typeof value === 'string' && text.test(value) ? Number(value) : undefined;
}

/** TimeoutSecondsPath, HeartbeatSecondsPath: a positive integer. */
export function secondsAt(field: string, text: string): Field<number> {
  const path = compileRead(text);
  return (visit) => {
    const value = path(visit.effective, visit);
    if (value instanceof Failure) return value;
    const seconds = asNumber(value, /^\d+$/, Number.isInteger);
    if (seconds !== undefined && seconds > 0) return seconds;
    return runtimeFailure(
      `The ${field} parameter does not reference a positive integer: ${text} == ${printed(value)}`,
    );
  };
}
