import { nodeAtPointer, pointerSegments } from '../../../asl';
import type { FieldHelp, FieldQuestion, Suggestions, WithData } from '../../services.types';
import { readText } from '../readText';
import { type Caret, caretIn } from './caret';
import { suggestInExpression, wantsExpression } from './expressions';
import { aroundOf, type Frame, type Place, placeInFrame } from './place';
import { signatureOf } from './signature';
import { suggestAt } from './suggest';

const OPENING = '{% ';

/**
 * What the editor would say if a field's draft stood in the text where the field is.
 *
 * The draft is not put into the text: it may be no JSON yet, and in the text it would be escaped, or a block of several
 * lines. The place is made of the definition around the field and of the draft itself, so offsets and inserts are the
 * draft's, whatever notation the document is in, and the text is not read anew at each key.
 */
export async function fieldHelp(question: FieldQuestion): Promise<WithData<FieldHelp>> {
  const frame = frameOf(question);
  if (!frame) return { type: 'answer', answer: null };
  const { draft, offset, notation, seen } = question;
  if (notation === 'json') {
    const place = placeInFrame(draft, offset, frame);
    const start = caretIn(draft, offset, 'json')?.inside.start ?? offset;
    const signature = signatureOf(draft.slice(start, offset)) ?? null;
    if (!place) return helped(null, signature);
    const found = await suggestAt(place, seen);
    return found.type === 'wants' ? found : helped(found.answer, signature);
  }
  const opened = notation === 'expression' && draft.trim() !== '' && !draft.trimStart().startsWith('{%');
  const lead = opened ? OPENING : '';
  const place = wordsPlace(lead + draft, lead.length + offset, frame);
  const signature = signatureOf(draft.slice(0, offset)) ?? null;
  if (notation !== 'expression' && !wantsExpression(place)) return helped(null, null);
  const { state } = place.around;
  if (seen === undefined && state) return { type: 'wants', state: state.path };
  const found = await suggestInExpression(place, seen ?? undefined);
  return helped(found ? moved(found, -lead.length) : null, signature);
}

const helped = (suggestions: Suggestions | null, signature: FieldHelp['signature']): WithData<FieldHelp> => ({
  type: 'answer',
  answer: { suggestions, signature },
});

/** Where the field stands in the definition, also while the objects around it are not written. */
function frameOf({ text, format, at }: FieldQuestion): Frame | undefined {
  const { parsed, machine } = readText(text, format);
  const ownerPath = at.slice(0, Math.max(0, at.lastIndexOf('/')));
  const owner = nodeAtPointer(parsed.root, ownerPath) ?? parsed.root;
  const field = pointerSegments(at).at(-1) ?? '';
  return owner && { machine, ownerPath, owner, field, path: at };
}

/** A draft that is the string itself: its quotes are outside. */
function wordsPlace(text: string, offset: number, { machine, owner, ownerPath, field }: Frame): Place {
  const whole = { start: 0, end: text.length };
  const caret: Caret = { replace: whole, inside: whole, quote: '"' };
  const around = aroundOf(machine, ownerPath);
  return { text, format: 'json', offset, caret, machine, part: 'value', owner, ownerPath, field, around };
}

const moved = ({ replace, ...rest }: Suggestions, by: number): Suggestions => ({
  ...rest,
  replace: { start: replace.start + by, end: replace.end + by },
});
