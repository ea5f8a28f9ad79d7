import { describe, expect, it } from 'vitest';
import { isFarOut } from './farOut';

const screen = { width: 700, height: 800 };
const row = { x: 0, y: 0, width: 400, height: 600_000 };
const crowd = { x: 0, y: 0, width: 30_000, height: 12_000 };

describe('a workflow is drawn as one picture', () => {
  it('wherever cards are specks', () => {
    expect(isFarOut(0.09, screen, { x: 0, y: 0, width: 400, height: 500 }, 5)).toBe(true);
    expect(isFarOut(0.1, screen, { x: 0, y: 0, width: 400, height: 500 }, 5)).toBe(false);
  });

  it('as soon as cards cannot be read where there are many in sight', () => {
    expect(isFarOut(0.2, screen, crowd, 5000)).toBe(true);
    expect(isFarOut(0.3, screen, crowd, 5000)).toBe(false);
  });

  it('not earlier where few of many are in sight', () => {
    expect(isFarOut(0.12, screen, row, 5000)).toBe(false);
  });
});
