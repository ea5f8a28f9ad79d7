import type { Json } from '../../json';

type ScalarValue = null | boolean | number | string;
export const isScalarValue = (value: Json): value is ScalarValue =>
  value === null || typeof value !== 'object';

/** How a text is written in YAML. */
export type Quoting = 'plain' | '"' | "'";

/** Where a plain text may stand: within `{}` and `[]` some characters have a meaning. */
export type YamlPlace = 'block' | 'flow';

/** What a document shows of how texts are quoted in it. */
export interface QuotingStyle {
  /** How texts are written that could be plain. */
  readonly texts: Quoting;
  /** The quotes for a text that needs some. */
  readonly quote: '"' | "'";
  /** Words that the document has plain although YAML 1.1 takes them for true or false. */
  readonly bareWords: ReadonlySet<string>;
}

/**
 * A text in YAML, in the given quoting if that can hold it, else in the nearest that can. Also quoted is what
 * only YAML 1.1 takes for something else (Yes, No, On, 12:30), since many tools still read that; but a name
 * is written in one way throughout a document.
 */
export function yamlText(text: string, quoting: Quoting, place: YamlPlace, style: QuotingStyle): string {
  const plain = quoting === 'plain' && (style.bareWords.has(text) || isPlain(text, place));
  if (plain) return text;
  const wanted = quoting === 'plain' ? style.quote : quoting;
  const escapes = /["\\]/.test(text) && !text.includes("'");
  const single = wanted === "'" || (quoting === 'plain' && escapes);
  return single && !UNPRINTABLE.test(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

export function yamlScalar(value: ScalarValue, place: YamlPlace, style: QuotingStyle): string {
  return typeof value === 'string' ? yamlText(value, style.texts, place, style) : JSON.stringify(value);
}

/** Whether YAML 1.1 alone takes a plain text for true or false. */
export const isOldBoolean = (text: string): boolean => /^(?:yes|no|on|off|y|n)$/i.test(text);

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

/** Whether a text can stand without quotes. */
export function isPlain(text: string, place: YamlPlace): boolean {
  if (text === '' || text.trim() !== text || UNPRINTABLE.test(text) || INDICATOR.test(text)) return false;
  if (/:\s|\s#|:$/.test(text)) return false;
  if (place === 'flow' && /[,[\]{}]/.test(text)) return false;
  return !OTHER_THAN_TEXT.some((pattern) => pattern.test(text));
}
