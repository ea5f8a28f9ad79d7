import type { PlaceQuestion, SeenData, Suggestion, Suggestions, WithData } from '../../services.types';
import { suggestInExpression, wantsExpression } from './expressions';
import { isStates } from './objectFields';
import { type Place, placeAt } from './place';
import { suggestFields, suggestStates } from './suggestFields';
import { suggestValues } from './suggestValues';

/** What can be written at a place of a text, however half written it is. */
export async function suggest(question: PlaceQuestion): Promise<WithData<Suggestions>> {
  const { text, format, offset, seen } = question;
  const place = placeAt(text, format, offset);
  return place ? suggestAt(place, seen) : nothing;
}

/** What can be written at a place that has been found. */
export async function suggestAt(
  place: Place,
  seen: SeenData | null | undefined,
): Promise<WithData<Suggestions>> {
  if (place.part === 'key') {
    return answer(place, isStates(place.around) ? suggestStates(place) : suggestFields(place));
  }
  if (!wantsExpression(place)) return answer(place, suggestValues(place));
  const { state } = place.around;
  if (seen === undefined && state) return { type: 'wants', state: state.path };
  return { type: 'answer', answer: (await suggestInExpression(place, seen ?? undefined)) ?? null };
}

const nothing = { type: 'answer', answer: null } as const;

function answer(place: Place, items: readonly Suggestion[]): WithData<Suggestions> {
  if (items.length === 0) return nothing;
  const comma = missingComma(place);
  const found = { replace: place.caret.replace, items, ...(comma === undefined ? {} : { comma }) };
  return { type: 'answer', answer: found };
}

/** In JSON, the end of the value before when no comma stands between it and the caret. */
function missingComma({ text, format, caret, part, owner }: Place): number | undefined {
  if (format === 'yaml' || (part === 'value' && owner.kind !== 'array')) return undefined;
  const before = text.slice(0, caret.replace.start).trimEnd();
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /["}\]\w]$/.test(before) && !line.includes('//') ? before.length : undefined;
}
