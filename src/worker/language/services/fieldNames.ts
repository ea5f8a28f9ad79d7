import { pointerSegments, type TextRange } from '../../../asl';
import type { FieldHover, FieldQuestion, FieldSymbol, NamedPlace } from '../../services.types';
import { fieldPlace } from './fieldPlace';
import { hover } from './hover';
import { spotAt } from './place';
import { symbolAt } from './symbols';

/** What the editor says of the place that a place of a field's draft is in the document. */
export async function fieldHover(question: FieldQuestion): Promise<FieldHover> {
  const { text, format, seen } = question;
  const offset = fieldPlace(question);
  if (offset === undefined) return { type: 'unwritten' };
  return hover({ text, format, offset, ...(seen === undefined ? {} : { seen }) });
}

/** The state or variable that is named at a place of a field's draft, and everywhere it is written. */
export function fieldSymbol(question: FieldQuestion): FieldSymbol {
  const { text, format } = question;
  const offset = fieldPlace(question);
  if (offset === undefined) return { type: 'unwritten' };
  const symbol = symbolAt(text, format, offset);
  if (!symbol) return { type: 'nothing' };
  const { kind, name, state, definitions, references } = symbol;
  const placed = (ranges: readonly TextRange[], defines: boolean) =>
    ranges.map((range) => placeOf(question, range, defines));
  const places = [...placed(definitions, true), ...placed(references, false)];
  return { type: 'symbol', kind, name, offset, ...(state === undefined ? {} : { state }), places };
}

function placeOf({ text, format }: FieldQuestion, range: TextRange, defines: boolean): NamedPlace {
  const spot = spotAt(text, format, range.start);
  const around = spot?.around;
  const owner = around?.state;
  // The key of a state is in the list of states, which is in none.
  const own = owner ?? around?.scope.states.find(({ name }) => spot?.part === 'key' && name === spot.text);
  const within = spot && owner ? `${spot.ownerPath}/`.slice(owner.path.length) : '';
  const field = owner
    ? [...pointerSegments(within.replace(/\/$/, '')), spot?.field ?? ''].filter(Boolean)
    : [];
  return { start: range.start, defines, state: own?.path, name: own?.name, field };
}
