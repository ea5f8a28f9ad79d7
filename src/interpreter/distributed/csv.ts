/**
 * Rows of a CSV text: fields may stand in double quotes, which are doubled inside; rows end with LF, CRLF or CR.
 * Lines without a character are no rows. Source: RFC 4180.
 */
export function csvRows(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const row: string[] = [];
    const start = at;
    for (;;) {
      const field = text[at] === '"' ? quotedField(text, at + 1) : undefined;
      const end = endOfField(text, field?.end ?? at, delimiter);
      row.push(field === undefined ? text.slice(at, end) : field.value + text.slice(field.end, end));
      at = end;
      if (text[at] !== delimiter) break;
      at++;
    }
    if (at > start) rows.push(row);
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

/** @param start just after the opening quote; an unclosed one reaches to the end */
function quotedField(text: string, start: number): { readonly value: string; readonly end: number } {
  let value = '';
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function endOfField(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') break;
    at++;
  }
  return at;
}
