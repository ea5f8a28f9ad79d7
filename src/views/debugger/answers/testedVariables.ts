import type { TestAnswer } from '../../../asl';
import type { StateTrial } from '../../../worker';

/** What an answer tells of the variables of the tested state: those there were after it. */
export const variablesElsewhere = ({ stages, status }: TestAnswer): NonNullable<StateTrial['elsewhere']> => ({
  variablesAfter: stages.find(({ name }) => name === 'variables')?.text,
  failed: status === 'FAILED' || status === 'RETRIABLE',
});

/** The values that the user gave, as one JSON object; what is no JSON yet is left out. */
export const givenVariables = (given: Readonly<Record<string, string>>): string =>
  `{${Object.entries(given)
    .filter(([, json]) => isJsonText(json))
    .map(([name, json]) => `${JSON.stringify(name)}:${json}`)
    .join()}}`;

/** The value of a variable as it was typed: one may be called `constructor`. */
export const givenValue = (given: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(given, name) ? given[name] : undefined) ?? '';

/** Whether a value can be read as it is typed. */
export function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Why nothing is compared. @param names of variables, at least one */
export function lackingWords(state: string, names: readonly string[]): string {
  const listed = new Intl.ListFormat('en').format(names.map((name) => `$${name}`));
  const [them, values] = names.length === 1 ? ['it', 'its value'] : ['they', 'their values'];
  return `“${state}” reads ${listed}, and this answer does not say what ${them} had been before. Give ${values} to compare.`;
}
