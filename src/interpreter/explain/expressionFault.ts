import type { TextRange } from '../../asl';
import type { StatesVariable } from '../data/compiled.types';
import type { EvaluationScope } from '../data/evaluationScope';
import { describeError } from '../data/jsonata/jsonataError';
import { compileForLibrary } from '../data/jsonata/library';

/** Where and why a JSONata expression throws. */
export interface ExpressionFault {
  readonly marked: TextRange;
  readonly reason: string;
}

/** Evaluates a JSONata expression to see where it throws; undefined when it does not, or nowhere in particular. */
export async function expressionFault(
  text: string,
  states: StatesVariable,
  scope: EvaluationScope,
): Promise<ExpressionFault | undefined> {
  try {
    await compileForLibrary(text)(states, scope);
    return undefined;
  } catch (error) {
    if (typeof error !== 'object' || error === null || !('position' in error)) return undefined;
    const { position } = error;
    if (typeof position !== 'number') return undefined;
    const token = 'token' in error && typeof error.token === 'string' ? error.token : undefined;
    return { marked: tokenBefore(text, position, token), reason: sentence(describeError(error)) };
  }
}

/** The library tells the place behind what it stumbled over. */
function tokenBefore(text: string, position: number, token: string | undefined): TextRange {
  const end = Math.min(Math.max(position, 1), text.length);
  if (token !== undefined && token !== '' && text.slice(0, end).endsWith(token))
    return { start: end - token.length, end };
  const before = text.slice(0, end).trimEnd();
  const start = /(?:\$*[\p{ID_Continue}]+|\S)$/u.exec(before)?.index ?? 0;
  return { start, end: Math.max(before.length, start + 1) };
}

/** Without JSONata's code, which the cause has. */
const sentence = (described: string): string => described.replace(/^[.:]\s*(?:[A-Z]\d{4}: )?/, '');
