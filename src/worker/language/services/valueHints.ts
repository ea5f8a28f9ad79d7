import { isJsonObject, type Json, type JsonObject, type State, type StatePath, shorten } from '../../../asl';
import { compileWatch } from '../../../interpreter';
import type { BodyOf, LanguageRequests } from '../../protocol';
import type { SeenData, ValueHint, ValueHints } from '../../services.types';
import { readText } from '../readText';
import { type Expression, expressionsOf } from './pieces';
import { type Readable, readableAt } from './stages';

/** Characters of a value beside its expression, and of the whole of it. */
const SHORT = 40;
const WHOLE = 1200;
/** Expressions of one answer; milliseconds that one of them may take, and all of them. */
const MOST = 120;
const PATIENCE = 40;
const ALL_PATIENCE = 250;

/**
 * What the expressions in a range of a text come to. An expression whose value is not known, fails or takes too long
 * has none.
 */
export async function valueHints(question: BodyOf<LanguageRequests, 'valueHints'>): Promise<ValueHints> {
  const { text, format, within, seen } = question;
  const { parsed, machine } = readText(text, format);
  const expressions = expressionsOf(parsed, machine, within).filter(isRead).slice(0, MOST);
  if (seen === undefined) {
    const states = new Set(expressions.flatMap(({ around }) => around.state?.path ?? []));
    return states.size > 0 ? { type: 'wants', states: [...states] } : { type: 'answer', hints: [] };
  }
  const known = new Map(seen.map((each) => [each.state, each.seen]));
  const first = machine.states.find(({ name }) => name === machine.StartAt)?.path;
  const until = performance.now() + ALL_PATIENCE;
  const data = new Map<string, Promise<Readable>>();
  const hints: ValueHint[] = [];
  for (const expression of expressions) {
    if (performance.now() > until) break;
    const { state, inside } = expression.around;
    const here = state && known.get(state.path);
    if (!state || !here || !isOf(here, state.path, first)) continue;
    const top = inside[0] ?? expression.field;
    if (here.result === undefined && waitsFor(state, top)) continue;
    const key = `${state.path} ${top}`;
    const readable = data.get(key) ?? readableAt(expression.around, expression.field, here);
    data.set(key, readable);
    const value = await worth(expression, await readable, here);
    if (value === undefined) continue;
    hints.push({
      at: placeOf(text, expression.end),
      text: shorten(JSON.stringify(value), SHORT),
      whole: shorten(JSON.stringify(value, null, 2), WHOLE),
      source: here.source,
    });
  }
  return { type: 'answer', hints };
}

/** A catcher's data is another one; ResultPath says where something is put. */
const isRead = ({ field, around }: Expression): boolean =>
  field !== 'ResultPath' && around.state !== undefined && around.inside[0] !== 'Catch';

/** Fields that are read when the state's service, branches or items have answered. */
const AFTER_RESULT: ReadonlySet<string> = new Set(['ResultSelector', 'OutputPath', 'Assign']);
const ASKS: ReadonlySet<string | undefined> = new Set(['Task', 'Parallel', 'Map']);

const waitsFor = ({ definition }: State, field: string): boolean =>
  ASKS.has(definition.Type) && AFTER_RESULT.has(field);

/** The input of the next run is what its first state gets. */
const isOf = ({ source }: SeenData, state: StatePath, first: StatePath | undefined): boolean =>
  source === 'run' || state === first;

async function worth(
  { value, around }: Expression,
  readable: Readable,
  seen: SeenData,
): Promise<Json | undefined> {
  const { input, root, result, variables } = readable;
  const read = around.language === 'JSONata' ? input : root;
  if (read === undefined) return undefined;
  const answer = await compileWatch(
    value.trim(),
    around.language,
  )({
    input: read,
    result: seen.result === undefined ? undefined : result,
    now: 0,
    random: () => 0.5,
    context: () => contextOf(readable),
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    patience: PATIENCE,
  });
  return answer.ok ? answer.value : undefined;
}

/** What of the context object is known: the rest of it is different in every run. */
function contextOf({ context }: Readable): JsonObject {
  const { Execution, State } = context;
  const input = member(Execution, 'Input');
  const name = member(State, 'Name');
  return {
    Execution: input === undefined ? {} : { Input: input },
    State: name === undefined ? {} : { Name: name },
  };
}

const member = (value: Json | undefined, name: string): Json | undefined =>
  value !== undefined && isJsonObject(value) ? value[name] : undefined;

/** Behind the comma, when nothing else stands on the line. */
function placeOf(text: string, end: number): number {
  const trimmed = text.slice(0, end).trimEnd().length;
  const comma = /^[ \t]*,(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(trimmed, trimmed + 200));
  return trimmed + (comma?.[0].length ?? 0);
}
