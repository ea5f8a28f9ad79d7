import type { Json, State } from '../../asl';
import type { ConditionScope } from '../condition';
import type { Stage } from '../dataFlow/dataFlow.types';
import { chainsIn } from './chains';
import type { EvaluationExplanation, SeenValue } from './explain.types';
import { failedCall } from './failedCall';
import { type FailedField, failedFields, ownSentence } from './failedField';
import type { Found } from './found';
import { foundInExpression } from './foundInExpression';
import { foundInPath } from './foundInPath';
import { type SeenByField, seenByField } from './seenByField';
import { thrownInCause } from './thrown';
import { thrownWords } from './thrownWords';

/** Milliseconds that an expression, and each part of it, may take to be looked into. */
const PATIENCE = 250;
/** Items of a Map that are tried, to find the one whose selection failed. */
const MOST_ITEMS = 200;
/** Milliseconds after which no other item is tried. */
const MOST_TIME = 1_500;
/** Characters of a cause that a sentence has room for. */
const LONGEST_SENTENCE = 240;

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
 *
 * @param clock milliseconds
 */
export async function explainEvaluation(
  state: State,
  visit: FailedVisit,
  clock: () => number,
): Promise<EvaluationExplanation | undefined> {
  const likely = visit.stages.find(({ problem }) => problem !== undefined)?.field;
  const fields = failedFields(state, visit.cause, likely);
  const sentence = ownSentence(visit.cause, state.name);
  const field = failedCall(state, fields, sentence, visit.stages, visit.scope) ?? fields[0];
  if (field === undefined) return undefined;
  const { path, text } = field;
  const language = state.queryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath';
  const seen = seenByField(state, path, visit.stages);
  const look = language === 'JSONata' ? foundInExpression : foundInPath;
  const end = clock() + MOST_TIME;
  const scopes = scopesOf(state, field, visit);
  let found: Found | undefined;
  let scope = visit.scope;
  for (const each of scopes) {
    found = await look({ field, seen, scope: each, variables: visit.variables, cause: visit.cause });
    if (found !== undefined) scope = each;
    if (found !== undefined || clock() > end) break;
  }
  return {
    field: path,
    language,
    text,
    ...(found ?? foundInCause(field, visit.cause, state.name)),
    saw: seenIn(text, language, seen, scope),
    ...(seen.result !== undefined && readsResult(text, language) ? { result: seen.result } : {}),
  };
}

/** Evaluated anew it does not fail: it depends on a random number, or on an item further down. */
function foundInCause({ text, part, at }: FailedField, cause: string, state: string): Found {
  const offset = at ?? Math.max(0, text.indexOf(part));
  const thrown = thrownInCause(cause);
  const reason = thrown === undefined ? (ownSentence(cause, state) ?? '') : thrownWords(thrown);
  const isShort = reason !== '' && reason.length <= LONGEST_SENTENCE;
  return {
    marked: { start: offset, end: offset + part.length },
    ...(isShort ? { reason } : {}),
    fixes: [],
  };
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
