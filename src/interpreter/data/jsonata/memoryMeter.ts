import type { AstNode } from './ast';
import { JsonataError, MEMORY_LIMIT } from './jsonataError';

/** What one value may hold on AWS, as users measured it: 8 bytes for a number, one for a character. */
export const MAX_HELD_BYTES = 6_990_256;
/** What all values made during one evaluation may hold together before this machine's memory is at risk. */
const MAX_MADE_BYTES = 256_000_000;

/** Called by the library after every step of an evaluation. */
type ExitCallback = (node: AstNode, input: unknown, environment: Environment, result: unknown) => void;
interface Environment {
  /** The outermost frame of an evaluation: one object per evaluation. */
  readonly base: object;
}

interface Meter {
  made: number;
  readonly counted: WeakSet<object>;
}

/** The name under which the library looks for an `ExitCallback`. */
export const EXIT_CALLBACK = Symbol.for('jsonata.__evaluate_exit');

/** Counts what an evaluation makes and stops it at the limits. Arrays count once, texts where they are made. */
export function memoryMeter(): ExitCallback {
  const meters = new WeakMap<object, Meter>();
  return (node, _, environment, result) => {
    const size = sizeMade(node, result);
    if (size === 0) return;
    const meter = meters.get(environment.base) ?? { made: 0, counted: new WeakSet() };
    meters.set(environment.base, meter);
    if (typeof result === 'object' && result !== null) {
      if (meter.counted.has(result)) return;
      meter.counted.add(result);
    }
    meter.made += size;
    if (size > MAX_HELD_BYTES || meter.made > MAX_MADE_BYTES) throw new JsonataError(undefined, MEMORY_LIMIT);
  };
}

function sizeMade(node: AstNode, result: unknown): number {
  if (Array.isArray(result)) return result.length * 8;
  return typeof result === 'string' && (node.type === 'binary' || node.type === 'function')
    ? result.length
    : 0;
}
