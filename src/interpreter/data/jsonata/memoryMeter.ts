import type { AstNode } from './ast';
import { nodesOf } from './ast';
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

/**
 * Whether an expression could make much more than it is given: it repeats, names what it made, or makes ranges.
 * The others are spared the meter, which costs a turn of the event loop per step.
 */
export function needsMeter(ast: AstNode): boolean {
  for (const node of nodesOf(ast)) {
    if (node.type === 'lambda' || node.type === 'bind' || node.type === 'function' || node.type === 'apply') {
      if (!isHarmlessCall(node)) return true;
    }
    if (node.type === 'binary' && node.value === '..') return true;
    if (
      node.type === 'path' &&
      node.steps?.slice(1).some((step) => step.type !== 'name' && step.type !== 'sort')
    ) {
      return true;
    }
  }
  return false;
}

/** Functions that give no more than a number, a boolean or a part of their argument. */
const HARMLESS = new Set(
  (
    'sum count max min average number abs floor ceil round power sqrt length substring substringBefore ' +
    'substringAfter lowercase uppercase trim contains boolean not exists type keys lookup merge string now millis ' +
    'toMillis fromMillis uuid random hash reverse distinct sort parse'
  ).split(' '),
);

const isHarmlessCall = (node: AstNode): boolean =>
  node.type === 'function' &&
  node.procedure?.type === 'variable' &&
  HARMLESS.has(String(node.procedure.value));
