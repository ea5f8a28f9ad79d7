import type { Json } from '../json';
import type { FixStep, QuickFix } from '../syntax';

/** A fix that writes fields. @param safe it does what was surely meant */
export const writeFix = (
  kind: string,
  title: string,
  steps: readonly FixStep[],
  safe: 'safe' | 'ask' = 'ask',
): QuickFix => ({ kind, title, safe: safe === 'safe', change: { type: 'write', steps } });

export const set = (object: string, name: string, value: Json): FixStep => ({
  type: 'set',
  object,
  name,
  value,
});
export const remove = (object: string, name: string): FixStep => ({ type: 'remove', object, name });
export const renameKey = (object: string, name: string, to: string): FixStep => ({
  type: 'renameKey',
  object,
  name,
  to,
});
