import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyScore, type SearchField } from './fuzzy';

const field = (text: string, spread = true): SearchField => ({ text, weight: 1, spread });
const score = (query: string, text: string) => fuzzyScore(query, [field(text)]);
const ranked = (query: string, ...texts: readonly string[]) =>
  texts
    .map((text) => ({ text, score: score(query, text) }))
    .filter((entry): entry is { readonly text: string; readonly score: number } => entry.score !== undefined)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);

describe('a fuzzy match', () => {
  it('prefers the whole text, its start, the start of a word, its inside, in this order', () => {
    expect(ranked('item', 'Itemize', 'Reitem', 'PutItem', 'Item')).toEqual([
      'Item',
      'Itemize',
      'PutItem',
      'Reitem',
    ]);
  });
  it('finds letters that are spread over the text, the first at the start of a word', () => {
    expect(score('ptit', 'PutItem')).toBeGreaterThan(0);
    expect(score('titm', 'PutItem')).toBeUndefined();
    expect(score('mp', 'PutItem')).toBeUndefined();
  });
  it('looks into keywords for whole letters only', () => {
    expect(fuzzyScore('dtb', [field('database', false)])).toBeUndefined();
    expect(fuzzyScore('data', [field('database', false)])).toBeGreaterThan(0);
  });
  it('wants every word, in any field and any order', () => {
    const fields = [field('GetItem'), field('DynamoDB')];
    expect(fuzzyScore('dynamo get', fields)).toBeGreaterThan(0);
    expect(fuzzyScore('get dynamo', fields)).toBe(fuzzyScore('dynamo get', fields));
    expect(fuzzyScore('dynamo put', fields)).toBeUndefined();
  });
  it('lets the heavier field count', () => {
    const heavy = { ...field('queue'), weight: 2 };
    expect(fuzzyScore('queue', [field('queue'), heavy])).toBe(2 * (score('queue', 'queue') ?? 0));
  });
  it('matches any text by itself, and everything by nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{1,20}$/), (text) => {
        expect(score(text, text)).toBeGreaterThan(0);
        expect(score('', text)).toBe(0);
      }),
    );
  });
});
