import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** A text of the corpus, byte for byte. */
export interface CorpusText {
  /** Relative to the corpus. */
  readonly name: string;
  readonly text: string;
  /** Pasted material and validator samples need not be definitions at all. */
  readonly isDefinition: boolean;
}

const NOT_TEXTS: ReadonlySet<string> = new Set(['index.json', 'README.md', 'NOTICE']);

/** Every text under a directory; those under `definitions` are whole definitions. */
export function readCorpus(directory: string): readonly CorpusText[] {
  return filesUnder(directory).map((path) => {
    const name = relative(directory, path);
    return {
      name,
      text: readFileSync(path, 'utf8'),
      isDefinition: !/^(validator|paste-forms)[/\\]/.test(name),
    };
  });
}

function filesUnder(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return filesUnder(path);
      return NOT_TEXTS.has(basename(path)) ? [] : [path];
    });
}
