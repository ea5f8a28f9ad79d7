import { lineColumnAt } from '../parse/lineColumn';
import { parseText } from '../parse/parseText';
import type { TextFormat } from '../syntax';
import { formatJson } from './formatJson';
import { formatYaml } from './formatYaml';
import { printJson } from './printJson';
import { printYaml } from './printYaml';

export type ConvertResult =
  | { readonly ok: true; readonly text: string }
  /** Why it cannot be converted, with the line to look at. */
  | { readonly ok: false; readonly reason: string };

/**
 * A definition in the other notation: JSON or YAML that reads as the same value, with the same order of keys.
 * Comments do not survive. To the same notation: the text is formatted, comments and all. A text with a syntax
 * error is not converted, because what is broken in it would be lost.
 */
export function convertFormat(text: string, from: TextFormat, to: TextFormat): ConvertResult {
  const { root, problems } = parseText(text, from);
  const error = problems.find(({ severity }) => severity === 'error');
  if (error) {
    const { line } = lineColumnAt(text, error.range.start);
    return { ok: false, reason: `Line ${line}: ${error.message}` };
  }
  if (from === to) return { ok: true, text: to === 'json' ? formatJson(text) : formatYaml(text) };
  if (root === undefined) return { ok: true, text: '' };
  return { ok: true, text: to === 'json' ? printJson(root) : printYaml(root) };
}
