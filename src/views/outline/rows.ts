import type { Graph, ScopeGraph, ScopePath, StateNode, StatePath } from '../../asl';

/** A line of the outline: a state, or one of several branches. */
export type OutlineRow = {
  readonly id: StatePath | ScopePath;
  /** From 1: how deep it stands. */
  readonly level: number;
  /** From 1, among those beside it. */
  readonly position: number;
  readonly beside: number;
  /** Absent: there is nothing inside. */
  readonly open?: boolean;
} & (
  | { readonly kind: 'state'; readonly node: StateNode }
  | { readonly kind: 'branch'; readonly name: string }
);

/** The lines to show, each state before what is inside it; within a scope in the order of the text. @param closed whose inside is left out */
export function outlineRows(graph: Graph, closed: ReadonlySet<string>): readonly OutlineRow[] {
  const scopes = new Map(graph.scopes.map((scope) => [scope.path, scope]));
  const rows: OutlineRow[] = [];
  const addScope = (path: ScopePath, level: number): void => {
    const states = statesOf(scopes.get(path));
    states.forEach((node, index) => {
      const open = !closed.has(node.path);
      const place = { id: node.path, level, position: index + 1, beside: states.length };
      rows.push({ ...place, kind: 'state', node, ...(node.children.length > 0 ? { open } : {}) });
      if (open) addInside(node, level + 1);
    });
  };
  const addInside = ({ children }: StateNode, level: number): void => {
    const [only] = children;
    if (only !== undefined && children.length === 1) addScope(only, level);
    else
      children.forEach((child, index) => {
        const open = !closed.has(child);
        const place = { id: child, level, position: index + 1, beside: children.length };
        rows.push({ ...place, kind: 'branch', name: `Branch ${index + 1}`, open });
        if (open) addScope(child, level + 1);
      });
  };
  addScope('' as ScopePath, 1);
  return rows;
}

const statesOf = (scope: ScopeGraph | undefined): readonly StateNode[] =>
  (scope?.nodes ?? []).filter((node) => node.kind === 'state');

/** The ids around a row, outermost first: what has to be open for it to show. */
export function idsAround(graph: Graph, state: StatePath): readonly string[] {
  const parents = new Map(graph.scopes.map(({ path, parent }) => [path as string, parent]));
  const scopeOf = new Map(
    graph.scopes.flatMap((scope) => statesOf(scope).map(({ path }) => [path, scope.path] as const)),
  );
  const around: string[] = [];
  for (let scope = scopeOf.get(state); scope !== undefined; ) {
    const parent = parents.get(scope);
    if (parent === undefined) break;
    around.unshift(parent, scope);
    scope = scopeOf.get(parent);
  }
  return around;
}
