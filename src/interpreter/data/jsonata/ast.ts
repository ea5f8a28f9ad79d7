/** The syntax tree that the jsonata library gives after its own second pass; only what we read of it. */
export interface AstNode {
  readonly type: string;
  readonly value?: unknown;
  readonly position?: number;
  readonly steps?: readonly AstNode[];
  readonly stages?: readonly AstNode[];
  readonly predicate?: readonly AstNode[];
  readonly group?: AstGroup;
  readonly expressions?: readonly AstNode[];
  readonly expression?: AstNode;
  readonly expr?: AstNode;
  readonly arguments?: readonly AstNode[];
  readonly procedure?: AstNode;
  readonly body?: AstNode;
  readonly condition?: AstNode;
  readonly then?: AstNode;
  readonly else?: AstNode;
  readonly terms?: readonly { readonly expression: AstNode; readonly descending: boolean }[];
  readonly pattern?: AstNode;
  readonly update?: AstNode;
  readonly delete?: AstNode;
  /** A node; for an object constructor the pairs of key and value. */
  readonly lhs?: AstNode | readonly (readonly [key: AstNode, value: AstNode])[];
  readonly rhs?: AstNode;
  readonly keepArray?: boolean;
  readonly keepSingletonArray?: boolean;
  readonly consarray?: boolean;
  readonly tuple?: boolean;
  readonly focus?: string;
  readonly index?: string;
  readonly ancestor?: unknown;
}

export interface AstGroup {
  readonly lhs: readonly (readonly [key: AstNode, value: AstNode])[];
}

const isPairs = (lhs: NonNullable<AstNode['lhs']>): lhs is AstGroup['lhs'] => Array.isArray(lhs);

/** The pairs of an object constructor. */
export const pairsOf = (node: AstNode): AstGroup['lhs'] =>
  node.lhs !== undefined && isPairs(node.lhs) ? node.lhs : [];

/** The left operand of a binary node. */
export const leftOf = (node: AstNode): AstNode | undefined =>
  node.lhs !== undefined && !isPairs(node.lhs) ? node.lhs : undefined;

/** All nodes right under a node. */
export function childrenOf(node: AstNode): readonly AstNode[] {
  const children: (AstNode | undefined)[] = [
    ...(node.steps ?? []),
    ...(node.stages ?? []),
    ...(node.predicate ?? []),
    ...(node.group?.lhs.flat() ?? []),
    ...(node.expressions ?? []),
    node.expression,
    node.expr,
    ...(node.arguments ?? []),
    node.procedure,
    node.body,
    node.condition,
    node.then,
    node.else,
    ...(node.terms?.map((term) => term.expression) ?? []),
    node.pattern,
    node.update,
    node.delete,
    ...pairsOf(node).flat(),
    leftOf(node),
    node.rhs,
  ];
  return children.filter((child) => child !== undefined);
}

/** A node and all nodes below it. */
export function* nodesOf(node: AstNode): Generator<AstNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

/** Levels of nodes, 1 for a leaf. */
export const depthOf = (node: AstNode): number => 1 + Math.max(0, ...childrenOf(node).map(depthOf));
