/** A text that is searched, and how much a match in it counts. */
export interface SearchField {
  readonly text: string;
  readonly weight: number;
  /** Letters of the word may be spread over the text, the first at the start of a word in it: `ptitm` for PutItem. */
  readonly spread?: boolean;
}

/**
 * How well what was typed matches, the higher the better; undefined when a word of it is found nowhere. Each word counts
 * where it matches best: at the start of a text, of a word in it, inside one, or spread over it.
 */
export function fuzzyScore(query: string, fields: readonly SearchField[]): number | undefined {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  let sum = 0;
  for (const word of words) {
    const best = Math.max(...fields.map((field) => wordScore(word, field) * field.weight));
    if (best <= 0) return undefined;
    sum += best;
  }
  return sum;
}

/** Where a word begins: at the start, behind what is no letter, at a capital after a small letter. */
const STARTS = /(?:^|[^\p{L}\p{N}])[\p{L}\p{N}]|(?<=\p{Ll})\p{Lu}/gu;

function wordScore(word: string, { text, spread = false }: SearchField): number {
  const lower = text.toLowerCase();
  const at = lower.indexOf(word);
  if (at === 0) return lower.length === word.length ? 120 : 100;
  if (at > 0)
    return startsIn(text).some((start) => lower.startsWith(word, start)) ? 80 : word.length > 1 ? 50 : 0;
  return spread && word.length > 1 && isSpread(word, lower, startsIn(text)) ? 25 : 0;
}

function startsIn(text: string): readonly number[] {
  return [...text.matchAll(STARTS)].map(({ 0: found, index }) => index + found.length - 1);
}

/** Are the letters there in order, the first at the start of a word? */
function isSpread(word: string, lower: string, starts: readonly number[]): boolean {
  return starts.some((start) => {
    if (lower[start] !== word[0]) return false;
    let at = start;
    for (const letter of word.slice(1)) {
      at = lower.indexOf(letter, at + 1);
      if (at < 0) return false;
    }
    return true;
  });
}
