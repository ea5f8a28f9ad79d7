export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own words, not its children's. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<>]+)/gy;
const ATTRIBUTE = / ([\w:-]+)="([^"]*)"/g;
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}]|[\p{Cs}\ufffe\uffff]/u;

/** Reads the XML that pictures are made of, more strictly than a browser. @throws at the first thing that is not well-formed */
export function readXml(text: string): XmlElement {
  if (FORBIDDEN.test(text)) throw new Error('a character that XML does not have');
  const top: OpenElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open: OpenElement[] = [top];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, closing, name, attributes = '', empty, words] = match;
    at = match.index + whole.length;
    const here = open[open.length - 1] ?? top;
    if (words !== undefined) {
      here.text += decoded(words);
    } else if (closing !== undefined) {
      if (here.name !== closing) throw new Error(`</${closing}> closes <${here.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const element: OpenElement = { name, attributes: readAttributes(attributes), children: [], text: '' };
      here.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  if (at !== text.length) throw new Error(`no XML from “${text.slice(at, at + 40)}”`);
  const [root] = top.children;
  if (open.length !== 1 || root === undefined || top.children.length !== 1 || top.text.trim() !== '')
    throw new Error('not one element');
  return root;
}

/** An element and all that is in it. */
export function everything(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(everything)];
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Error(`two attributes ${name}`);
    attributes.set(name, decoded(value));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

function decoded(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw new Error('an & that begins no entity');
  return text.replace(/&([^;]+);/g, (_, name: string) => ENTITIES[name] ?? '');
}
