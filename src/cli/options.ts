import { UsageError } from './terminal';

/** Option name → whether it takes a value. */
export type OptionNames = Readonly<Record<string, 'flag' | 'value'>>;

export interface Options {
  readonly files: readonly string[];
  /** The last one given. */
  value(name: string): string | undefined;
  /** All that were given, for an option that may be repeated. */
  values(name: string): readonly string[];
  flag(name: string): boolean;
}

/** Reads `FILE... --flag --name value --name=value`. @throws UsageError for an option the command does not have */
export function readOptions(given: readonly string[], names: OptionNames): Options {
  const files: string[] = [];
  const values = new Map<string, string[]>();
  for (let i = 0; i < given.length; i++) {
    const word = given[i] ?? '';
    if (!word.startsWith('--')) {
      files.push(word);
      continue;
    }
    const [name = '', ...rest] = word.slice(2).split('=');
    const kind = Object.hasOwn(names, name) ? names[name] : undefined;
    if (kind === undefined) throw new UsageError(`There is no option --${name}. ${offer(names)}`);
    const value = rest.length > 0 ? rest.join('=') : kind === 'value' ? given[++i] : '';
    if (value === undefined) throw new UsageError(`--${name} wants a value.`);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return {
    files,
    value: (name) => values.get(name)?.at(-1),
    values: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
  };
}

const offer = (names: OptionNames): string =>
  `The options here are ${Object.keys(names)
    .map((name) => `--${name}`)
    .join(', ')}.`;

/** `--type`, in either case; STANDARD without it. */
export function executionType(options: Options): 'STANDARD' | 'EXPRESS' {
  const type = (options.value('type') ?? 'STANDARD').toUpperCase();
  if (type === 'STANDARD' || type === 'EXPRESS') return type;
  throw new UsageError('--type is STANDARD or EXPRESS.');
}

/** An option that is one of some words, in either case; undefined without it. @throws UsageError for another word */
export function oneOf<Word extends string>(
  options: Options,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const given = options.value(name)?.toUpperCase();
  if (given === undefined) return undefined;
  const found = words.find((word) => word.toUpperCase() === given);
  if (found === undefined) throw new UsageError(`--${name} is ${words.join(', ')}.`);
  return found;
}
