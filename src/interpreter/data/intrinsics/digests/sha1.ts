import { padMessage } from './blocks';

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** Source: FIPS 180-4, section 6.1. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const message = padMessage(bytes, 64, 'big');
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let index = 0; index < 80; index++) {
      const at = (back: number): number => words[index - back] ?? 0;
      words[index] =
        index < 16 ? message.getInt32(block + index * 4) : rotate(at(3) ^ at(8) ^ at(14) ^ at(16), 1);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let round = 0; round < 80; round++) {
      const sum = (rotate(a, 5) + mix(round, b, c, d) + e + (words[round] ?? 0)) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, sum];
    }
    [a, b, c, d, e].forEach((value, index) => {
      state[index] = (state[index] ?? 0) + value;
    });
  }
  const result = new DataView(new ArrayBuffer(20));
  state.forEach((value, index) => {
    result.setInt32(index * 4, value);
  });
  return new Uint8Array(result.buffer);
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
