import { type Edit, format } from 'jsonc-parser';
import { JsonReader } from '../parse/jsonReader';
import type { TextRange } from '../syntax';

/**
 * A JSON text with two spaces of indentation; the order of keys, the spelling of values, comments and
 * `${placeholders}` stay as they are. A text with a syntax error is returned unchanged.
 */
export function formatJson(text: string): string {
  const reader = new JsonReader(text);
  reader.read();
  if (reader.problems.list.some(({ severity }) => severity === 'error')) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const masked = mask(text, reader.placeholders);
  const edits = format(masked, undefined, { tabSize: 2, insertSpaces: true, eol, insertFinalNewline: true });
  return applyInOrder(text, edits);
}

/**
 * Placeholders outside strings become strings of the same length, which is all that the formatter has to know:
 * it changes white space only.
 */
function mask(text: string, placeholders: readonly TextRange[]): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of placeholders) {
    masked += `${text.slice(done, start)}"${'x'.repeat(end - start - 2)}"`;
    done = end;
  }
  return masked + text.slice(done);
}

/** The library's own way of applying edits copies the text for each of them. */
function applyInOrder(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((left, right) => left.offset - right.offset);
  const parts: string[] = [];
  let done = 0;
  for (const { offset, length, content } of sorted) {
    parts.push(text.slice(done, offset), content);
    done = offset + length;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
