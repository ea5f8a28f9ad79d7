import {
  childScopes,
  isJsonObject,
  type Json,
  type Scope,
  type State,
  type StateMachine,
  toJson,
} from '../../asl';
import { expressionText } from '../data/jsonata/expressionText';
import { jsonataNames } from './jsonataNames';
import { jsonPathNames } from './jsonPathNames';

/** Fields that hold states of their own, or data that is never evaluated. */
export const NOT_EVALUATED: ReadonlySet<string> = new Set([
  'Branches',
  'ItemProcessor',
  'Iterator',
  'Result',
  'Comment',
]);

/**
 * The workflow variables that each state reads, as DescribeStateMachine lists them: by state name, names
 * sorted, nested states under their own name, states that read none left out.
 * Recorded: sfn_api_variable_references/*.
 */
export function variableReferences(machine: StateMachine): Readonly<Record<string, readonly string[]>> {
  const references = new Map<string, readonly string[]>();
  const visit = (scope: Scope): void => {
    for (const state of scope.states) {
      const names = variablesReadBy(state);
      if (names.length > 0) references.set(state.name, names);
      for (const child of childScopes(state)) visit(child);
    }
  };
  visit(machine);
  return Object.fromEntries(references);
}

/** The workflow variables that one state reads itself, sorted. */
export function variablesReadBy({ node, queryLanguage }: State): readonly string[] {
  if (!node) return [];
  const state = toJson(node);
  const names = queryLanguage === 'JSONata' ? inExpressions(state) : inPaths(state);
  return [...new Set(names)].sort();
}

/** JSONata: every `{% %}` text, wherever it stands. */
function inExpressions(value: Json): readonly string[] {
  if (typeof value === 'string') {
    const text = expressionText(value);
    return text === undefined ? [] : jsonataNames(text);
  }
  return fieldsOf(value).flatMap(([, field]) => inExpressions(field));
}

/** JSONPath: keys ending in `.$`, the `...Path` fields, and `Variable` of Choice rules. */
function inPaths(value: Json): readonly string[] {
  return fieldsOf(value).flatMap(([key, field]) => {
    if (typeof field !== 'string') return inPaths(field);
    return key.endsWith('.$') || key.endsWith('Path') || key === 'Variable' ? jsonPathNames(field) : [];
  });
}

function fieldsOf(value: Json): readonly (readonly [key: string, field: Json])[] {
  if (Array.isArray(value)) return value.map((item: Json) => ['', item] as const);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).filter(([key]) => !NOT_EVALUATED.has(key));
}
