import { Lexer, parseDocument } from 'yaml';
import { parseText } from '../parse/parseText';
import { toJson } from '../parse/toJson';
import { sameJson } from '../sameJson';

/**
 * YAML with even indentation and spacing. Comments, anchors, quotes and blocks stay. Where the printed text would not
 * read as the same value, or would lose a comment, the text stays as it is.
 */
export function formatYaml(text: string): string {
  const before = parseText(text, 'yaml');
  if (before.root === undefined || before.problems.some(({ code }) => code === 'MULTIPLE_DOCUMENTS')) {
    return text;
  }
  let printed: string;
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      resolveKnownTags: false,
      uniqueKeys: false,
      logLevel: 'silent',
    });
    printed = document.toString({ lineWidth: 0, indentSeq: true });
  } catch {
    return text;
  }
  const after = parseText(printed, 'yaml').root;
  const same = after !== undefined && sameJson(toJson(before.root), toJson(after));
  return same && commentsOf(text) === commentsOf(printed) ? printed : text;
}

const commentsOf = (text: string): string =>
  [...new Lexer().lex(text)]
    .filter((token) => token.startsWith('#'))
    .map((comment) => comment.trimEnd())
    .join('\n');
