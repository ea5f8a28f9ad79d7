/** The bytes of a text in UTF-8; a lone surrogate becomes `?`, as in Java. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), continuation(point));
    else if (point >= 0xd800 && point <= 0xdfff) bytes.push(0x3f);
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), continuation(point >> 6), continuation(point));
    else {
      bytes.push(
        0xf0 | (point >> 18),
        continuation(point >> 12),
        continuation(point >> 6),
        continuation(point),
      );
    }
  }
  return Uint8Array.from(bytes);
}

const continuation = (bits: number): number => 0x80 | (bits & 0x3f);

/** The text of UTF-8 bytes; whatever is not UTF-8 becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index] ?? 0;
    const length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 4;
    const point = decodePoint(bytes, index, lead, length);
    text += point === undefined ? '\ufffd' : String.fromCodePoint(point);
    index += point === undefined ? 1 : length;
  }
  return text;
}

const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];
const LEAD_MASKS = [0, 0x7f, 0x1f, 0x0f, 0x07];

function decodePoint(bytes: Uint8Array, index: number, lead: number, length: number): number | undefined {
  if ((lead >= 0x80 && lead < 0xc2) || lead > 0xf4) return undefined;
  let point = lead & (LEAD_MASKS[length] ?? 0);
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes[index + offset] ?? 0;
    if (byte >> 6 !== 2) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const isScalar = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isScalar && point >= (SMALLEST[length] ?? 0) ? point : undefined;
}
