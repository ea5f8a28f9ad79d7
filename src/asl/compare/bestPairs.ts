/** The indexes of two things that belong together. */
export type IndexPair = readonly [before: number, after: number];

interface Candidate {
  readonly pair: IndexPair;
  readonly score: number;
}

/**
 * Pairs the things of two lists, the likest first, each once. Ties go to those nearest to their beginnings and to
 * each other, which reads the same from either side.
 *
 * @param score of a pair; 0 for one that may not be
 */
export function bestPairs(
  before: readonly number[],
  after: readonly number[],
  score: (before: number, after: number) => number,
): readonly IndexPair[] {
  const candidates: Candidate[] = [];
  for (const i of before) {
    for (const j of after) {
      const found = score(i, j);
      if (found > 0) candidates.push({ pair: [i, j], score: found });
    }
  }
  candidates.sort((a, b) => b.score - a.score || sum(a) - sum(b) || apart(a) - apart(b));
  const taken = { before: new Set<number>(), after: new Set<number>() };
  const pairs: IndexPair[] = [];
  for (const { pair } of candidates) {
    const [i, j] = pair;
    if (taken.before.has(i) || taken.after.has(j)) continue;
    taken.before.add(i);
    taken.after.add(j);
    pairs.push(pair);
  }
  return pairs;
}

const sum = ({ pair: [i, j] }: Candidate): number => i + j;
const apart = ({ pair: [i, j] }: Candidate): number => Math.abs(i - j);
