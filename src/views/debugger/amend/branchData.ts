import { prettyJson } from '../eventDetails';

/** A JSON text that somebody edits. */
export interface DataDraft {
  /** As it was, laid out. */
  readonly original: string;
  readonly text: string;
}

export const draftOf = (text: string): DataDraft => {
  const original = prettyJson(text);
  return { original, text: original };
};

/** Variables by name, each JSON text, as one object. */
export const variablesText = (variables: Readonly<Record<string, string>>): string =>
  `{${Object.entries(variables)
    .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
    .join(',')}}`;

/** Why a draft cannot be used; undefined when it can. */
export function draftProblem({ text }: DataDraft, kind: 'value' | 'object'): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return kind === 'object' && !isObject ? 'An object is wanted: a value for each name.' : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The text when its value is another than it was; white space is none. */
export function changedText({ original, text }: DataDraft): string | undefined {
  return prettyJson(original) === prettyJson(text) ? undefined : text;
}

/** Of an object, the members with other values than before; undefined when there are none. */
export function changedMembers({ original, text }: DataDraft): string | undefined {
  const before = membersOf(original);
  const changed = Object.entries(membersOf(text)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  return changed.length === 0 ? undefined : JSON.stringify(Object.fromEntries(changed));
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
