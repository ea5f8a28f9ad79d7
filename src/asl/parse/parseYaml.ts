import { Composer, type Document, Parser } from 'yaml';
import type { ParsedText } from '../syntax';
import { MAX_DEPTH } from './limits';
import { MAX_PROBLEMS, Problems } from './problems';
import { depthOf } from './yamlDepth';
import { INVALID_YAML, reportYamlError } from './yamlProblems';
import { YamlTree } from './yamlTree';

/**
 * YAML 1.2, so that Yes, No and On stay strings. Keys are compared by us (the library refuses duplicates), tags
 * are read by us (CloudFormation's stand for placeholders), and errors carry offsets only.
 */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/**
 * Reads a YAML text: the first document of it. Aliases and merge keys are resolved into the tree, where an
 * alias has its own range and what is inside it has the ranges of the anchor's text. Never throws.
 */
export function parseYaml(text: string): ParsedText {
  const problems = new Problems();
  try {
    const document = firstDocument(text, problems);
    const root = document?.contents ? new YamlTree(text, problems).read(document.contents) : undefined;
    return { text, format: 'yaml', root, problems: problems.list };
  } catch (error) {
    // The library throws on a few malformed texts; to the user that is one more text that cannot be read.
    const reason = error instanceof Error ? error.message : String(error);
    problems.error(INVALID_YAML, `This text cannot be read as YAML: ${reason}`, {
      start: 0,
      end: text.length,
    });
    return { text, format: 'yaml', root: undefined, problems: problems.list };
  }
}

function firstDocument(text: string, problems: Problems): Document.Parsed | undefined {
  const composer = new Composer(OPTIONS);
  let first: Document.Parsed | undefined;
  const accept = (documents: Iterable<Document.Parsed>): boolean => {
    for (const document of documents) {
      if (first === undefined) {
        first = document;
        continue;
      }
      const message = 'Only the first document of this text is read. Remove what follows the line “---”.';
      problems.add('MULTIPLE_DOCUMENTS', 'warning', message, { start: document.range[0], end: text.length });
      return true;
    }
    return false;
  };

  let more = false;
  let errors = 0;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'document' && depthOf(token) > MAX_DEPTH) {
      const message = `Mappings and lists are nested deeper than ${MAX_DEPTH} levels; this text is not read.`;
      problems.error('TOO_DEEPLY_NESTED', message, { start: token.offset, end: text.length });
      return undefined;
    }
    if (token.type === 'error' && ++errors > MAX_PROBLEMS) break;
    more = accept(composer.next(token));
    if (more) break;
  }
  if (!more) accept(composer.end());
  for (const error of first?.errors ?? []) reportYamlError(error, text, problems);
  return first;
}
