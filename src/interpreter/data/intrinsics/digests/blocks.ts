/**
 * A message padded as MD5 and the SHA family pad: one bit 1, zeros, then its length in bits in the last bytes
 * of the last block. Source: FIPS 180-4, section 5.1; RFC 1321, section 3.1.
 *
 * @param blockSize bytes: 64, or 128 for SHA-384 and SHA-512
 */
export function padMessage(bytes: Uint8Array, blockSize: 64 | 128, order: 'big' | 'little'): DataView {
  const lengthSize = blockSize / 8;
  const size = Math.ceil((bytes.length + 1 + lengthSize) / blockSize) * blockSize;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  const bits = BigInt(bytes.length) * 8n;
  view.setBigUint64(size - 8, bits, order === 'little');
  return view;
}

/** The primes from 2 on; the constants of SHA-2 are made of their roots. */
export function firstPrimes(count: number): bigint[] {
  const primes: bigint[] = [];
  for (let candidate = 2n; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0n)) primes.push(candidate);
  }
  return primes;
}

/** The first 64 bits of the fractional part of the square (2) or cube (3) root. */
export function rootFraction(value: bigint, degree: 2n | 3n): bigint {
  const target = value << (64n * degree);
  let low = 0n;
  let high = 1n << 80n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle - 1n;
  }
  return low & 0xffff_ffff_ffff_ffffn;
}
