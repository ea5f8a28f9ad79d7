import { type Json, parseText, printYaml, STOP, type TextFormat } from '../../../asl';

/** A value to begin with as a snippet in a notation; more lines than one are indented as the first will be. */
export const snippetOf = (value: Json, format: TextFormat): string => withStops(written(value, format));

/** A field with its value. */
export function fieldSnippet(name: string, value: Json, format: TextFormat): string {
  const text = written(value, format);
  if (format === 'json') return withStops(`${JSON.stringify(name)}: ${text}`);
  const nested = typeof value === 'object' && value !== null && !/^(?:\{|\[)/.test(text);
  return withStops(nested ? `${name}:\n${indented(text)}` : `${name}: ${text}`);
}

function written(value: Json, format: TextFormat): string {
  if (value === STOP) return format === 'json' ? `"${STOP}"` : STOP;
  const json = JSON.stringify(value, null, 2);
  if (format === 'json') return json.replace(/\[\s+("[^"]*")\s+\]/g, '[$1]');
  const { root } = parseText(json, 'json');
  return root ? printYaml(root).trimEnd() : '';
}

/** Text in which `$`, `}` and `\` mean themselves and each `STOP` is where the user types on. */
function withStops(text: string): string {
  let stops = 0;
  return escapeSnippet(text)
    .split(STOP)
    .reduce((before, after) => `${before}$${++stops}${after}`);
}

export const escapeSnippet = (text: string): string => text.replace(/[$}\\]/g, '\\$&');

const indented = (text: string): string => text.replace(/^/gm, '  ');
