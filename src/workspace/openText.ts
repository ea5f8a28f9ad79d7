import type { TextFormat } from '../asl/syntax';

/** Where a text came from; a file brings its name. */
export type TextSource =
  | { readonly kind: 'paste' }
  | { readonly kind: 'file'; readonly fileName: string }
  | { readonly kind: 'example'; readonly name: string };

export interface RecognisedText {
  readonly format: TextFormat;
  readonly name: string | undefined;
  readonly label: string;
}

/**
 * What a text that comes in is: its notation, and what the document is called from now on. A file's
 * extension decides; without one, JSON begins with a brace, a bracket or a comment, and all else is YAML.
 */
export function recogniseText(text: string, source: TextSource): RecognisedText {
  switch (source.kind) {
    case 'paste':
      return { format: notationOf(text), name: undefined, label: 'Paste definition' };
    case 'example':
      return { format: notationOf(text), name: source.name, label: `Open example “${source.name}”` };
    case 'file':
      return {
        format: notationOfFile(source.fileName) ?? notationOf(text),
        name: source.fileName.replace(/(\.asl)?\.(json|jsonc|ya?ml|asl|txt)$/i, '') || undefined,
        label: `Open ${source.fileName}`,
      };
  }
}

const notationOf = (text: string): TextFormat =>
  /^\uFEFF?\s*(\{|\[|\/\/|\/\*|$)/.test(text) ? 'json' : 'yaml';

function notationOfFile(fileName: string): TextFormat | undefined {
  if (/\.ya?ml$/i.test(fileName)) return 'yaml';
  return /\.jsonc?$/i.test(fileName) ? 'json' : undefined;
}
