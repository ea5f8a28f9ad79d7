import type { Json, TextRange } from '../../asl';
import { Failure } from '../data/failure';
import { compileExpression } from '../data/jsonata/expression';
import { expressionText } from '../data/jsonata/expressionText';
import type { ValuePath } from '../dataFlow/dataFlow.types';
import type { Chain } from './chains';
import { described } from './described';
import { type Expectation, expectationOf } from './expectation';
import { expressionFault, type Repair } from './expressionFault';
import { type Failing, type Found, foundMissing, moved } from './found';
import { missingStep, type WorthOf } from './missingStep';
import { thrownInCause } from './thrown';

/** Longer ones are not taken to pieces. */
const LONGEST = 20_000;
/** Fields that may be null: their value is made of what the workflow wants. */
const FREE: ReadonlySet<string | number> = new Set(['Output', 'Assign', 'Arguments', 'ItemSelector']);
const OUT_OF_TIME = 'D1012';

/** What a JSONata expression fails for; undefined: not here, it may be another item's. */
export async function foundInExpression(failing: Failing): Promise<Found | undefined> {
  const { text, path } = failing.field;
  const expression = expressionText(text) ?? text;
  const offset = expression === text ? 0 : Math.max(0, text.indexOf(expression, 2));
  const whole = { start: offset, end: offset + expression.length };
  const inField = ({ title, text: better }: Repair): Repair => ({
    title,
    text: `${text.slice(0, whole.start)}${better}${text.slice(whole.end)}`,
  });
  const outcomeOf = async (part: string): Promise<Json | Failure> =>
    compileExpression(part, 'part').evaluate(failing.seen.states, failing.scope);
  const expected = expectationOf(path.at(-1), failing.cause);
  /** Those that come to something. */
  const tried = async (repairs: readonly Repair[]): Promise<readonly Repair[]> => {
    const good: Repair[] = [];
    for (const each of repairs) {
      if (good.some(({ title }) => title === each.title)) continue;
      const value = await outcomeOf(each.text);
      if (!(value instanceof Failure) && (expected === undefined || expected.isMet(value)))
        good.push(inField(each));
    }
    return good;
  };
  const thrown = thrownInCause(failing.cause);
  const fault = await expressionFault(expression, failing.seen.states, failing.scope);
  // It has less time here than in the run.
  if (fault !== undefined && (fault.code !== OUT_OF_TIME || thrown?.message.includes('timeout'))) {
    const marked = fault.marked === undefined ? whole : moved(fault.marked, offset);
    return { marked, reason: fault.reason, fixes: await tried(fault.repairs) };
  }
  if (fault !== undefined || thrown !== undefined || expression.length > LONGEST) return undefined;
  const value = await outcomeOf(expression);
  if (!(value instanceof Failure)) return unexpected(path, expression, whole, value, expected, tried);
  if (!isNothing(value))
    return {
      marked: whole,
      reason: 'It comes to a function, or has one in it, which is no data.',
      fixes: [],
    };
  return nothing(failing, expression, whole, outcomeOf);
}

const isNothing = ({ cause }: Failure): boolean => cause?.endsWith(' returned nothing (undefined).') === true;

/** It comes to something, of the wrong kind. */
async function unexpected(
  path: ValuePath,
  expression: string,
  whole: TextRange,
  value: Json,
  expected: Expectation | undefined,
  tried: (repairs: readonly Repair[]) => Promise<readonly Repair[]>,
): Promise<Found | undefined> {
  if (path.includes('ItemSelector') || expected?.isMet(value)) return undefined;
  const reason =
    expected === undefined
      ? `It comes to ${described(value)} here.`
      : `This has to be ${expected.words}. It comes to ${described(value)} here.`;
  return { marked: whole, reason, fixes: await tried(conversions(expression, value)) };
}

function conversions(expression: string, value: Json): readonly Repair[] {
  const wrapped = { title: 'Put it into a list', text: `[${expression}]` };
  if (typeof value === 'string')
    return [
      { title: 'Read it as a number', text: `$number(${expression})` },
      ...truths(expression, value),
      wrapped,
    ];
  if (Array.isArray(value)) return [];
  return [{ title: 'Make it a text', text: `$string(${expression})` }, wrapped];
}

const truths = (expression: string, value: string): readonly Repair[] =>
  /^(?:true|false)$/i.test(value)
    ? [{ title: `Compare it with "true"`, text: `$lowercase(${expression}) = "true"` }]
    : [];

/** It comes to nothing. */
async function nothing(
  { field: { text, path }, variables }: Failing,
  expression: string,
  whole: TextRange,
  outcomeOf: (part: string) => Promise<Json | Failure>,
): Promise<Found> {
  const worthOf: WorthOf = async (part) => {
    const value = await outcomeOf(part);
    return value instanceof Failure ? undefined : value;
  };
  const isReason = async ({ start, end }: Chain): Promise<boolean> => {
    const value = await outcomeOf(`${expression.slice(0, start)}1${expression.slice(end)}`);
    return !(value instanceof Failure) || !isNothing(value);
  };
  const missing = await missingStep(expression, 'JSONata', variables, worthOf, isReason);
  if (missing === undefined) return { marked: whole, reason: 'It comes to nothing on this data.', fixes: [] };
  const found = foundMissing(missing, text, whole.start);
  const { chain } = missing;
  const isAll = chain.start === 0 && chain.end === expression.length && chain.isWhole;
  if (!isAll || !path.some((key) => FREE.has(key))) return found;
  const otherwise = `{% $exists(${expression}) ? ${expression} : null %}`;
  return { ...found, fixes: [...found.fixes, { title: 'Use null when it is missing', text: otherwise }] };
}
