import { type Json, jsonOf, sameJson } from '../../asl';
import type { HistoryEvent } from '../../interpreter';
import { outputOf, parametersOf } from '../fold/eventDetails';
import { roleOf } from '../fold/eventRole';

/** Characters that are shown of what differs, and those before it. */
const SHOWN = 160;
const BEFORE = 24;

/**
 * The data of an event that a definition decides: what a state got and gave on, what a service was asked, and what came out in
 * the end. What services answer is given, and some of what they accept is made up.
 */
export function comparedText(event: HistoryEvent): string | undefined {
  if (isCut(event)) return undefined;
  switch (roleOf(event.type)) {
    case 'entered':
    case 'scheduled':
      return parametersOf(event).parameters;
    case 'exited':
    case 'executionEnded':
      return outputOf(event).output;
    default:
      return undefined;
  }
}

/** `inputDetails` and the like say that a text is not all of it. */
const isCut = (event: HistoryEvent): boolean =>
  partsOf(event).some((details) => partsOf(details).some((part) => Reflect.get(part, 'truncated') === true));

const partsOf = (value: object): readonly object[] =>
  Object.values(value).filter((each: unknown) => typeof each === 'object' && each !== null);

/** What both texts have from a little before where they differ; undefined: they are the same data. */
export function differingData(one: string, other: string): readonly [string, string] | undefined {
  if (one === other) return undefined;
  const [a, b] = [jsonOf(one), jsonOf(other)];
  if (a !== undefined && b !== undefined && sameJson(a, b)) return undefined;
  const [first, second] = [a === undefined ? one : sorted(a), b === undefined ? other : sorted(b)];
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  const from = Math.max(0, at - BEFORE);
  const excerpt = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}${text.length > from + SHOWN ? '…' : ''}`;
  return [excerpt(first), excerpt(second)];
}

/** The order of keys is no difference. */
const sorted = (value: Json): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
