import { isJsonObject, type Json, type State, toJson } from '../../asl';
import type { ValuePath } from '../dataFlow/dataFlow.types';

/** A field of a state that a failure is about. */
export interface FailedField {
  readonly path: ValuePath;
  readonly text: string;
  /** What of its text failed: a path, a JSONata expression, a call. */
  readonly part: string;
  /** Where that is, of several such parts. */
  readonly at?: number;
}

/** What a cause says of the field: its text, a part of it, its name. */
interface Named {
  readonly text?: string;
  readonly part?: string;
  readonly field?: string;
}

/** Machines inside a state have failures of their own. */
const INSIDE: ReadonlySet<string> = new Set(['Branches', 'Iterator', 'ItemProcessor']);

/**
 * The fields of a state whose expression may have failed it, by the cause that AWS gives, the likeliest first; none when
 * the cause is about something else, or another state.
 *
 * @param likely the field of the stage that failed, where several say the same
 */
export function failedFields(
  { name, node, queryLanguage }: State,
  cause: string,
  likely: ValuePath | undefined,
): readonly FailedField[] {
  const sentence = ownSentence(cause, name);
  if (sentence === undefined || node === undefined) return [];
  const named = queryLanguage === 'JSONata' ? namedInJsonata(sentence) : namedInJsonPath(sentence);
  if (named === undefined) return [];
  const all = [...textsIn(toJson(node), [])];
  const fitting = all.flatMap((each) => {
    const part = fits(each, named);
    return part === undefined ? [] : [{ ...each, part }];
  });
  const rank = ({ path }: FailedField) => (isWithin(path, likely) ? 0 : 1);
  return fitting.sort((left, right) => rank(left) - rank(right));
}

const BEGIN = 'An error occurred while executing the state ';

/**
 * What a cause says, without where in the execution: the engine names the state that it was in. Evaluated anew, nothing
 * is named.
 *
 * @param name of the state; undefined when it is known to be its own
 * @returns undefined when it is about another state
 */
export function ownSentence(cause: string, name: string | undefined): string | undefined {
  if (!cause.includes(BEGIN)) return cause;
  const begin = name === undefined ? BEGIN : `${BEGIN}'${name}' (entered at the event id #`;
  if (!cause.startsWith(begin)) return undefined;
  const end = cause.indexOf('). ', begin.length);
  return end < 0 ? undefined : cause.slice(end + 3);
}

function namedInJsonata(sentence: string): Named | undefined {
  const text = between(sentence, "The JSONata expression '", "' specified for the field '");
  const field = between(sentence, "' specified for the field '", "' ");
  if (text !== undefined && field !== undefined) return { part: text, field };
  const about = /^The (\w+) field cannot be parsed /.exec(sentence)?.[1] ?? boundedField(sentence);
  return about === undefined ? undefined : { field: about };
}

function namedInJsonPath(sentence: string): Named | undefined {
  const read = between(sentence, "The JSONPath '", "' specified for the field '");
  const field = between(sentence, "' specified for the field '", "' ");
  if (read !== undefined && field !== undefined) return { text: read, field };
  const argument = between(sentence, "The JsonPath argument for the field '", "' could not be found");
  if (argument !== undefined) return { part: argument };
  const text =
    between(sentence, "Invalid path '", "' :") ??
    between(sentence, "Invalid path '", "':") ??
    between(sentence, 'Unable to apply ReferencePath ', ' to input ') ??
    between(sentence, 'Reference path "', '" must point to array');
  if (text !== undefined) return { text };
  const call = /^(States\.\w+) failed: /.exec(sentence)?.[1];
  if (call !== undefined) return { part: `${call}(` };
  const about = /^The (\w+) (?:parameter|field) /.exec(sentence)?.[1];
  if (about !== undefined && about !== 'field') return { field: about };
  const bounded = boundedField(sentence);
  if (bounded !== undefined) return { field: `${bounded}Path` };
  const dynamic = between(sentence, "The value for the field '", "' must be a valid JSONPath");
  return dynamic === undefined ? undefined : { field: dynamic };
}

/** Numbers of a Map that are told when they are out of bounds. */
const boundedField = (sentence: string): string | undefined =>
  /^(ToleratedFailure\w+) (?:cannot|must) be /.exec(sentence)?.[1];

/** @returns the part of a field's text that is meant; undefined when another field is */
function fits({ path, text }: Written, { text: whole, part, field }: Named): string | undefined {
  const key = path.at(-1);
  const isNamed = field === undefined || field === key || field === locationOf(path);
  if (!isNamed || (whole !== undefined && whole !== text)) return undefined;
  if (part === undefined) return text;
  return text.includes(part) ? part : undefined;
}

/** As causes name the place of an expression: `Output/a/b[0]`. */
const locationOf = (path: ValuePath): string =>
  path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '/' : ''}${key}`)).join('');

interface Written {
  readonly path: ValuePath;
  readonly text: string;
}

function* textsIn(value: Json, path: ValuePath): Iterable<Written> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value))
    for (const [at, item] of value.entries()) yield* textsIn(item, [...path, at]);
  else if (isJsonObject(value))
    for (const [key, inner] of Object.entries(value))
      if (path.length > 0 || !INSIDE.has(key)) yield* textsIn(inner, [...path, key]);
}

const isWithin = (path: ValuePath, field: ValuePath | undefined): boolean =>
  field !== undefined && field.length > 0 && field.every((key, at) => path[at] === key);

function between(text: string, before: string, after: string): string | undefined {
  const start = text.indexOf(before);
  if (start < 0) return undefined;
  const end = text.indexOf(after, start + before.length);
  return end < 0 ? undefined : text.slice(start + before.length, end);
}
