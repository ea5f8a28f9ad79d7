export interface Arguments {
  readonly directory: string;
  readonly verbose: boolean;
  /** Values of `--name value` options. */
  readonly option: (name: string) => string | undefined;
}

/** Reads `DIR [--verbose] [--option value]`; ends the process with the usage when there is no directory. */
export function readArguments(usage: string): Arguments {
  const given = process.argv.slice(2);
  const option = (name: string) => {
    const index = given.indexOf(`--${name}`);
    return index < 0 ? undefined : given[index + 1];
  };
  const directory = given[0];
  if (!directory || directory.startsWith('--')) {
    console.error(usage);
    process.exit(2);
  }
  return { directory, verbose: given.includes('--verbose'), option };
}
