import type { YAMLError } from 'yaml';
import type { Problems } from './problems';

/** Code of a text that is not YAML. */
export const INVALID_YAML = 'INVALID_YAML_DESCRIPTION';

const MESSAGES: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'This alias has no name. Write the name of an anchor after *.',
  BAD_DQ_ESCAPE: 'This string has an unknown escape. Write \\\\ for a backslash, or use single quotes.',
  BAD_INDENT: 'The indentation does not fit the lines before. Align it with its neighbours.',
  BAD_SCALAR_START: 'A plain string cannot begin with this character. Put the string in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A mapping cannot begin here. Put the value in quotes, or on lines of its own.',
  BLOCK_IN_FLOW: 'Indented lists and mappings cannot stand inside [ ] or { }.',
  KEY_OVER_1024_CHARS: "There is no ':' within 1,024 characters of this key.",
  MULTILINE_IMPLICIT_KEY: "A key must stand on one line and end with ':'.",
  TAB_AS_INDENT: 'YAML does not allow tabs as indentation. Use spaces.',
};

const END_OF_SENTENCE = /[.!?]$/;

/** Adds what the YAML library found, in our words where we have some. */
export function reportYamlError(error: YAMLError, text: string, problems: Problems): void {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.min(Math.max(error.pos[1], start), text.length);
  problems.error(INVALID_YAML, sentence(error), { start, end });
}

function sentence({ code, message }: YAMLError): string {
  const closer = /must be sufficiently indented and end with a (.)/.exec(message)?.[1];
  if (closer !== undefined)
    return `Expected '${closer}' at the end of this list or mapping, indented like it.`;
  if (message.startsWith('Implicit map keys')) return "Expected ':' after this key.";
  const ours = MESSAGES[code] ?? message;
  return END_OF_SENTENCE.test(ours) ? ours : `${ours}.`;
}
