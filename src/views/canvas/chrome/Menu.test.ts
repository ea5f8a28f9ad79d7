import { describe, expect, it } from 'vitest';
import { nextItem } from './Menu';

const names = ['Task', 'Pass', 'Choice', 'Wait', 'Parallel'];
const press = (key: string, here: number) => nextItem(key, here, names);

describe('keys in a menu', () => {
  it('go round', () => {
    expect(press('ArrowDown', 4)).toBe(0);
    expect(press('ArrowUp', 0)).toBe(4);
    expect(press('Home', 3)).toBe(0);
    expect(press('End', 0)).toBe(4);
  });
  it('find the next name by its first letter', () => {
    expect(press('p', 0)).toBe(1);
    expect(press('P', 1)).toBe(4);
    expect(press('p', 4)).toBe(1);
    expect(press('z', 0)).toBeUndefined();
  });
  it('leave other keys alone', () => {
    expect(press('Enter', 0)).toBeUndefined();
    expect(press('Escape', 0)).toBeUndefined();
  });
});
