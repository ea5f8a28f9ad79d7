/** Longer labels make no diagram clearer. */
const LONGEST = 120;

/**
 * A text for a quoted label of Mermaid. Whatever could be read as HTML, as Markdown, as one of Mermaid's own
 * entities or as the label's end is written as an entity by its number.
 */
export function mermaidText(text: string): string {
  const letters = [
    ...text
      .slice(0, 4 * LONGEST)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .replace(TURNS, '')
      .trim(),
  ];
  const shown = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
  return shown
    .replace(UNSAFE, entity)
    .replace(LIST, (_, number: string, sign: string) => number + entity(sign));
}

const entity = (letter: string): string => `#${letter.codePointAt(0) ?? 0};`;

/** All but letters, digits, blanks and signs that mean nothing anywhere; an underscore between letters is harmless. */
const UNSAFE =
  /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic} .,:/$=()'?!+@…“”‘’×·–—\u3001-\u303f\p{Join_Control}_-]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** What turns the direction of the text after it. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A line that begins as a list would. */
const LIST = /^(\d*)([.)+-])/;
