import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { readValidatorIndex } from './verdicts';

/** A text of the corpus, byte for byte. */
export interface CorpusText {
  /** Relative to the corpus. */
  readonly name: string;
  readonly text: string;
  /** Pasted material and validator samples need not be definitions at all. */
  readonly isDefinition: boolean;
  /** The test suite it comes from says that it is wrong. */
  readonly isInvalid: boolean;
}

const NOT_TEXTS: ReadonlySet<string> = new Set(['index.json', 'README.md', 'NOTICE']);

/** Every text under a directory; those under `definitions` are whole definitions. */
export function readCorpus(directory: string): readonly CorpusText[] {
  const invalid = invalidValues(directory);
  return filesUnder(directory).map((path) => {
    const name = relative(directory, path);
    const text = readFileSync(path, 'utf8');
    return {
      name,
      text,
      isDefinition: !/^(validator|paste-forms)[/\\]/.test(name),
      isInvalid: invalid.has(contentOf(text)),
    };
  });
}

/** What the validator samples whose verdict is "invalid" say, as JSON. */
function invalidValues(directory: string): ReadonlySet<string> {
  return new Set(
    readValidatorIndex(directory)
      .filter(({ expected }) => expected === 'invalid')
      .map(({ file }) => contentOf(readFileSync(join(directory, file), 'utf8'))),
  );
}

function contentOf(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
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
