import type { StatesVariable } from '../data/compiled.types';
import type { EvaluationScope } from '../data/evaluationScope';
import { Failure } from '../data/failure';
import { type AstNode, leftOf } from '../data/jsonata/ast';
import { compileExpression } from '../data/jsonata/expression';
import { parseExpression } from '../data/jsonata/library';
import { beginningOf } from './beginningOf';
import type { ComparisonExplanation, Explained, OperandValue } from './explain.types';

const COMPARING: ReadonlySet<unknown> = new Set(['=', '!=', '<', '<=', '>', '>=', 'in']);
const JOINING: ReadonlySet<unknown> = new Set(['and', 'or']);
/** Functions whose argument says why they hold. */
const ASKING: ReadonlySet<unknown> = new Set(['not', 'exists', 'boolean']);
/** What is written out needs no value beside it. */
const LITERALS: ReadonlySet<string> = new Set(['number', 'string', 'value', 'regex']);

/** Comparisons that are listed: a condition of thousands would take minutes, and nobody reads them. */
const MOST = 40;

/** A part of an expression that holds or does not, and what it is about; each as written. */
interface Part {
  readonly text: string;
  readonly operands: readonly string[];
  /** It is written out: no value is to be told of it. */
  readonly isLiteral: boolean;
}

/** The comparisons of a condition, in the order they are written. */
export interface Comparisons {
  readonly comparisons: readonly ComparisonExplanation[];
  /** How many more it has than are listed. */
  readonly unlisted?: number;
}

const NONE: Comparisons = { comparisons: [] };

/**
 * The comparisons that a JSONata condition is made of, each with what its operands come to on the data. None for a
 * condition that is one expression and no comparison: its own result says all there is to say.
 *
 * @param text the expression without `{%` and `%}`
 * @param left milliseconds that may still be spent; what they do not suffice for is not listed
 */
export async function jsonataComparisons(
  text: string,
  states: StatesVariable,
  scope: EvaluationScope,
  left: () => number,
): Promise<Comparisons> {
  let parts: readonly Part[];
  try {
    parts = partsIn(text);
  } catch {
    return NONE;
  }
  if (parts.every(({ operands }) => operands.length === 0)) return NONE;
  const evaluated = async (expression: string) =>
    compileExpression(expression, 'Condition').evaluate(states, within(scope, left()));
  const operandOf = async (operand: string): Promise<OperandValue> => {
    const value = await evaluated(operand);
    if (!(value instanceof Failure)) return { text: operand, value: beginningOf(value) };
    // Nothing is no error.
    return (await evaluated(`$exists((${operand}))`)) === false
      ? { text: operand }
      : { text: operand, problem: value.cause ?? 'It cannot be evaluated.' };
  };
  /** Whether a part holds. Where it is joined to others, what is no truth value counts as one, and nothing as false. */
  const answerOf = async (words: string): Promise<Explained> => {
    const answer = await evaluated(words);
    if (typeof answer === 'boolean') return answer;
    const cast = parts.length > 1 ? await evaluated(`(${words}) ? true : false`) : undefined;
    if (typeof cast === 'boolean') return cast;
    const problem = answer instanceof Failure ? answer.cause : undefined;
    return { problem: problem ?? 'It gives something else than true or false.' };
  };
  const comparisons: ComparisonExplanation[] = [];
  // One after the other: they share the time.
  for (const { text: words, operands } of parts.slice(0, MOST)) {
    const values: OperandValue[] = [];
    for (const operand of operands) values.push(await operandOf(operand));
    const answer = await answerOf(words);
    if (left() <= 0) break;
    comparisons.push({ words, answer, operands: values });
  }
  const unlisted = parts.length - comparisons.length;
  return unlisted === 0 ? { comparisons } : { comparisons, unlisted };
}

/** The scope for an expression that may take so many milliseconds; none would mean that it may take any. */
const within = (scope: EvaluationScope, patience: number): EvaluationScope => ({
  context: () => scope.context(),
  variable: (name) => scope.variable(name),
  random: () => scope.random(),
  now: scope.now,
  patience: Math.max(1, patience),
});

/** The parts of an expression, each once. Throws what the library says of one that cannot be read. */
function partsIn(text: string): readonly Part[] {
  const whole = { start: 0, end: text.length };
  const found = [...partsOf(parseExpression(text), text, whole)];
  const parts = [...new Map(found.map((part) => [part.text, part])).values()];
  // Of several, one that compares nothing is told by what it comes to.
  return parts.length === 1
    ? parts
    : parts.map((part) =>
        part.operands.length > 0 || part.isLiteral ? part : { ...part, operands: [part.text] },
      );
}

/** A stretch of the expression's text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** @param at where the node is written */
function* partsOf(node: AstNode, text: string, at: Stretch): Generator<Part> {
  const sides = sidesOf(node, text, at);
  if (sides && JOINING.has(node.value)) {
    yield* partsOf(sides.left, text, sides.before);
    yield* partsOf(sides.right, text, sides.after);
    return;
  }
  const whole = written(text, at);
  if (sides && COMPARING.has(node.value)) {
    const operands = [
      ...(isLiteral(sides.left) ? [] : [written(text, sides.before)]),
      ...(isLiteral(sides.right) ? [] : [written(text, sides.after)]),
    ];
    yield { text: whole, operands: [...new Set(operands)], isLiteral: false };
    return;
  }
  const inside = insideBrackets(node, text, at);
  const [only, ...others] = node.expressions ?? [];
  if (node.type === 'block' && inside && only && others.length === 0 && only.type !== 'bind') {
    yield* partsOf(only, text, inside);
    return;
  }
  const isAsked = node.type === 'function' && ASKING.has(node.procedure?.value);
  const asked = isAsked && inside && node.arguments?.length === 1 ? [written(text, inside)] : [];
  yield { text: whole, operands: asked, isLiteral: isLiteral(node) };
}

/** Where what is written from there on begins: behind blanks and comments. */
function pastComments(text: string, from: number): number {
  let at = from;
  for (;;) {
    if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      if (close < 0) return at;
      at = close + 2;
    } else if (at < text.length && text.charAt(at).trim() === '') at++;
    else return at;
  }
}

/** What stands there, without the comments before it. */
const written = (text: string, { start, end }: Stretch): string =>
  text.slice(Math.min(pastComments(text, start), end), end).trimEnd();

interface Sides {
  readonly left: AstNode;
  readonly right: AstNode;
  readonly before: Stretch;
  readonly after: Stretch;
}

/** The operands of a binary node. The library says where its operator ends. */
function sidesOf(node: AstNode, text: string, at: Stretch): Sides | undefined {
  const { type, value, position, rhs: right } = node;
  const left = leftOf(node);
  if (type !== 'binary' || position === undefined || !left || !right) return undefined;
  const operator = String(value);
  const start = position - operator.length;
  if (text.slice(start, position) !== operator) return undefined;
  return { left, right, before: { start: at.start, end: start }, after: { start: position, end: at.end } };
}

/**
 * Of a node that is written with an opening bracket, where the library says it is, and ends with the closing one: the
 * first behind which there is nothing but comments, and before which there is an expression. With a filter behind it,
 * it is another thing than what is inside.
 */
function insideBrackets({ position }: AstNode, text: string, { end }: Stretch): Stretch | undefined {
  if (position === undefined || text[position - 1] !== '(') return undefined;
  let tries = 0;
  for (
    let close = text.indexOf(')', position);
    close >= 0 && close < end;
    close = text.indexOf(')', close + 1)
  ) {
    if (pastComments(text, close + 1) < end) continue;
    const inside = { start: position, end: close };
    if (isExpression(text.slice(position, close))) return inside;
    if (++tries === 3) return undefined;
  }
  return undefined;
}

function isExpression(text: string): boolean {
  try {
    parseExpression(text);
    return true;
  } catch {
    return false;
  }
}

const isLiteral = ({ type }: AstNode): boolean => LITERALS.has(type);
