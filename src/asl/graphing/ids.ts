import type { NodeId, TransitionId } from '../graph';
import { joinPointer } from '../parse/pointer';
import type { ScopePath, StatePath } from '../syntax';

export const stateNodeId = (state: StatePath): NodeId => state as string as NodeId;
export const startNodeId = (scope: ScopePath): NodeId => `start:${scope}` as NodeId;
export const endNodeId = (scope: ScopePath): NodeId => `end:${scope}` as NodeId;
export const missingNodeId = (scope: ScopePath, name: string): NodeId =>
  joinPointer(`missing:${scope}`, name) as NodeId;

/** `kind` as in `TransitionId`: `next`, `choice:0`, `default`, `catch:1`, `end`. */
export const transitionId = (from: NodeId, kind: string): TransitionId => `${from}#${kind}` as TransitionId;
