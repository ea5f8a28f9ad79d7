/**
 * The execution's own random numbers (jitter, States.UUID, States.MathRandom): seeded, so that the same
 * execution draws the same ones. The generator is mulberry32: 32 bits of state, one multiplication a draw.
 */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** @returns a number in [0, 1) */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}

const HEX = '0123456789abcdef';

/** A text of `length` hexadecimal digits that only `seed` and `salt` decide; drawn without touching the execution's numbers. */
export function seededHex(seed: number, salt: number, length: number): string {
  const random = new Random(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35));
  let text = '';
  for (let i = 0; i < length; i++) text += HEX[Math.floor(random.next() * 16)] ?? '0';
  return text;
}

/** A UUID's text that only `seed` and `salt` decide. */
export function seededUuid(seed: number, salt: number): string {
  const hex = seededHex(seed, salt, 32);
  const variant = HEX[8 + (Number.parseInt(hex.charAt(16), 16) & 3)] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
