import type { ParsedText, TextFormat } from '../syntax';
import { detectFormat } from './detectFormat';
import { parseJson } from './parseJson';
import { parseYaml } from './parseYaml';

/** Reads a definition in either notation, detected when not given. Never throws; see `isBroken`. */
export function parseText(text: string, format: TextFormat = detectFormat(text)): ParsedText {
  return format === 'json' ? parseJson(text) : parseYaml(text);
}

/** Whether the text has a syntax error, so that the tree may be incomplete. */
export const isBroken = (parsed: ParsedText): boolean =>
  parsed.problems.some((problem) => problem.severity === 'error');
