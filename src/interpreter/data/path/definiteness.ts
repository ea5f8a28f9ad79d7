import type { Step } from './pathSyntax.types';

/** Whether the steps lead to at most one value. `['a','b']` at the end counts: it gives one merged object. */
export function isDefinite(steps: readonly Step[]): boolean {
  if (isFunctionOfDescent(steps)) return true;
  return steps.every((step, index) => {
    if (step.kind === 'names') return step.names.length === 1 || index === steps.length - 1;
    if (step.kind === 'indexes') return step.indexes.length === 1;
    return step.kind === 'function';
  });
}

/** `$..price.sum()`: the function sees everything that was found, not each value alone. */
export function isFunctionOfDescent(steps: readonly Step[]): boolean {
  return steps[0]?.kind === 'descent' && steps.at(-1)?.kind === 'function';
}

/** The leading single names and indexes, for an accessor, and what remains for a walk. */
export function splitDefinite(steps: readonly Step[]): {
  readonly chain: readonly (string | number)[];
  readonly rest: readonly Step[];
} {
  const chain: (string | number)[] = [];
  for (const step of steps) {
    const keys = step.kind === 'names' ? step.names : step.kind === 'indexes' ? step.indexes : [];
    const [key] = keys;
    if (keys.length !== 1 || key === undefined) break;
    chain.push(key);
  }
  return { chain, rest: steps.slice(chain.length) };
}
