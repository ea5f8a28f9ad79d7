import { INTRINSIC_FUNCTIONS, isJsonObject, type Json, nearestName } from '../../asl';
import type { ConditionScope } from '../condition';
import { SyntaxProblem } from '../data/compiled.types';
import { compileIntrinsic } from '../data/intrinsics/compileIntrinsic';
import { compilePath } from '../data/path';
import { chainsIn, stepText } from './chains';
import { described } from './described';
import { type Expectation, expectationOf } from './expectation';
import { callAt } from './failedCall';
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
  const { path, text, part, at } = field;
  // A call is told by its name; any of its arguments may be the reason.
  const isCall = part.endsWith('(');
  const offset = at ?? Math.max(0, text.indexOf(part));
  const whole = isCall ? callAt(text, offset) : { start: offset, end: offset + part.length };
  const worthOf: WorthOf = async (each) => pathValue(each, seen.root, scope);
  if (path.at(-1) === 'ResultPath') return foundInResultPath(text, worthOf);
  const unreadable = isCall ? undefined : unreadableAt(text, part, offset);
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
function unreadableAt(whole: string, part: string, offset: number): Found | undefined {
  const problem = part.startsWith('$') ? compilePath(part) : compileIntrinsic(part);
  if (!(problem instanceof SyntaxProblem)) return undefined;
  const end = offset + part.length;
  const known = INTRINSIC_FUNCTIONS.map((each) => each.name);
  const unknown = part.startsWith('$') ? undefined : callsIn(part).find(({ name }) => !known.includes(name));
  if (unknown !== undefined) {
    const { name, at } = unknown;
    const nearest = nearestName(name, known);
    const better = `${part.slice(0, at)}${nearest}${part.slice(at + name.length)}`;
    const isGood = nearest !== undefined && !(compileIntrinsic(better) instanceof SyntaxProblem);
    const text = `${whole.slice(0, offset)}${better}${whole.slice(end)}`;
    return {
      marked: { start: offset + at, end: offset + at + name.length },
      reason: `There is no intrinsic function ${name}.`,
      fixes: isGood ? [{ title: `Use ${nearest}`, text }] : [],
    };
  }
  const start = Math.max(offset, Math.min(offset + problem.position, end - 1));
  return { marked: { start, end }, reason: `${problem.message}.`, fixes: [] };
}

/** Functions that are called, not those that a text names. */
function callsIn(text: string): readonly { readonly name: string; readonly at: number }[] {
  return [...text.matchAll(/'(?:\\[\s\S]|[^'\\])*'|(States\.\w+)\s*\(/g)].flatMap(({ 1: name, index }) =>
    name === undefined ? [] : [{ name, at: index }],
  );
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
