import { useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect } from 'react';
import type { Layout, NodeId, TransitionId } from '../../../asl';
import type { CanvasView } from '../../parts';
import { CANVAS, interaction, useInteraction } from '../gestures/interaction';

/**
 * The canvas itself has the focus of what is not drawn as an element: arrow keys go on from the selected
 * state. Whatever needs its element (a name to be edited, a transition in hand) is gone to.
 */
export function useFocusAfar(layout: Layout, view: CanvasView): void {
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    const root = flow.getState().domNode;
    const lost = activeElement === body || activeElement?.closest('.react-flow__node');
    if (lost) root?.focus({ preventScroll: true });
  }, [flow]);

  const wanted = useInteraction((state) => state.focusNext);
  useEffect(() => {
    if (wanted === undefined || wanted === CANVAS) return;
    const route = layout.edges[wanted as TransitionId];
    const [start] = route?.points ?? [];
    if (start) view.read({ ...start, width: 0, height: 0 });
    else interaction.setState({ focusNext: CANVAS });
  }, [wanted, layout, view]);

  const renaming = useInteraction((state) => state.renaming);
  useEffect(() => {
    const box = renaming && layout.nodes[renaming as NodeId];
    if (box) view.read(box);
  }, [renaming, layout, view]);
}
