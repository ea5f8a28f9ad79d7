import type { Json, State, TextRange } from '../../asl';
import type { ConditionScope } from '../condition';
import { SyntaxProblem } from '../data/compiled.types';
import { Failure } from '../data/failure';
import { compileExpression } from '../data/jsonata/expression';
import { expressionText } from '../data/jsonata/expressionText';
import { compilePath } from '../data/path';
import type { Stage } from '../dataFlow/dataFlow.types';
import { chainsIn } from './chains';
import type { EvaluationExplanation, SeenValue } from './explain.types';
import { expressionFault } from './expressionFault';
import { type FailedField, failedField } from './failedField';
import { type MissingStep, missingStep, type WorthOf } from './missingStep';
import { type SeenByField, seenByField } from './seenByField';

/** Milliseconds that an expression, and each part of it, may take to be looked into. */
const PATIENCE = 250;
/** Items of a Map that are tried, to find the one whose selection failed. */
const MOST_ITEMS = 200;

/** A visit of a state that failed. */
export interface FailedVisit {
  readonly cause: string;
  readonly stages: readonly Stage[];
  /** What it could read besides its input. */
  readonly scope: ConditionScope;
  /** Names of the variables that it could read. */
  readonly variables: readonly string[];
}

/**
 * Which expression failed a visit, where in it, on what data, and what was probably meant. Undefined when it did not fail
 * for an expression of its own. Nothing of the execution is touched.
 */
export async function explainEvaluation(
  state: State,
  visit: FailedVisit,
): Promise<EvaluationExplanation | undefined> {
  const likely = visit.stages.find(({ problem }) => problem !== undefined)?.field;
  const field = failedField(state, visit.cause, likely);
  if (field === undefined) return undefined;
  const { path, text } = field;
  const language = state.queryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath';
  const seen = seenByField(state, path, visit.stages);
  const look = language === 'JSONata' ? inExpression : inPath;
  for (const scope of scopesOf(state, field, visit)) {
    const found = await look(field, seen, scope, visit.variables);
    if (found === undefined) continue;
    return {
      field: path,
      language,
      text,
      ...found,
      saw: seenIn(text, language, seen, scope),
      ...(seen.result !== undefined && readsResult(text, language) ? { result: seen.result } : {}),
    };
  }
  return undefined;
}

/** What the expression may have read: of a Map's selection of items that is another one for each item. */
function scopesOf(
  { definition }: State,
  { path }: FailedField,
  { scope, stages }: FailedVisit,
): readonly ConditionScope[] {
  const own = { ...scope, patience: PATIENCE };
  const selects = path[0] === 'ItemSelector' || (path[0] === 'Parameters' && definition.Type === 'Map');
  const items = stages.find(({ name }) => name === 'items')?.value;
  if (!selects || !Array.isArray(items)) return [own];
  return items.slice(0, MOST_ITEMS).map((Value, Index) => ({
    ...own,
    context: () => ({ ...scope.context(), Map: { Item: { Index, Value } } }),
  }));
}

type Found = Pick<EvaluationExplanation, 'marked' | 'reason' | 'fixes'>;

async function inPath(
  { path, text, part }: FailedField,
  { root }: SeenByField,
  scope: ConditionScope,
  variables: readonly string[],
): Promise<Found | undefined> {
  const offset = Math.max(0, text.indexOf(part));
  const whole = { start: offset, end: offset + part.length };
  // A call is told by its name; any of its arguments may be the reason.
  const isCall = part.endsWith('(');
  const worthOf: WorthOf = async (each) => pathValue(each, root, scope);
  if (path.at(-1) === 'ResultPath') return { marked: whole, fixes: [] };
  const missing = await missingStep(isCall ? text : part, 'JSONPath', variables, worthOf);
  if (missing !== undefined) return foundMissing(missing, text, isCall ? 0 : offset);
  const syntax = isCall || !part.startsWith('$') ? undefined : compilePath(part);
  if (syntax instanceof SyntaxProblem) {
    const start = Math.min(offset + syntax.position, whole.end - 1);
    return { marked: { start, end: whole.end }, reason: `${syntax.message}.`, fixes: [] };
  }
  const value = isCall ? undefined : await worthOf(part);
  // The selection of this item has not failed.
  if (value !== undefined && path.at(-1)?.toString().endsWith('.$')) return undefined;
  const reason = value === undefined ? {} : { reason: `${part} is ${brief(value)} here.` };
  return { marked: isCall ? { start: 0, end: text.length } : whole, ...reason, fixes: [] };
}

async function inExpression(
  { path, text }: FailedField,
  { states }: SeenByField,
  scope: ConditionScope,
  variables: readonly string[],
): Promise<Found | undefined> {
  const expression = expressionText(text) ?? text;
  const offset = Math.max(0, text.indexOf(expression));
  const fault = await expressionFault(expression, states, scope);
  if (fault !== undefined)
    return { marked: moved(fault.marked, offset), reason: endedSentence(fault.reason), fixes: [] };
  const worthOf: WorthOf = async (part) => {
    const value = await compileExpression(part, 'part').evaluate(states, scope);
    return value instanceof Failure ? undefined : value;
  };
  const missing = await missingStep(expression, 'JSONata', variables, worthOf);
  if (missing === undefined) {
    const value = await worthOf(expression);
    if (value !== undefined && path.includes('ItemSelector')) return undefined;
    const reason =
      value === undefined ? 'It finds nothing in the data.' : `It comes to ${brief(value)} here.`;
    return { marked: { start: offset, end: offset + expression.length }, reason, fixes: [] };
  }
  const found = foundMissing(missing, text, offset);
  const { chain } = missing;
  if (chain.start > 0 || chain.end < expression.length || !chain.isWhole) return found;
  const otherwise = `{% $exists(${expression}) ? ${expression} : null %}`;
  return { ...found, fixes: [...found.fixes, { title: 'Use null when it is missing', text: otherwise }] };
}

/** @param offset where what was looked into begins in the text */
function foundMissing({ marked, reason, chain, meant }: MissingStep, text: string, offset: number): Found {
  const before = text.slice(0, offset + chain.start);
  const after = text.slice(offset + chain.end);
  const fixes = meant.map((each) => ({ title: `Use ${each}`, text: `${before}${each}${after}` }));
  return { marked: moved(marked, offset), reason, fixes };
}

const moved = ({ start, end }: TextRange, by: number): TextRange => ({ start: start + by, end: end + by });

function pathValue(text: string, root: Json, scope: ConditionScope): Json | undefined {
  const path = compilePath(text);
  return path instanceof SyntaxProblem ? undefined : path.get(root, scope);
}

/** What an expression names of what it could read, each once. */
function seenIn(
  text: string,
  language: EvaluationExplanation['language'],
  { root, states }: SeenByField,
  scope: ConditionScope,
): readonly SeenValue[] {
  const names = new Set<string>();
  for (const { head, steps } of chainsIn(text, language)) {
    const name = text.slice(head.start, head.end);
    const member = steps[0]?.key;
    names.add(name === '$states' && typeof member === 'string' ? `$states.${member}` : name);
  }
  const main = language === 'JSONata' ? '$states.input' : '$';
  const ofStates = new Map<string, Json>(Object.entries({ ...states, context: scope.context() }));
  const worthOf = (name: string): Json | undefined => {
    if (name === '$') return root;
    if (name === '$$') return scope.context();
    if (name.startsWith('$states.')) return ofStates.get(name.slice('$states.'.length));
    return scope.variable(name.slice(1));
  };
  const seen = [...names].flatMap((name): readonly SeenValue[] => {
    const value = worthOf(name);
    return value === undefined ? [] : [{ name, value }];
  });
  return seen.length > 0 ? seen : [{ name: main, value: root }];
}

const readsResult = (text: string, language: EvaluationExplanation['language']): boolean =>
  language === 'JSONPath' || text.includes('$states.result');

function brief(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

const endedSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
