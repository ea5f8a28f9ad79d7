import { describe, expect, it } from 'vitest';
import { CARDS } from './cards';
import { search } from './search';

const titles = (query: string) => search(CARDS, query).map(({ title }) => title);

describe('the filter of the gallery', () => {
  it('shows all without a query', () => {
    expect(search(CARDS, '  ')).toBe(CARDS);
  });

  it('finds by title before anything else, and by what is shown', () => {
    expect(titles('order')[0]).toBe('Order processing');
    expect(titles('retry succeeds')).toContain('Order processing');
  });

  it('finds nothing for what is nowhere', () => {
    expect(titles('zebra')).toEqual([]);
  });
});
