import { type AstNode, leftOf, pairsOf } from './ast';
import { parseExpression } from './library';

/** What AWS refuses in an expression when a state machine is created. */
export interface JsonataProblem {
  readonly code: 'INVALID_JSONATA_EXPRESSION' | 'UNSUPPORTED_JSONATA_EXPRESSION';
  readonly message: string;
  /** Where the library saw it: UTF-16 code units into the expression, behind the offending token. */
  readonly position: number;
}

/** What `$states` has besides `input` and `context` in the field. */
export type StatesFields = readonly ('result' | 'errorOutput')[];

/**
 * Checks an expression as AWS does before it is ever evaluated: its syntax, names that have no value to be
 * looked up in, and fields of `$states` that do not exist where it stands.
 *
 * @param text the expression without `{%` and `%}`
 * Source: error texts of ValidateStateMachineDefinition as users measured them.
 */
export function checkExpression(text: string, fields: StatesFields): readonly JsonataProblem[] {
  let ast: AstNode;
  try {
    ast = parseExpression(text);
  } catch (error) {
    const { message, position } = error as { readonly message?: string; readonly position?: number };
    return [
      {
        code: 'INVALID_JSONATA_EXPRESSION',
        message: message ?? 'The expression cannot be read',
        position: position ?? 0,
      },
    ];
  }
  const problems: JsonataProblem[] = [];
  visit(ast, true, (message, position) => {
    problems.push({ code: 'UNSUPPORTED_JSONATA_EXPRESSION', message, position });
  });
  return problems;

  /** @param top nothing is the context here: a name or `$` would be looked up in nothing */
  function visit(node: AstNode, top: boolean, report: (message: string, position: number) => void): void {
    const position = node.position ?? 0;
    if (node.type === 'name' && top) {
      report(`Reference to '${String(node.value)}' at the top level is not supported.`, position);
    } else if (node.type === 'variable' && (node.value === '$' || (node.value === '' && top))) {
      report(`Reference to '$${String(node.value)}' is not supported.`, position);
    } else if (node.type === 'path') {
      const unknown = unknownField(node, fields);
      if (unknown) report(`Field '$states.${String(unknown.value)}' does not exist.`, unknown.position ?? 0);
    }
    for (const child of sameContext(node)) visit(child, top, report);
    for (const child of innerContext(node)) visit(child, false, report);
  }
}

function unknownField({ steps = [] }: AstNode, fields: StatesFields): AstNode | undefined {
  const [first, second] = steps;
  if (first?.type !== 'variable' || first.value !== 'states' || second?.type !== 'name') return undefined;
  return ['input', 'context', ...fields].includes(String(second.value)) ? undefined : second;
}

/** Nodes evaluated in the context of their parent: operands, arguments, a path's first step, a function's body. */
function sameContext(node: AstNode): readonly AstNode[] {
  return [
    node.steps?.[0],
    ...(node.expressions ?? []),
    node.expression,
    node.procedure,
    ...(node.arguments ?? []),
    node.body,
    node.condition,
    node.then,
    node.else,
    leftOf(node),
    node.rhs,
    ...pairsOf(node).flat(),
  ].filter((child) => child !== undefined);
}

/** Nodes evaluated for each value that their parent found: later steps, filters, groups, sort terms, transforms. */
function innerContext(node: AstNode): readonly AstNode[] {
  return [
    ...(node.steps?.slice(1) ?? []),
    ...(node.stages ?? []),
    ...(node.predicate ?? []),
    node.expr,
    ...(node.group?.lhs.flat() ?? []),
    ...(node.terms?.map((term) => term.expression) ?? []),
    node.pattern,
    node.update,
    node.delete,
  ].filter((child) => child !== undefined);
}
