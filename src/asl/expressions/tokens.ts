/** What a text is written in: JSON with expressions inside, one path or intrinsic, one JSONata expression, or words. */
export type CodeDialect = 'json' | 'jsonpath' | 'jsonata' | 'plain';

export type TokenKind =
  | 'key'
  | 'string'
  | 'number'
  | 'keyword'
  | 'path'
  | 'function'
  | 'placeholder'
  | 'delimiter'
  | 'text';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

type Rule = readonly [kind: TokenKind, pattern: RegExp];

const PLACEHOLDER: Rule = ['placeholder', /\$\{[^}"]*\}/y];

const JSONPATH: readonly Rule[] = [
  PLACEHOLDER,
  ['function', /States\.\w+|\b(?:length|min|max|avg|sum|size|keys|concat|append)(?=\()/y],
  ['path', /\$\$?(?:[\w-]|\.{1,2}(?=[\w*])|\*|\[(?:\*|-?\d+|'[^']*'|-?\d*:-?\d*)\])*/y],
  ['string', /'(?:[^'\\]|\\.)*'?/y],
  ['number', /-?\b\d+(?:\.\d+)?\b/y],
  ['keyword', /\b(?:true|false|null|in|nin)\b/y],
  ['delimiter', /[()[\],?@&|=<>!~]+/y],
];

const JSONATA: readonly Rule[] = [
  PLACEHOLDER,
  ['delimiter', /\{%|%\}/y],
  ['function', /\$\w+(?=\s*\()/y],
  ['path', /\$\w*(?:\.(?:\w+|`[^`]*`))*/y],
  ['string', /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?/y],
  ['number', /\b\d+(?:\.\d+)?\b/y],
  ['keyword', /\b(?:and|or|in|true|false|null|function)\b/y],
  ['delimiter', /:=|~>|\.\.|[()[\]{},;?:&|=<>!+\-*/%^@#]/y],
];

const JSON_RULES: readonly Rule[] = [
  ['key', /"(?:[^"\\\n]|\\.)*"?(?=\s*:)/y],
  ['number', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['keyword', /\b(?:true|false|null)\b/y],
  ['delimiter', /[{}[\],:]/y],
];
const JSON_STRING = /"(?:[^"\\\n]|\\.)*"?/y;

/** A text cut into coloured pieces: joined, they are the text. */
export function tokensOf(text: string, dialect: CodeDialect): readonly Token[] {
  switch (dialect) {
    case 'plain':
      return text === '' ? [] : [{ kind: 'text', text }];
    case 'jsonpath':
      return scan(text, JSONPATH);
    case 'jsonata':
      return scan(text, JSONATA);
    case 'json':
      return scan(text, JSON_RULES, stringTokens);
  }
}

function scan(
  text: string,
  rules: readonly Rule[],
  nested?: (text: string, at: number) => readonly Token[],
): readonly Token[] {
  const tokens: Token[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') tokens.push({ kind: 'text', text: plain });
    plain = '';
  };
  let at = 0;
  while (at < text.length) {
    const found = matchAt(text, at, rules);
    const inner = found ? [] : (nested?.(text, at) ?? []);
    if (!found && inner.length === 0) {
      plain += text.charAt(at++);
      continue;
    }
    flush();
    const pieces = found ? [found] : inner;
    tokens.push(...pieces);
    for (const piece of pieces) at += piece.text.length;
  }
  flush();
  return tokens;
}

function matchAt(text: string, at: number, rules: readonly Rule[]): Token | undefined {
  for (const [kind, pattern] of rules) {
    pattern.lastIndex = at;
    const matched = pattern.exec(text)?.[0];
    if (matched) return { kind, text: matched };
  }
  return undefined;
}

/** A JSON string: an expression in the colours of its language, any other text as a string. */
function stringTokens(text: string, at: number): readonly Token[] {
  JSON_STRING.lastIndex = at;
  const written = JSON_STRING.exec(text)?.[0];
  if (!written) return [];
  const inside = written.slice(1);
  if (inside.startsWith('{%')) return [{ kind: 'string', text: '"' }, ...scan(inside, JSONATA)];
  if (/^(?:\$|States\.)/.test(inside)) return [{ kind: 'string', text: '"' }, ...scan(inside, JSONPATH)];
  const holes = inside.split(/(\$\{[^}"]*\})/);
  return [
    { kind: 'string', text: '"' },
    ...holes
      .filter((part) => part !== '')
      .map((part): Token => ({ kind: part.startsWith('${') ? 'placeholder' : 'string', text: part })),
  ];
}
