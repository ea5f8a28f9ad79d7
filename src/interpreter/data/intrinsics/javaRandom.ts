const MULTIPLIER = 0x5deece66dn;
const MASK = (1n << 48n) - 1n;

/** The sequence of java.util.Random: a linear congruential generator of 48 bits. Source: Java SE documentation, "Random". */
export class JavaRandom {
  private state: bigint;

  /** @param seed an integer, cut to the 64 bits of a Java long */
  constructor(seed: number) {
    this.state = (BigInt(Math.trunc(seed)) ^ MULTIPLIER) & MASK;
  }

  /** An integer in [0, bound), bound from 1 to 2^31 - 1. */
  nextInt(bound: number): number {
    if ((bound & -bound) === bound) return Number((BigInt(bound) * BigInt(this.next(31))) >> 31n);
    for (;;) {
      const bits = this.next(31);
      const value = bits % bound;
      // Bits from the incomplete last stretch of 2^31 would make small values likelier.
      if (bits - value + (bound - 1) < 2 ** 31) return value;
    }
  }

  /** A number in [0, 1). */
  nextDouble(): number {
    return (this.next(26) * 2 ** 27 + this.next(27)) / 2 ** 53;
  }

  private next(bits: number): number {
    this.state = (this.state * MULTIPLIER + 0xbn) & MASK;
    return Number(this.state >> BigInt(48 - bits));
  }
}
