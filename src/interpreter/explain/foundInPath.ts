import { INTRINSIC_FUNCTIONS, isJsonObject, type Json, nearestName, type TextRange } from '../../asl';
import type { ConditionScope } from '../condition';
import { SyntaxProblem } from '../data/compiled.types';
import { compileIntrinsic } from '../data/intrinsics/compileIntrinsic';
import { compilePath } from '../data/path';
import { chainsIn, stepText } from './chains';
import { described } from './described';
import { type Expectation, expectationOf } from './expectation';
import { ownSentence } from './failedField';
import { type Failing, type Found, foundMissing } from './found';
import { missingStep, type WorthOf } from './missingStep';

/** Lists inside a value that are offered in its place. */
const MOST_LISTS = 3;

/** What a path or a call of an intrinsic function fails for; undefined: not here, it may be another item's. */
export async function foundInPath({
  field,
  seen,
  scope,
  variables,
  cause,
}: Failing): Promise<Found | undefined> {
  const { path, text, part } = field;
  // A call is told by its name; any of its arguments may be the reason.
  const isCall = part.endsWith('(');
  const offset = Math.max(0, text.indexOf(part));
  const whole = isCall ? callAt(text, offset) : { start: offset, end: offset + part.length };
  const worthOf: WorthOf = async (each) => pathValue(each, seen.root, scope);
  if (path.at(-1) === 'ResultPath') return foundInResultPath(text, worthOf);
  const unreadable = isCall ? undefined : unreadableAt(part, offset);
  if (unreadable !== undefined) return unreadable;
  const looked = isCall ? text.slice(whole.start, whole.end) : part;
  const missing = await missingStep(looked, 'JSONPath', variables, worthOf);
  if (missing !== undefined) return foundMissing(missing, text, whole.start);
  // The argument that a function refuses is not told; why, it is.
  if (isCall) return { marked: whole, ...reasonIn(cause), fixes: [] };
  const value = await worthOf(part);
  // The selection of this item has not failed.
  if (value === undefined || path.at(-1)?.toString().endsWith('.$')) return undefined;
  const expected = expectationOf(path.at(-1), cause);
  const reason =
    expected === undefined
      ? `${part} is ${described(value)} here.`
      : `This has to be ${expected.words}. ${part} is ${described(value)} here.`;
  const fixes = expected === undefined ? [] : inside(part, value, expected);
  return { marked: whole, reason, fixes };
}

/** A path or a call that is none. */
function unreadableAt(part: string, offset: number): Found | undefined {
  const problem = part.startsWith('$') ? compilePath(part) : compileIntrinsic(part);
  if (!(problem instanceof SyntaxProblem)) return undefined;
  const end = offset + part.length;
  const name = /^States\.\w+/.exec(part)?.[0];
  const known = INTRINSIC_FUNCTIONS.map((each) => each.name);
  if (name !== undefined && !known.includes(name)) {
    const nearest = nearestName(name, known);
    const text = `${nearest}${part.slice(name.length)}`;
    const isGood = nearest !== undefined && !(compileIntrinsic(text) instanceof SyntaxProblem);
    return {
      marked: { start: offset, end: offset + name.length },
      reason: `There is no intrinsic function ${name}.`,
      fixes: isGood ? [{ title: `Use ${nearest}`, text }] : [],
    };
  }
  const start = Math.max(offset, Math.min(offset + problem.position, end - 1));
  return { marked: { start, end }, reason: `${problem.message}.`, fixes: [] };
}

/** Nothing can be put into a text or a number, nor behind the end of a list. */
async function foundInResultPath(text: string, worthOf: WorthOf): Promise<Found | undefined> {
  const [chain] = chainsIn(text, 'JSONPath');
  for (const { start, end, key } of chain?.steps ?? []) {
    const value = await worthOf(text.slice(0, start));
    if (value === undefined) return undefined;
    const has = typeof key === 'number' ? Array.isArray(value) && key < value.length : isJsonObject(value);
    if (has) continue;
    const reason = `${text.slice(0, start)} is ${described(value)} here, so nothing can be put at ${text.slice(start, end)} in it.`;
    return { marked: { start, end }, reason, fixes: [] };
  }
  return undefined;
}

function reasonIn(cause: string): Pick<Found, 'reason'> {
  const sentence = ownSentence(cause, undefined);
  return sentence === undefined || sentence.length > 240 ? {} : { reason: sentence };
}

function pathValue(text: string, root: Json, scope: ConditionScope): Json | undefined {
  const path = compilePath(text);
  return path instanceof SyntaxProblem ? undefined : path.get(root, scope);
}

/** Fields of an object that are what it should have been itself. */
function inside(text: string, value: Json, { isMet }: Expectation): Found['fixes'] {
  if (!isJsonObject(value)) return [];
  const steps = Object.entries(value).flatMap(([key, each]) =>
    isMet(each) ? (stepText(key, 'JSONPath') ?? []) : [],
  );
  return steps.slice(0, MOST_LISTS).map((step) => ({ title: `Use ${text}${step}`, text: `${text}${step}` }));
}

/** A call as far as its closing parenthesis. */
function callAt(text: string, start: number): TextRange {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/'(?:\\[\s\S]|[^'\\])*'|[()]/g)) {
    if (token === '(') depth++;
    if (token === ')' && --depth === 0) return { start, end: start + index + 1 };
  }
  return { start, end: text.length };
}
