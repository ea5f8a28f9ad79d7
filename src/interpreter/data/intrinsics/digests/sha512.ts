import { firstPrimes, padMessage, rootFraction } from './blocks';

const primes = firstPrimes(80);
const ROUND_CONSTANTS = BigUint64Array.from(primes, (prime) => rootFraction(prime, 3n));
const INITIAL_512 = BigUint64Array.from(primes.slice(0, 8), (prime) => rootFraction(prime, 2n));
const INITIAL_384 = BigUint64Array.from(primes.slice(8, 16), (prime) => rootFraction(prime, 2n));

const cut = (value: bigint): bigint => BigInt.asUintN(64, value);
const rotate = (value: bigint, bits: bigint): bigint => (value >> bits) | cut(value << (64n - bits));

/** Source: FIPS 180-4, section 6.4. */
export const sha512 = (bytes: Uint8Array): Uint8Array => digest(bytes, INITIAL_512);

/** Source: FIPS 180-4, section 6.5. */
export const sha384 = (bytes: Uint8Array): Uint8Array => digest(bytes, INITIAL_384).slice(0, 48);

function digest(bytes: Uint8Array, initial: BigUint64Array): Uint8Array {
  const message = padMessage(bytes, 128, 'big');
  const state = initial.slice();
  const words = new BigUint64Array(80);
  for (let block = 0; block < message.byteLength; block += 128) {
    for (let index = 0; index < 80; index++) {
      words[index] = index < 16 ? message.getBigUint64(block + index * 8) : scheduleWord(words, index);
    }
    compress(state, words);
  }
  const result = new DataView(new ArrayBuffer(64));
  state.forEach((value, index) => {
    result.setBigUint64(index * 8, value);
  });
  return new Uint8Array(result.buffer);
}

function scheduleWord(words: BigUint64Array, index: number): bigint {
  const at = (back: number): bigint => words[index - back] ?? 0n;
  const small0 = rotate(at(15), 1n) ^ rotate(at(15), 8n) ^ (at(15) >> 7n);
  const small1 = rotate(at(2), 19n) ^ rotate(at(2), 61n) ^ (at(2) >> 6n);
  return at(16) + small0 + at(7) + small1;
}

function compress(state: BigUint64Array, words: BigUint64Array): void {
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  for (let round = 0; round < 80; round++) {
    const big1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
    const choice = (e & f) ^ (cut(~e) & g);
    const first = h + big1 + choice + (ROUND_CONSTANTS[round] ?? 0n) + (words[round] ?? 0n);
    const big0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, cut(d + first), c, b, a, cut(first + big0 + majority)];
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = (state[index] ?? 0n) + value;
  });
}
