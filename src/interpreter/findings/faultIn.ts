import type { SyntaxNode, TextRange } from '../../asl';
import type { CreationDiagnostic } from '../creation/report';
import { SyntaxProblem } from '../data/compiled.types';
import { compileIntrinsic } from '../data/intrinsics/compileIntrinsic';
import { checkExpression } from '../data/jsonata/checks';
import { expressionText } from '../data/jsonata/expressionText';
import { compilePath } from '../data/path';

/**
 * Where in a text's value a path or an expression goes wrong: from there to its end. Undefined when it is not about
 * that, or when the value is escaped and its places are not the text's.
 */
export function faultIn(
  text: string,
  node: SyntaxNode,
  { code, message }: CreationDiagnostic,
): TextRange | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') return undefined;
  const { value } = node;
  const start = node.start + text.slice(node.start, node.end).indexOf(value);
  if (start < node.start) return undefined;
  const at = code.endsWith('JSONATA_EXPRESSION') ? inExpression(value, message) : inPath(value);
  if (at === undefined) return undefined;
  const end = start + value.length;
  return { start: Math.min(start + Math.max(at, 0), end - 1), end };
}

function inPath(value: string): number | undefined {
  const dynamic = /^\s*States\./.test(value) ? compileIntrinsic(value) : undefined;
  const problem = dynamic ?? (value.startsWith('$') ? compilePath(value) : undefined);
  return problem instanceof SyntaxProblem ? problem.position : undefined;
}

/** The library tells the place behind the token it stumbled over. */
function inExpression(value: string, message: string): number | undefined {
  const expression = expressionText(value);
  if (expression === undefined) return undefined;
  const problem = checkExpression(expression, []).find((each) => each.message === message);
  if (problem === undefined) return undefined;
  const before = expression.slice(0, problem.position);
  const token = /(?:\$*[\p{ID_Continue}]+|\S)\s*$/u.exec(before)?.index ?? 0;
  return value.indexOf(expression) + token;
}
