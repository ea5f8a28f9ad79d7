import { useMemo, useRef } from 'react';
import type { Layout, NodeId, ScopePath, StatePath } from '../../asl';
import { selectAlsoSelected, useWorkspace } from '../../workspace';
import { type Interaction, useInteraction } from './gestures/interaction';
import { standIn } from './model/closed';
import { entry } from './model/entry';
import { type FlowNode, flowNodes } from './model/flowNodes';
import type { GraphIndex } from './model/graphIndex';

/** React Flow's nodes of the graph; the same objects as before wherever nothing changed. */
export function useFlowNodes(index: GraphIndex, layout: Layout, selected: StatePath | undefined): FlowNode[] {
  const renaming = useInteraction(selectRenaming);
  const also = useWorkspace(selectAlsoSelected);
  const before = useRef<readonly FlowNode[]>([]);
  return useMemo(() => {
    const inHand = standIn(index, layout, selected)?.id;
    const tabStop: NodeId | undefined = inHand ?? entry(index, '' as ScopePath)?.id;
    const chosen = new Set([selected, ...also].flatMap((path) => standIn(index, layout, path)?.id ?? []));
    const nodes = flowNodes(index, layout, { selected: chosen, tabStop, renaming }, before.current);
    before.current = nodes;
    return [...nodes];
  }, [index, layout, selected, also, renaming]);
}

function selectRenaming({ renaming }: Interaction): NodeId | undefined {
  return renaming;
}
