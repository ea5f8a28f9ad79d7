import { expect, it } from 'vitest';
import { digits, uuidOf } from './identity';

it('makes the same digits of the same text, and others of another', () => {
  expect(digits('a', 40)).toBe(digits('a', 40));
  expect(digits('a', 40)).not.toBe(digits('b', 40));
  expect(digits('a', 13)).toMatch(/^[0-9a-f]{13}$/);
});

it('makes version 4 UUIDs', () => {
  for (const text of ['', 'a', 'b', 'task 17']) {
    expect(uuidOf(text)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

it('does not repeat itself over ten thousand calls', () => {
  const made = new Set(Array.from({ length: 10_000 }, (_, index) => uuidOf(`task ${index}`)));
  expect(made.size).toBe(10_000);
});
