import { fieldHelp, type State, type TextRange } from '../../../asl';
import type { HoverPart, HoverText, PlaceQuestion, SeenData, WithData } from '../../services.types';
import { fieldsAt, isData } from './objectFields';
import { type Expression, expressionsOf, type PlacedToken, placedTokens } from './pieces';
import { type Spot, spotAt } from './place';
import { functionHelp } from './signature';
import { type Evaluated, evaluate, readableAt } from './stages';
import { stateNamedAt } from './symbols';

/** What there is to know about a place: a field, a state, an expression's value. */
export async function hover(question: PlaceQuestion): Promise<WithData<HoverText>> {
  const { text, format, offset, seen } = question;
  const spot = spotAt(text, format, offset);
  if (!spot) return said(undefined);
  const state = stateNamedAt(spot);
  if (state) return said({ range: spot.range, parts: stateParts(state) });
  if (spot.part === 'key') return said(fieldText(spot));
  const expression = expressionsOf(spot.parsed, spot.machine, spot.range).find(
    ({ start }) => start === spot.range.start,
  );
  if (!expression) return said(undefined);
  const token = placedTokens(text, expression).find(
    ({ start, end }) => start <= offset && offset <= end && start < end,
  );
  const help = token?.kind === 'function' ? functionHelp(token.text) : undefined;
  if (token && help) {
    return said({ range: token, parts: [strong(help.signature), { kind: 'text', text: help.help }] });
  }
  const { state: around } = expression.around;
  if (seen === undefined && around) return { type: 'wants', state: around.path };
  return said(seen ? await valueText(spot, expression, token, seen) : undefined);
}

const said = (answer: HoverText | undefined): WithData<HoverText> => ({
  type: 'answer',
  answer: answer ? { ...answer, range: { start: answer.range.start, end: answer.range.end } } : null,
});

const strong = (text: string): HoverPart => ({ kind: 'strong', text });

function fieldText({ text, range, around }: Spot): HoverText | undefined {
  if (isData(around)) return undefined;
  const fields = fieldsAt(around);
  const help = fields && Object.hasOwn(fields, text) ? fieldHelp(text) : undefined;
  if (!help) return undefined;
  const language = fields?.[text];
  const only: readonly HoverPart[] =
    language === undefined || language === 'both' ? [] : [{ kind: 'text', text: `With ${language} only.` }];
  return { range, parts: [strong(text), { kind: 'text', text: help.help }, ...only] };
}

function stateParts({ name, definition }: State): readonly HoverPart[] {
  const parts: HoverPart[] = [strong(`${name} · ${definition.Type ?? 'no type'}`)];
  const words = definition.Type === 'Task' ? definition.Resource : undefined;
  if (words !== undefined) parts.push({ kind: 'code', text: words, language: 'plain' });
  if ('Comment' in definition && definition.Comment) parts.push({ kind: 'text', text: definition.Comment });
  const onward = onwardOf(definition);
  if (onward.length > 0) parts.push({ kind: 'text', text: `Goes on to ${[...new Set(onward)].join(', ')}.` });
  else if ('End' in definition && definition.End) parts.push({ kind: 'text', text: 'Ends here.' });
  return parts;
}

function onwardOf(definition: State['definition']): readonly string[] {
  const found =
    definition.Type === 'Choice'
      ? [...definition.Choices.map(({ Next }) => Next), definition.Default]
      : ['Next' in definition ? definition.Next : undefined];
  return found.filter((name) => name !== undefined);
}

/** What the path under the pointer leads to, and what the whole expression gives. */
async function valueText(
  { range }: Spot,
  expression: Expression,
  token: PlacedToken | undefined,
  seen: SeenData,
): Promise<HoverText | undefined> {
  const { around, value, dialect } = expression;
  const readable = await readableAt(around, expression.field, seen);
  const where = seen.source === 'run' ? 'in the last run' : 'with the input';
  const whole = await evaluate(value, around, readable, seen);
  const path = token?.kind === 'path' ? token : undefined;
  const part = path && path.text !== value.trim() ? path : undefined;
  const asked = part && (dialect === 'jsonata' ? `{% ${part.text} %}` : part.text);
  const own = asked === undefined ? undefined : await evaluate(asked, around, readable, seen);
  const parts = [
    ...(part && own?.ok ? [strong(`${part.text} ${where}`), ...valueParts(own)] : []),
    ...(whole ? [strong(part && own?.ok ? 'All of it' : `Value ${where}`), ...valueParts(whole)] : []),
  ];
  const at: TextRange = part && own?.ok ? part : range;
  return parts.length === 0 ? undefined : { range: at, parts };
}

const LONGEST = 1200;

function valueParts(result: Evaluated): readonly HoverPart[] {
  if (!result.ok) return [{ kind: 'text', text: result.reason.slice(0, LONGEST) }];
  const text = JSON.stringify(result.value, null, 2);
  return [
    { kind: 'code', text: text.length > LONGEST ? `${text.slice(0, LONGEST)}\n…` : text, language: 'json' },
  ];
}
