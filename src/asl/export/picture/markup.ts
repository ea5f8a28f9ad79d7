import type { Brand } from '../../brand';

/** Text of an SVG document. Only this file makes it, so a name never becomes markup. */
export type Markup = Brand<string, 'Markup'>;

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Names and attribute names are the program's own; values may be anything. */
export function element(name: string, attributes: Attributes, ...content: readonly Markup[]): Markup {
  let start = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined)
      start += ` ${key}="${typeof value === 'number' ? short(value) : escaped(value)}"`;
  }
  const inside = content.join('');
  return (inside === '' ? `<${start}/>` : `<${start}>${inside}</${name}>`) as Markup;
}

/** Words to be read. */
export function words(text: string): Markup {
  return escaped(text) as Markup;
}

/** Three decimals are enough for a screen, and for paper. */
export const short = (value: number): string => String(Math.round(value * 1000) / 1000);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text without what no document may hold, or what would disturb the text after it: a sign stands in its place. */
export const speakable = (text: string): string => text.replace(UNSPEAKABLE, '\ufffd');

function escaped(text: string): string {
  return speakable(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');
}

/** What an XML document may not hold, not even as a reference; and what turns the direction of the text after it. */
const UNSPEAKABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;
