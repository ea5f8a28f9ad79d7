import type { TextRange } from '../../asl';
import { type AstNode, leftOf, nodesOf } from '../data/jsonata/ast';
import { parseExpression } from '../data/jsonata/library';
import { chainsIn } from './chains';
import type { Thrown } from './thrown';

/** Where an expression was given up. */
export interface ThrownPlace {
  readonly marked: TextRange;
  /** The operator, with the chains that it stands between. */
  readonly operator?: TextRange;
  readonly left?: TextRange;
  readonly right?: TextRange;
}

/**
 * Where in an expression an error comes from. Out of a function that another one calls ($map, $filter), the library
 * tells the place of the outer call: then it is where the operator or function stands, if that is one place.
 */
export function thrownPlace(text: string, thrown: Thrown): ThrownPlace | undefined {
  const { position, token } = thrown;
  if (position === undefined) return undefined;
  const node = token === undefined ? undefined : meantNode(text, token, position);
  const end = Math.min(Math.max(node?.position ?? position, 1), text.length);
  if (token === undefined || node === undefined) return { marked: wordBefore(text, end, token) };
  if (node.type === 'function') return { marked: calledBefore(text, end) };
  const operator = { start: end - token.length, end };
  const chains = chainsIn(text, 'JSONata').filter(({ isWhole }) => isWhole);
  const before = text.slice(0, operator.start).trimEnd().length;
  const after = text.length - text.slice(end).trimStart().length;
  const left = isChain(leftOf(node)) ? chains.find((chain) => chain.end === before) : undefined;
  const right = isChain(node.rhs) ? chains.find(({ start }) => start === after) : undefined;
  return { marked: operator, operator, ...(left ? { left } : {}), ...(right ? { right } : {}) };
}

/** The operator or call that is told by its token, at that place or at the only one there is. */
function meantNode(text: string, token: string, position: number): AstNode | undefined {
  const nodes = syntaxNodes(text).filter(
    (node) => (node.type === 'binary' && node.value === token) || isCallOf(node, token),
  );
  return nodes.find((node) => node.position === position) ?? (nodes.length === 1 ? nodes[0] : undefined);
}

/** Where an operator stands in an expression, in order. */
export function operatorsAt(text: string, operator: string): readonly TextRange[] {
  const ends = syntaxNodes(text).flatMap(({ type, value, position }) =>
    type === 'binary' && value === operator && position !== undefined ? [position] : [],
  );
  return [...new Set(ends)]
    .sort((left, right) => left - right)
    .map((end) => ({ start: end - operator.length, end }));
}

function syntaxNodes(text: string): readonly AstNode[] {
  try {
    return [...nodesOf(parseExpression(text))];
  } catch {
    return [];
  }
}

function isCallOf({ type, procedure }: AstNode, token: string): boolean {
  if (type !== 'function' || procedure === undefined) return false;
  return procedure.value === token || procedure.steps?.[0]?.value === token;
}

const isChain = (node: AstNode | undefined): boolean => node?.type === 'path' || node?.type === 'variable';

/** The library tells the place behind what it stumbled over. */
function wordBefore(text: string, end: number, token: string | undefined): TextRange {
  if (token !== undefined && token !== '' && text.slice(0, end).endsWith(token))
    return { start: end - token.length, end };
  const before = text.slice(0, end).trimEnd();
  if (before.endsWith('(') && before.length > 1) return calledBefore(text, end);
  const start = /(?:\$*[\p{ID_Continue}]+|~>|\S)$/u.exec(before)?.index ?? 0;
  return { start, end: Math.max(before.length, start + 1) };
}

/** The name of what is called, before its parenthesis. */
function calledBefore(text: string, end: number): TextRange {
  const parenthesis = text.lastIndexOf('(', end - 1);
  const name = text.slice(0, Math.max(0, parenthesis)).trimEnd();
  const start = /\$*[\p{ID_Continue}]+$/u.exec(name)?.index;
  return start === undefined ? { start: Math.max(0, end - 1), end } : { start, end: name.length };
}
