import type { QueryLanguage, TextRange } from '../../asl';

/** One step of a chain: the name or the index it takes, and where it is written. */
export interface ChainStep extends TextRange {
  readonly key: string | number;
}

/** A name and the steps after it, as far as they are names and indexes: `$.order.lines[0]`, `$states.input.total`. */
export interface Chain extends TextRange {
  /** `$`, `$$`, `$total`, `$states`. */
  readonly head: TextRange;
  readonly steps: readonly ChainStep[];
  /** Nothing but names and indexes belongs to it. */
  readonly isWhole: boolean;
}

const HEADS = {
  JSONPath: /\$\$|\$(?:[\p{ID_Start}_][\p{ID_Continue}]*)?/uy,
  JSONata: /\$[A-Za-z_]\w*/y,
} as const;
const NAMES = {
  JSONPath: /\.([^\s.[\](),=!<>&|~*']+)(?!\s*\()|\[\s*'([^'\\]*)'\s*\]/y,
  JSONata: /\.(?:([A-Za-z_]\w*)(?!\s*\()|`([^`]*)`)/y,
} as const;
const INDEX = /\[\s*(-?\d+)\s*\]/y;
const QUOTED = {
  JSONPath: /'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`[^`]*`/y,
  JSONata: /'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`[^`]*`|\/\*[\s\S]*?\*\//y,
} as const;

/** A regular expression as far as its flags. */
const REGEX = /\/(?:\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[^/\\[])+\/[im]*/y;
/** What ends a value, behind which a slash divides. */
const VALUE_END = /[\w)\]}"'`$*%]$/;

/**
 * The chains that an expression is made of, in the order they are written; not those in texts, regular expressions and
 * comments.
 */
export function chainsIn(text: string, language: QueryLanguage): readonly Chain[] {
  const chains: Chain[] = [];
  let at = 0;
  let before = '';
  while (at < text.length) {
    const head = matchAt(HEADS[language], text, at);
    if (head === undefined) {
      const quoted = matchAt(QUOTED[language], text, at) ?? regexAt(text, at, before, language);
      const passed = quoted?.[0] ?? text.charAt(at);
      // A slash behind a comment, or behind a space, is told by what stands before that.
      if (passed.trim() !== '' && !passed.startsWith('/*')) before = passed;
      at += passed.length;
      continue;
    }
    const chain = chainFrom(text, language, at, at + head[0].length);
    chains.push(chain);
    at = chain.end;
    before = text.slice(chain.start, at);
  }
  return chains;
}

function regexAt(
  text: string,
  at: number,
  before: string,
  language: QueryLanguage,
): RegExpExecArray | undefined {
  return language === 'JSONata' && !VALUE_END.test(before) ? matchAt(REGEX, text, at) : undefined;
}

function chainFrom(text: string, language: QueryLanguage, start: number, headEnd: number): Chain {
  const steps: ChainStep[] = [];
  let end = headEnd;
  for (;;) {
    const name = matchAt(NAMES[language], text, end);
    const index = name ?? matchAt(INDEX, text, end);
    if (index === undefined) break;
    const key = name === undefined ? Number(index[1]) : (name[1] ?? name[2] ?? '');
    steps.push({ start: end, end: end + index[0].length, key });
    end += index[0].length;
  }
  return { start, end, head: { start, end: headEnd }, steps, isWhole: !/^\s*[.[(]/.test(text.slice(end)) };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(text) ?? undefined;
}

/** Words that JSONata reads as something else than a name. */
const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** A name as a step of a chain; undefined when it cannot be written. */
export function stepText(name: string, language: QueryLanguage): string | undefined {
  if (language === 'JSONata') {
    if (/^[A-Za-z_]\w*$/.test(name) && !KEYWORDS.has(name)) return `.${name}`;
    return name.includes('`') ? undefined : `.\`${name}\``;
  }
  if (/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name)) return `.${name}`;
  return /['\\]/.test(name) ? undefined : `['${name}']`;
}
