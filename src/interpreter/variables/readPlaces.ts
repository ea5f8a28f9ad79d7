import type { ScalarNode, State, SyntaxNode } from '../../asl';
import { expressionText } from '../data/jsonata/expressionText';
import { jsonataNames } from './jsonataNames';
import { jsonPathNames } from './jsonPathNames';
import { NOT_EVALUATED } from './variableReferences';

/** A text of a state that is evaluated: a path or an intrinsic call, or what stands between `{%` and `%}`. */
export interface EvaluatedText {
  readonly text: string;
  readonly node: ScalarNode;
}

/** Every text that a state evaluates itself; those of the states inside it are theirs. */
export function evaluatedTexts({ node, queryLanguage }: State): readonly EvaluatedText[] {
  return node === undefined ? [] : queryLanguage === 'JSONata' ? expressionsIn(node) : pathsIn(node, '');
}

/** Where a state reads which workflow variable. */
export function readPlaces(state: State): readonly { readonly name: string; readonly node: ScalarNode }[] {
  const names = state.queryLanguage === 'JSONata' ? jsonataNames : jsonPathNames;
  return evaluatedTexts(state).flatMap(({ text, node }) =>
    [...new Set(names(text))].map((name) => ({ name, node })),
  );
}

function expressionsIn(node: SyntaxNode): readonly EvaluatedText[] {
  if (node.kind === 'scalar') {
    const text = typeof node.value === 'string' ? expressionText(node.value) : undefined;
    return text === undefined ? [] : [{ text, node }];
  }
  return membersOf(node).flatMap(([, member]) => expressionsIn(member));
}

function pathsIn(node: SyntaxNode, key: string): readonly EvaluatedText[] {
  if (node.kind !== 'scalar') return membersOf(node).flatMap(([name, member]) => pathsIn(member, name));
  const isRead = key.endsWith('.$') || key.endsWith('Path') || key === 'Variable';
  return isRead && typeof node.value === 'string' ? [{ text: node.value, node }] : [];
}

function membersOf(node: SyntaxNode): readonly (readonly [key: string, member: SyntaxNode])[] {
  if (node.kind === 'array') return node.items.map((item) => ['', item] as const);
  if (node.kind === 'scalar') return [];
  return node.properties.flatMap(({ key, value }) =>
    value === undefined || NOT_EVALUATED.has(key) ? [] : [[key, value] as const],
  );
}
