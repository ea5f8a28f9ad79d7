/**
 * Identifiers for made-up answers: a pure function of a text, spread evenly, not for secrets.
 * The mixing is FNV-1a with a finaliser, once per eight digits.
 */
export function digits(text: string, length: number): string {
  let result = '';
  for (let block = 0; result.length < length; block++)
    result += mix(text, block).toString(16).padStart(8, '0');
  return result.slice(0, length);
}

/** The text's digits as a version 4 UUID. */
export function uuidOf(text: string): string {
  const hex = digits(text, 32);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

function mix(text: string, block: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(block + 1, 0x9e3779b1)) >>> 0;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
