import { type AstNode, nodesOf } from './ast';

/**
 * How much memory an expression can make out of little data. Limits that are counted at every step cost a
 * fifth of the time, so only expressions that can run into them pay:
 * `small` can make no more than a few times its data before the clock stops it; `arrays` needs a limit on
 * single arrays; `large` repeats steps that make much at once and needs all it makes counted.
 */
export type Appetite = 'small' | 'arrays' | 'large';

export function appetiteOf(ast: AstNode): Appetite {
  const nodes = [...nodesOf(ast)];
  const makesMuch = nodes.some(isBulky);
  if (nodes.some(isRepeating) && makesMuch) return 'large';
  return makesMuch || nodes.some(multiplies) ? 'arrays' : 'small';
}

/** Does something once for each value, or gives a name to what it made. */
function isRepeating(node: AstNode): boolean {
  return node.type === 'lambda' || node.type === 'bind' || node.type === 'apply' || multiplies(node);
}

/** `$a.$b`, `$a.[...]`: one result, or more, per element. */
function multiplies(node: AstNode): boolean {
  return node.steps?.slice(1).some(({ type }) => type !== 'name' && type !== 'sort') ?? false;
}

/** Gives much in one step, without the pauses in which the clock is looked at. */
function isBulky(node: AstNode): boolean {
  switch (node.type) {
    case 'binary':
      return node.value === '..';
    case 'unary':
      return (
        node.value === '[' && !!node.expressions?.some(({ type }) => type !== 'number' && type !== 'string')
      );
    case 'function':
    case 'partial':
      return node.procedure?.type !== 'variable' || !FRUGAL.has(String(node.procedure.value));
    case 'wildcard':
    case 'descendant':
    case 'transform':
    case 'apply':
      return true;
    default:
      return false;
  }
}

/**
 * Functions that give a small value, a part of their argument, or one result per call of a function. `$sort` is one:
 * the library needs so long to sort that the clock stops it before what it makes is much.
 */
const FRUGAL: ReadonlySet<string> = new Set(
  (
    'sum count max min average number abs floor ceil round power sqrt length contains boolean not exists type ' +
    'substring substringBefore substringAfter now millis toMillis fromMillis uuid random hash map filter single sift sort'
  ).split(' '),
);
