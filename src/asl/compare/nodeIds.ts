import type { NodeId, ScopeGraph, TransitionId } from '../graph';
import { endNodeId, startNodeId, stateNodeId } from '../graphing/ids';
import type { ScopePath, StatePath } from '../syntax';
import type { Sides } from './compare.types';
import type { MatchedScope } from './matchScopes';

const BEFORE = 'before:';

/** Ids in the merged graph of what is gone: the old ones, marked, since what is there may have the same. */
export const goneNode = (id: NodeId): NodeId => `${BEFORE}${id}` as NodeId;
export const goneTransition = (id: TransitionId): TransitionId => `${BEFORE}${id}` as TransitionId;

export const mergedState = ({ before, after }: Sides<{ readonly path: StatePath }>): StatePath =>
  after ? after.path : (`${BEFORE}${before.path}` as StatePath);

export const mergedScope = ({ before, after }: Sides<{ readonly path: ScopePath }>): ScopePath =>
  after ? after.path : (`${BEFORE}${before.path}` as ScopePath);

/** Where the nodes of both versions of a scope are in the merged graph. */
export interface MergedIds {
  readonly before: ReadonlyMap<NodeId, NodeId>;
  readonly after: ReadonlyMap<NodeId, NodeId>;
}

/**
 * A name that only one version has a state for is the same node in both: a transition to a state that is gone leads
 * to what is left of it in the drawing.
 */
export function mergedIds(
  { sides, states }: MatchedScope,
  before: ScopeGraph | undefined,
  after: ScopeGraph | undefined,
): MergedIds {
  const path = mergedScope(sides);
  const ids = { before: new Map<NodeId, NodeId>(), after: new Map<NodeId, NodeId>() };
  const gone = new Map<string, NodeId>();
  const come = new Map<string, NodeId>();
  for (const state of states) {
    const id = stateNodeId(mergedState(state.sides));
    const { before: old, after: now } = state.sides;
    if (old) ids.before.set(stateNodeId(old.path), id);
    if (now) ids.after.set(stateNodeId(now.path), id);
    if (old && !now) gone.set(old.name, id);
    if (now && !old) come.set(now.name, id);
  }
  const missing = new Map<string, NodeId>();
  for (const node of after?.nodes ?? []) {
    if (node.kind !== 'missing') continue;
    const id = gone.get(node.name) ?? node.id;
    missing.set(node.name, id);
    ids.after.set(node.id, id);
  }
  for (const node of before?.nodes ?? []) {
    if (node.kind !== 'missing') continue;
    ids.before.set(node.id, missing.get(node.name) ?? come.get(node.name) ?? goneNode(node.id));
  }
  for (const [known, scope] of [
    [ids.before, before],
    [ids.after, after],
  ] as const) {
    if (!scope) continue;
    known.set(scope.start, startNodeId(path));
    known.set(scope.end, endNodeId(path));
  }
  return ids;
}
