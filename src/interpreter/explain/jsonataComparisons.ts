import type { StatesVariable } from '../data/compiled.types';
import type { EvaluationScope } from '../data/evaluationScope';
import { Failure } from '../data/failure';
import { type AstNode, leftOf } from '../data/jsonata/ast';
import { compileExpression } from '../data/jsonata/expression';
import { parseExpression } from '../data/jsonata/library';
import type { ComparisonExplanation, OperandValue } from './explain.types';

const COMPARING: ReadonlySet<unknown> = new Set(['=', '!=', '<', '<=', '>', '>=', 'in']);
const JOINING: ReadonlySet<unknown> = new Set(['and', 'or']);
/** Functions whose argument says why they hold. */
const ASKING: ReadonlySet<unknown> = new Set(['not', 'exists', 'boolean']);
/** What is written out needs no value beside it. */
const LITERALS: ReadonlySet<string> = new Set(['number', 'string', 'value', 'regex']);

/** A part of an expression that holds or does not, and what it is about; each as written. */
interface Part {
  readonly text: string;
  readonly operands: readonly string[];
}

/**
 * The comparisons that a JSONata condition is made of, each with what its operands come to on the data. None for a
 * condition that is one expression and no comparison: its own result says all there is to say.
 *
 * @param text the expression without `{%` and `%}`
 */
export async function jsonataComparisons(
  text: string,
  states: StatesVariable,
  scope: EvaluationScope,
): Promise<readonly ComparisonExplanation[]> {
  let parts: readonly Part[];
  try {
    parts = partsOf(parseExpression(text), text, { start: 0, end: text.length });
  } catch {
    return [];
  }
  if (parts.every(({ operands }) => operands.length === 0)) return [];
  const evaluated = async (expression: string) =>
    compileExpression(expression, 'Condition').evaluate(states, scope);
  const operandOf = async (operand: string): Promise<OperandValue> => {
    const value = await evaluated(operand);
    return value instanceof Failure ? { text: operand } : { text: operand, value };
  };
  const explained: ComparisonExplanation[] = [];
  // One after the other: expressions share what bounds them.
  for (const { text: words, operands } of parts) {
    const answer = await evaluated(words);
    const values: OperandValue[] = [];
    for (const operand of operands) values.push(await operandOf(operand));
    explained.push({ words, answer: truthOf(answer), operands: values });
  }
  return explained;
}

function truthOf(answer: unknown): ComparisonExplanation['answer'] {
  if (typeof answer === 'boolean') return answer;
  const problem = answer instanceof Failure ? answer.cause : undefined;
  return { problem: problem ?? 'It gives something else than true or false.' };
}

/** A stretch of the expression's text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** @param at where the node is written */
function partsOf(node: AstNode, text: string, at: Stretch): readonly Part[] {
  const written = ({ start, end }: Stretch) => text.slice(start, end).trim();
  const sides = sidesOf(node, text, at);
  if (sides && JOINING.has(node.value)) {
    const parts = [...partsOf(sides.left, text, sides.before), ...partsOf(sides.right, text, sides.after)];
    return parts.filter((part, index) => parts.findIndex((other) => other.text === part.text) === index);
  }
  if (sides && COMPARING.has(node.value)) {
    const operands = [
      ...(isLiteral(sides.left) ? [] : [written(sides.before)]),
      ...(isLiteral(sides.right) ? [] : [written(sides.after)]),
    ];
    return [{ text: written(at), operands: [...new Set(operands)] }];
  }
  const inside = insideBrackets(node, text, at);
  const [only, ...others] = node.expressions ?? [];
  if (node.type === 'block' && inside && only && others.length === 0 && only.type !== 'bind')
    return partsOf(only, text, inside);
  const isAsked = node.type === 'function' && ASKING.has(node.procedure?.value);
  const asked = isAsked && inside && node.arguments?.length === 1 ? [written(inside)] : [];
  return [{ text: written(at), operands: asked }];
}

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

/** Of a node that is written with an opening bracket, where the library says it is, and ends with the closing one. */
function insideBrackets({ position }: AstNode, text: string, { end }: Stretch): Stretch | undefined {
  const close = text.lastIndexOf(')', end - 1);
  if (position === undefined || text[position - 1] !== '(' || close < position) return undefined;
  return { start: position, end: close };
}

const isLiteral = ({ type }: AstNode): boolean => LITERALS.has(type);
