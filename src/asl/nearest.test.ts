import { describe, expect, it } from 'vitest';
import { didYouMean, nearestName } from './nearest';

describe('nearestName', () => {
  it.each([
    ['Bil', ['Ship', 'Bill'], 'Bill'],
    ['bill', ['Bill'], 'Bill'],
    ['Shpi', ['Stop', 'Ship'], 'Ship'],
    ['ChargeCard', ['Charge Card', 'Charge'], 'Charge Card'],
    ['Validate', ['Ship', 'Bill'], undefined],
    ['A', ['B', 'C'], undefined],
    ['a', ['B', 'A'], 'A'],
    ['', ['Bill'], undefined],
    ['x'.repeat(1000), ['x'.repeat(1000)], undefined],
  ])('for %j among %j is %j', (name, candidates, nearest) => {
    expect(nearestName(name, candidates)).toBe(nearest);
  });

  it('is the question at the end of a message', () => {
    expect(didYouMean('Bil', ['Bill'])).toBe(' Did you mean “Bill”?');
    expect(didYouMean('Bil', [])).toBe('');
  });
});
