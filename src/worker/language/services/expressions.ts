import { completionsAt } from '../../../asl';
import type { SeenData, Suggestion, Suggestions } from '../../services.types';
import { fieldsAt, isData } from './objectFields';
import type { Around, Place } from './place';
import { escapeSnippet } from './snippet';
import { readableAt, rootsOf } from './stages';
import { variablesIn } from './variables';

/** Whether a JSONPath field's text is read as a path or an intrinsic call. */
export const takesPath = (field: string): boolean =>
  field.endsWith('.$') || field.endsWith('Path') || field === 'Variable';

/** In what a text is written at a field; undefined when it stands for itself. */
export function dialectOf(
  text: string,
  field: string,
  { language }: Around,
): 'jsonata' | 'jsonpath' | undefined {
  if (language === 'JSONata') return text.trimStart().startsWith('{%') ? 'jsonata' : undefined;
  return takesPath(field) ? 'jsonpath' : undefined;
}

/** Whether what is typed at a place is an expression, or may become one. */
export function wantsExpression(place: Place): boolean {
  if (dialectOf(typedAt(place), place.field, place.around)) return true;
  return mayBegin(place);
}

/** The string's text up to the caret. */
const typedAt = ({ text, caret, offset }: Place): string => text.slice(caret.inside.start, offset);

/** An empty text in a field that takes JSONata. */
function mayBegin(place: Place): boolean {
  const { around, caret, field } = place;
  if (around.language !== 'JSONata' || caret.inside.start !== place.offset) return false;
  const language = fieldsAt(around)?.[field];
  return isData(around) || TAKES_JSONATA.has(field) || language === 'JSONata';
}

const TAKES_JSONATA: ReadonlySet<string> = new Set(['Condition', 'Output', 'Items', 'Arguments']);

/** What may follow in an expression, with the data that was seen there. */
export async function suggestInExpression(
  place: Place,
  seen: SeenData | undefined,
): Promise<Suggestions | undefined> {
  const { around, machine, offset, field, caret } = place;
  const typed = typedAt(place);
  const dialect = dialectOf(typed, field, around);
  if (!dialect) return beginning(place);
  const readable = seen && (await readableAt(around, field, seen));
  const roots = rootsOf(around, variablesIn(machine, around.scope), readable);
  const asked = typed === '' ? '$' : typed;
  const found = completionsAt(asked, dialect, roots);
  const source = seen?.source === 'run' ? 'From the last run' : 'From the input';
  const items = (found?.items ?? []).map(({ label, insert, detail }): Suggestion => {
    const call = insert.endsWith('(');
    return {
      kind: call ? 'function' : 'data',
      label: call ? insert.slice(0, -1) : label,
      detail: call ? label.slice(insert.length - 1) : detail,
      documentation: call ? detail : source,
      filter: insert,
      insert: call ? `${escapeSnippet(insert)}$1)` : escapeSnippet(insert),
    };
  });
  if (typed === '') return whole(place, [...start(place), ...items]);
  if (!found || items.length === 0) return undefined;
  return { replace: { start: caret.inside.start + found.from, end: offset }, items };
}

/** A path's first steps. */
function start(place: Place): readonly Suggestion[] {
  const suggestion = (label: string, detail: string): Suggestion => ({
    kind: 'data',
    label,
    detail,
    filter: label,
    insert: escapeSnippet(label),
    again: true,
  });
  const paths = [suggestion('$.', 'What comes in'), suggestion('$$.', 'The context object')];
  return place.field.endsWith('.$') ? [...paths, suggestion('States.', 'Intrinsic functions')] : paths;
}

const beginning = (place: Place): Suggestions =>
  whole(place, [
    {
      kind: 'snippet',
      label: '{% %}',
      detail: 'A JSONata expression',
      filter: '{%',
      insert: '{% $1 %\\}',
      again: true,
    },
    {
      kind: 'data',
      label: '{% $states.input %}',
      detail: 'What comes in',
      filter: '{%',
      insert: '{% \\$states.input$1 %\\}',
    },
  ]);

/** Takes the place of an empty string; where there are no quotes yet, they come with it. */
function whole({ caret, format }: Place, items: readonly Suggestion[]): Suggestions {
  const quote =
    caret.quote === '' && (format === 'json' || items.some(({ label }) => label.startsWith('{%'))) ? '"' : '';
  return {
    replace: caret.inside,
    items: items.map((item) => ({ ...item, insert: quote + item.insert + quote })),
  };
}
