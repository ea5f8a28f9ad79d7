import { padMessage } from './blocks';

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Int32Array.from({ length: 64 }, (_, index) =>
  Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32),
);

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** Source: RFC 1321. */
export function md5(bytes: Uint8Array): Uint8Array {
  const message = padMessage(bytes, 64, 'little');
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < message.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let round = 0; round < 64; round++) {
      const stage = round >> 4;
      const mixed =
        stage === 0
          ? (b & c) | (~b & d)
          : stage === 1
            ? (d & b) | (~d & c)
            : stage === 2
              ? b ^ c ^ d
              : c ^ (b | ~d);
      const word = [round, 5 * round + 1, 3 * round + 5, 7 * round][stage] ?? 0;
      const sum = (a + mixed + (SINES[round] ?? 0) + message.getInt32(block + (word % 16) * 4, true)) | 0;
      [a, d, c, b] = [d, c, b, (b + rotate(sum, SHIFTS[stage * 4 + (round % 4)] ?? 0)) | 0];
    }
    [a, b, c, d].forEach((value, index) => {
      state[index] = (state[index] ?? 0) + value;
    });
  }
  const result = new DataView(new ArrayBuffer(16));
  state.forEach((value, index) => {
    result.setInt32(index * 4, value, true);
  });
  return new Uint8Array(result.buffer);
}
