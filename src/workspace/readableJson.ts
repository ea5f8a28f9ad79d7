/** JSON on one line, as AWS writes it, laid out for reading. A number with more digits than we can hold keeps them. */
export function readableJson(json: string): string {
  if (/\d{16}/.test(json)) return json;
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
