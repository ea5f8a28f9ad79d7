import { fuzzyScore } from '../../views/parts';
import type { Card } from './example';

export const TYPE_WORDS = { STANDARD: 'Standard', EXPRESS: 'Express' } satisfies Record<Card['type'], string>;

/** The cards that a query is found in, best first; all in their own order when there is none. */
export function search(cards: readonly Card[], query: string): readonly Card[] {
  if (query.trim() === '') return cards;
  return cards
    .flatMap((card) => {
      const score = fuzzyScore(query, [
        { text: card.title, weight: 3 },
        { text: card.shows.join(', '), weight: 2 },
        { text: `${card.language}, ${TYPE_WORDS[card.type]}`, weight: 2 },
        { text: card.about, weight: 1 },
      ]);
      return score === undefined ? [] : [{ card, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ card }) => card);
}
