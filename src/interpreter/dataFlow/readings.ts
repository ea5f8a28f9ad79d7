import { SyntaxProblem } from '../data/compiled.types';
import { type AstNode, nodesOf, pairsOf } from '../data/jsonata/ast';
import { parseExpression } from '../data/jsonata/library';
import { splitDefinite } from '../data/path/definiteness';
import { parsePath } from '../data/path/parsePath';
import type { StageName, ValuePath } from './dataFlow.types';
import type { Reading } from './origin.types';

/** What a JSONPath reads when it only follows names and indexes; undefined for any other. @param root stage that `$` is */
export function pathReading(text: string, root: StageName): Reading | undefined {
  const parsed = parsePath(text);
  if (parsed instanceof SyntaxProblem) return undefined;
  const { chain, rest } = splitDefinite(parsed.steps);
  const counts = chain.every((key) => typeof key === 'string' || key >= 0);
  if (rest.length > 0 || !counts) return undefined;
  switch (parsed.root.kind) {
    case 'input':
      return { kind: 'stage', stage: root, path: chain };
    case 'context':
      return { kind: 'context', path: chain };
    case 'variable':
      return { kind: 'variable', name: parsed.root.name, path: chain };
    default:
      return undefined;
  }
}

/** What a part of a JSONata expression is, for a value inside what it gives. */
export type Part =
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'literal' }
  | { readonly kind: 'other'; readonly reads: readonly Reading[] };

/** Follows a path into what a JSONata expression gives: through constructors and `$merge`, to what is read. */
export function jsonataPart(text: string, path: ValuePath): Part {
  try {
    return partOf(parseExpression(text), path);
  } catch {
    return { kind: 'other', reads: [] };
  }
}

function partOf(node: AstNode, path: ValuePath): Part {
  const read = readingOf(node);
  if (read) return { kind: 'reading', reading: withMore(read, path) };
  const [key, ...rest] = path;
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return { kind: 'literal' };
    case 'block': {
      const [only, ...others] = node.expressions ?? [];
      return only && others.length === 0 ? partOf(only, path) : other(node);
    }
    case 'unary': {
      const inside = node.value === '[' ? itemOf(node, key) : propertyOf(node, key);
      return inside ? partOf(inside, rest) : other(node);
    }
    case 'function':
      return mergedPart(node, path) ?? other(node);
    default:
      return other(node);
  }
}

const itemOf = (node: AstNode, key: string | number | undefined): AstNode | undefined =>
  typeof key === 'number' && node.expressions?.every(isPlain) ? node.expressions[key] : undefined;

/** It gives one value, so those after it keep their place. */
const isPlain = ({ type, value }: AstNode): boolean =>
  type === 'string' || type === 'number' || type === 'value' || (type === 'unary' && value === '{');

/** Of several pairs with one key the last counts. */
function propertyOf(node: AstNode, key: string | number | undefined): AstNode | undefined {
  if (node.value !== '{') return undefined;
  return pairsOf(node)
    .filter(([name]) => name.value === key)
    .at(-1)?.[1];
}

/** Of `$merge([a, b, …])` the last object that surely has the key. */
function mergedPart({ procedure, arguments: given = [] }: AstNode, path: ValuePath): Part | undefined {
  const [list] = given;
  if (procedure?.value !== 'merge' || list?.type !== 'unary' || list.value !== '[') return undefined;
  const [key] = path;
  const objects = [...(list.expressions ?? [])].reverse();
  for (const object of objects) {
    const isConstructor = object.type === 'unary' && object.value === '{';
    if (isConstructor && !propertyOf(object, key)) continue;
    return key === undefined ? undefined : partOf(object, path);
  }
  return undefined;
}

const other = (node: AstNode): Part => {
  const reads = [...nodesOf(node)].flatMap((each) => readingOf(each) ?? []);
  return { kind: 'other', reads: distinct(reads) };
};

const MOST_READS = 12;

/** Each once, those that others begin with left out. */
function distinct(reads: readonly Reading[]): readonly Reading[] {
  const byText = new Map(reads.map((read) => [JSON.stringify(read), read]));
  return [...byText.values()].slice(0, MOST_READS);
}

/** What a path of names and indexes reads: `$states.input.a[0]`, `$name.b`. */
function readingOf(node: AstNode): Reading | undefined {
  const steps = node.type === 'path' ? (node.steps ?? []) : [node];
  const [start, ...more] = steps;
  if (start?.type !== 'variable' || typeof start.value !== 'string' || start.value === '') return undefined;
  const chain: (string | number)[] = [...(indexesOf(start) ?? [])];
  for (const step of more) {
    const indexes = indexesOf(step);
    if (step.type !== 'name' || typeof step.value !== 'string' || !indexes) return undefined;
    chain.push(step.value, ...indexes);
  }
  if (!indexesOf(start)) return undefined;
  return start.value === 'states'
    ? statesReading(chain)
    : { kind: 'variable', name: start.value, path: chain };
}

function statesReading([part, ...path]: ValuePath): Reading | undefined {
  switch (part) {
    case 'input':
    case 'result':
    case 'errorOutput':
      return { kind: 'stage', stage: part, path };
    case 'context':
      return { kind: 'context', path };
    default:
      return undefined;
  }
}

/** The literal indexes after a step; undefined when it has another predicate. */
function indexesOf({ stages = [], predicate = [] }: AstNode): readonly number[] | undefined {
  const indexes: number[] = [];
  for (const { expr } of [...stages, ...predicate]) {
    const isIndex = expr?.type === 'number' && typeof expr.value === 'number' && expr.value >= 0;
    if (!isIndex || typeof expr.value !== 'number') return undefined;
    indexes.push(expr.value);
  }
  return indexes;
}

export const withMore = (reading: Reading, more: ValuePath): Reading => ({
  ...reading,
  path: [...reading.path, ...more],
});
