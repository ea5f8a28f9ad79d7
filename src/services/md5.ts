/**
 * MD5 of a text's UTF-8 bytes as 32 lower-case hexadecimal digits: what SQS returns for a message body.
 * Source: RFC 1321, section 3.
 */
export function md5(text: string): string {
  const words = padded(utf8(text));
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < words.length; block += 16) {
    const [a0, b0, c0, d0] = [a, b, c, d];
    for (let step = 0; step < 64; step++) {
      const round = step >> 4;
      const [mixed, word] = ROUNDS[round]?.(b, c, d, step) ?? [0, 0];
      const sum = (a + mixed + (SINES[step] ?? 0) + (words[block + word] ?? 0)) | 0;
      const turn = TURNS[round * 4 + (step & 3)] ?? 0;
      [a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0];
    }
    [a, b, c, d] = [(a + a0) | 0, (b + b0) | 0, (c + c0) | 0, (d + d0) | 0];
  }
  return [a, b, c, d].map(littleEndian).join('');
}

type Round = (b: number, c: number, d: number, step: number) => readonly [mixed: number, word: number];
const ROUNDS: readonly Round[] = [
  (b, c, d, step) => [(b & c) | (~b & d), step],
  (b, c, d, step) => [(d & b) | (~d & c), (5 * step + 1) & 15],
  (b, c, d, step) => [b ^ c ^ d, (3 * step + 5) & 15],
  (b, c, d, step) => [c ^ (b | ~d), (7 * step) & 15],
];
const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32) | 0);

/** The bytes, a one bit, zeros and the length in bits, as little-endian words in blocks of sixteen. */
function padded(bytes: readonly number[]): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) << 4);
  for (const [index, byte] of [...bytes, 0x80].entries()) {
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << ((index & 3) * 8));
  }
  words[words.length - 2] = bytes.length * 8;
  return words;
}

/** A lone surrogate becomes U+FFFD, as encoders do. */
function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code, 0));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code, 6), tail(code, 0));
    else bytes.push(0xf0 | (code >> 18), tail(code, 12), tail(code, 6), tail(code, 0));
  }
  return bytes;
}

const tail = (code: number, shift: number): number => 0x80 | ((code >> shift) & 0x3f);

const littleEndian = (word: number): string =>
  [0, 8, 16, 24].map((shift) => ((word >>> shift) & 0xff).toString(16).padStart(2, '0')).join('');
