import { useStoreApi } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Layout, NodeId, TransitionId } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { type CanvasView, describeState } from '../../parts';
import { announce, CANVAS, interaction, useInteraction, wentElsewhere } from '../gestures/interaction';
import { type GraphIndex, stateAt } from '../model/graphIndex';

/**
 * The canvas itself has the focus of what is not drawn as an element: arrow keys go on from the selected
 * state, which is said because no focus says it. Whatever needs its element (a name to be edited, a transition in hand) is gone to.
 */
export function useFocusAfar(index: GraphIndex, layout: Layout, view: CanvasView): void {
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    const root = flow.getState().domNode;
    const lost = activeElement === body || activeElement?.closest('.react-flow__node');
    if (lost) root?.focus({ preventScroll: true });
  }, [flow]);

  const { progress } = useWorkspaceActions();
  /** What came of an edit is not said twice. */
  const said = useRef(interaction.getState().announcement);
  const wanted = useInteraction((state) => state.focusNext);
  useEffect(() => {
    if (wanted === undefined || wanted === CANVAS) return;
    const route = layout.edges[wanted as TransitionId];
    const [start] = route?.points ?? [];
    if (start) {
      view.read({ ...start, width: 0, height: 0 });
      return;
    }
    const state = stateAt(index, wanted);
    if (state) {
      const { announcement } = interaction.getState();
      const words = describeState(state, { progress: progress.state(state.path) });
      announce(announcement === said.current ? words : `${announcement} ${words}`);
      said.current = interaction.getState().announcement;
    }
    interaction.setState({ focusNext: wentElsewhere() ? undefined : CANVAS });
  }, [wanted, index, layout, view, progress]);

  const renaming = useInteraction((state) => state.renaming);
  useEffect(() => {
    const box = renaming && layout.nodes[renaming as NodeId];
    if (box) view.read(box);
  }, [renaming, layout, view]);
}
