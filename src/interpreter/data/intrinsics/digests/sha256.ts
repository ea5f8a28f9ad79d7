import { firstPrimes, padMessage, rootFraction } from './blocks';

const upperHalf = (bits: bigint): number => Number(BigInt.asIntN(32, bits >> 32n));
const ROUND_CONSTANTS = Int32Array.from(firstPrimes(64), (prime) => upperHalf(rootFraction(prime, 3n)));
const INITIAL_STATE = Int32Array.from(firstPrimes(8), (prime) => upperHalf(rootFraction(prime, 2n)));

const rotate = (value: number, bits: number): number => (value >>> bits) | (value << (32 - bits));

/** Source: FIPS 180-4, section 6.2. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const message = padMessage(bytes, 64, 'big');
  const state = INITIAL_STATE.slice();
  const words = new Int32Array(64);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let index = 0; index < 64; index++) {
      words[index] = index < 16 ? message.getInt32(block + index * 4) : scheduleWord(words, index);
    }
    compress(state, words);
  }
  const result = new DataView(new ArrayBuffer(32));
  state.forEach((value, index) => {
    result.setInt32(index * 4, value);
  });
  return new Uint8Array(result.buffer);
}

function scheduleWord(words: Int32Array, index: number): number {
  const at = (back: number): number => words[index - back] ?? 0;
  const small0 = rotate(at(15), 7) ^ rotate(at(15), 18) ^ (at(15) >>> 3);
  const small1 = rotate(at(2), 17) ^ rotate(at(2), 19) ^ (at(2) >>> 10);
  return at(16) + small0 + at(7) + small1;
}

function compress(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + (ROUND_CONSTANTS[round] ?? 0) + (words[round] ?? 0)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + big0 + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = (state[index] ?? 0) + value;
  });
}
