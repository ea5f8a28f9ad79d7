import type { TextFormat } from '../syntax';

/** A bracket or a comment that only JSON (with comments) has. */
const JSON_START = /^[\s\uFEFF]*(?:[{[]|\/[/*])/;
const STRING_START = /^[\s\uFEFF]*"/;
/** A quoted name at the very start is the first key of a YAML mapping; JSON has a brace before it. */
const QUOTED_KEY = /^[\s\uFEFF]*"(?:[^"\\\n]|\\.)*"[ \t]*:/;
/** CloudFormation's short tags exist in YAML only, also where it is written with braces. */
const TAG = /[:[,]\s*!(?:Sub|Ref|GetAtt|Join|Select|Split|FindInMap|ImportValue)\b/;

/** Which notation a text most likely is in. An empty text counts as JSON. */
export function detectFormat(text: string): TextFormat {
  if (text.trim() === '') return 'json';
  if (JSON_START.test(text)) return TAG.test(text) ? 'yaml' : 'json';
  return STRING_START.test(text) && !QUOTED_KEY.test(text) ? 'json' : 'yaml';
}
