import { TokenFault } from './jsonTokens';

/** AWS's code for a text that is not JSON. */
export const INVALID_JSON = 'INVALID_JSON_DESCRIPTION';

const FAULTS: ReadonlyMap<number, string> = new Map([
  [TokenFault.openComment, 'This comment is never closed. Write */ at its end.'],
  [
    TokenFault.openString,
    'This string is not closed on its line. Write " at its end, and \\n for a line break.',
  ],
  [TokenFault.brokenNumber, 'This number is not complete.'],
  [TokenFault.brokenUnicode, 'A \\u escape needs four hexadecimal digits, such as \\u00e9.'],
  [TokenFault.brokenEscape, 'This string has an unknown escape. Write \\\\ for a backslash.'],
  [TokenFault.controlCharacter, 'This string has a control character. Write \\t for a tab.'],
  [TokenFault.singleQuotes, 'Strings need double quotes.'],
]);

export const faultMessage = (fault: number): string => FAULTS.get(fault) ?? 'This cannot be read as JSON.';

/** What to say of a word that is no JSON value; names the value that was probably meant. */
export function wordMessage(word: string): string {
  const lower = word.toLowerCase();
  if (lower === 'true' || lower === 'false' || lower === 'null') {
    return `“${word}” is not a JSON value. Write ${lower}.`;
  }
  if (lower === 'none' || lower === 'nil' || lower === 'undefined') {
    return `“${word}” is not a JSON value. Write null.`;
  }
  return `“${short(word)}” is not a JSON value. Put strings in double quotes.`;
}

export const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);
