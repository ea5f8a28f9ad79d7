import type { Json, QueryLanguage } from '../../../asl';
import type { Reading } from './useDraft';

/** How typed texts are read; an empty text takes the field away. */
type Read = (text: string) => Reading<Json | undefined>;

const ok = (value: Json | undefined): Reading<Json | undefined> => ({ ok: true, value });
const no = (problem: string): Reading<Json | undefined> => ({ ok: false, problem });

export const readWords: Read = (text) => ok(text === '' ? undefined : text);

/** JSON; what breaks it is told with its line. */
export const readJson: Read = (text) => {
  if (text.trim() === '') return ok(undefined);
  try {
    return ok(JSON.parse(text) as Json);
  } catch (error) {
    return no(`This is not JSON yet: ${sentence(error)}`);
  }
};

/** As `readJson`, but words without quotes are a string: what a user means by `{% $x %}`. */
export const readTemplate: Read = (text) => {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{%')) return readJson(text);
  return trimmed.endsWith('%}') ? ok(trimmed) : no('The expression is not closed yet: it ends with %}.');
};

export const readExpression: Read = (text) => {
  const trimmed = text.trim();
  if (trimmed === '') return ok(undefined);
  return ok(trimmed.startsWith('{%') ? trimmed : `{% ${trimmed} %}`);
};

export interface NumberLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly whole?: boolean | undefined;
}

export function readNumber({ min, max, whole = true }: NumberLimits): Read {
  return (text) => {
    if (text.trim() === '') return ok(undefined);
    // A template's placeholder stands for the number.
    if (/^\$\{[^}]+\}$/.test(text.trim())) return ok(text.trim());
    const value = Number(text);
    if (!Number.isFinite(value)) return no('This is not a number.');
    if (whole && !Number.isInteger(value)) return no('This has to be a whole number.');
    if (min !== undefined && value < min) return no(`At least ${min}.`);
    if (max !== undefined && value > max) return no(`At most ${max.toLocaleString('en')}.`);
    return ok(value);
  };
}

/** A value as a field shows it. */
export const shownWords = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

export const shownJson = (value: Json | undefined): string =>
  value === undefined ? '' : JSON.stringify(value, null, 2);

/** A whole expression is shown as it is meant, everything else as JSON. */
export const shownTemplate = (value: Json | undefined): string =>
  typeof value === 'string' && /^\s*\{%/.test(value) ? value : shownJson(value);

/** Which of a field's spellings is an expression. */
export const isExpression = (value: Json | undefined): boolean =>
  typeof value === 'string' && value.trim().startsWith('{%');

export const expressionDialect = (language: QueryLanguage): 'jsonata' | 'jsonpath' =>
  language === 'JSONata' ? 'jsonata' : 'jsonpath';

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
