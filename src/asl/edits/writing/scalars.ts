import type { Json } from '../../json';

type ScalarValue = null | boolean | number | string;
export const isScalarValue = (value: Json): value is ScalarValue =>
  value === null || typeof value !== 'object';

/** How a text is written in YAML. */
export type Quoting = 'plain' | '"' | "'";

/** Where a plain text may stand: within `{}` and `[]` some characters have a meaning. */
export type YamlPlace = 'block' | 'flow';

/**
 * A text in YAML, in the given quoting if that can hold it, else in the nearest that can. Also quoted is what
 * only YAML 1.1 takes for something else (Yes, No, On, 12:30), since many tools still read that.
 *
 * @param fallback the quotes to take when plain will not do
 */
export function yamlText(
  text: string,
  quoting: Quoting,
  place: YamlPlace,
  fallback: '"' | "'" = '"',
): string {
  if (quoting === 'plain' && isPlain(text, place)) return text;
  const wanted = quoting === 'plain' ? fallback : quoting;
  const escapes = /["\\]/.test(text) && !text.includes("'");
  const single = wanted === "'" || (quoting === 'plain' && escapes);
  return single && !UNPRINTABLE.test(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

export function yamlScalar(value: ScalarValue, place: YamlPlace, quote: '"' | "'"): string {
  return typeof value === 'string' ? yamlText(value, 'plain', place, quote) : JSON.stringify(value);
}

/** How the scalar that begins at an offset is written; block scalars (`|`, `>`) count as plain. */
export function quotingAt(text: string, offset: number): Quoting {
  const first = text.charAt(offset);
  return first === '"' || first === "'" ? first : 'plain';
}

/** What only an escape can show: control characters, odd line ends, halves of a surrogate pair. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFEFF]/u;

const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|[?:-][,[\]{}]|---|\.\.\.)/;

/** What YAML 1.2 or 1.1 reads as null, true or false, a merge, a default, a number or a date. */
const OTHER_THAN_TEXT = [
  /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=)$/i,
  /^[-+]?(?:\.\d|\d)[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?$/i,
  /^[-+]?0(?:b[01_]+|o[0-7_]+|x[\da-f_]+)$/i,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/,
  /^[-+]?\.(?:inf|nan)$/i,
  /^\d{4}-\d\d?-\d\d?(?:[t\s].*)?$/i,
];

function isPlain(text: string, place: YamlPlace): boolean {
  if (text === '' || text.trim() !== text || UNPRINTABLE.test(text) || INDICATOR.test(text)) return false;
  if (/:\s|\s#|:$/.test(text)) return false;
  if (place === 'flow' && /[,[\]{}]/.test(text)) return false;
  return !OTHER_THAN_TEXT.some((pattern) => pattern.test(text));
}
