import type { Json } from '../../asl';
import { Failure } from '../data/failure';
import type { Engine } from '../engine';
import { DATA_LIMIT_ERROR } from '../errorNames';
import type { Frame } from '../frame';
import { jsonSize, jsonSizeAtMost } from './jsonSize';

/** Bytes of JSON in UTF-8 of one variable, and of all that one Assign gives values. Source: quotas.md 1. */
const MAX_ASSIGN_BYTES = 262_144;
/** Of all variables that an execution holds at a time. Source: quotas.md 1. */
const MAX_EXECUTION_BYTES = 10_485_760;

/**
 * Why variables cannot be assigned in the scope of a frame; undefined when they can. What the execution holds is
 * counted from above, and exactly only when that could be too much: variables that are assigned anew or whose scope
 * has ended do not count twice. The quotas are AWS's, the words are in the manner of its other limits: no cause is on
 * record.
 */
export function variableLimitFailure(
  engine: Engine,
  frame: Frame,
  stateName: string,
  assigned: ReadonlyMap<string, Json>,
): Failure | undefined {
  let atMost = 0;
  for (const [name, value] of assigned) {
    const size = jsonSizeAtMost(value);
    if (size > MAX_ASSIGN_BYTES) return tooLarge(stateName, `a value to the variable '${name}'`);
    atMost += size;
  }
  if (atMost > MAX_ASSIGN_BYTES && totalSize(assigned.values()) > MAX_ASSIGN_BYTES) {
    return tooLarge(stateName, 'values to its variables together');
  }
  const { execution } = frame;
  execution.variableBytesAtMost += atMost;
  if (execution.variableBytesAtMost <= MAX_EXECUTION_BYTES) return undefined;
  const held = heldBytes(engine.rootOf(execution), frame, assigned) + totalSize(assigned.values());
  if (held > MAX_EXECUTION_BYTES) {
    return tooLarge(stateName, 'values to its variables, with those that the execution holds already,');
  }
  execution.variableBytesAtMost = held;
  return undefined;
}

const tooLarge = (stateName: string, what: string): Failure =>
  new Failure(
    DATA_LIMIT_ERROR,
    `The state '${stateName}' assigned ${what} with a size exceeding the maximum number of bytes service limit.`,
  );

function totalSize(values: Iterable<Json>): number {
  let size = 0;
  for (const value of values) size += jsonSize(value);
  return size;
}

/** Bytes of all variables in a scope and those inside it, without the ones that get new values. */
function heldBytes(scope: Frame, assigning: Frame, assigned: ReadonlyMap<string, Json>): number {
  let size = 0;
  for (const [name, value] of scope.variables ?? []) {
    if (scope !== assigning || !assigned.has(name)) size += jsonSize(value);
  }
  for (const child of scope.join?.children ?? []) {
    if (!child.isClosed) size += heldBytes(child, assigning, assigned);
  }
  return size;
}
