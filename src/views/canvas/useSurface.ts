import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import type { Layout, NodeId, TransitionId } from '../../asl';
import { CANVAS, interaction } from './gestures/interaction';
import type { GraphIndex } from './model/graphIndex';

const NO_AREA = { x: 0, y: 0, width: 0, height: 0 };

/** Lets gestures that begin elsewhere find the canvas, for as long as it stands. */
export function useSurface(index: GraphIndex, layout: Layout): void {
  const { screenToFlowPosition, flowToScreenPosition, getZoom } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    interaction.setState({
      surface: {
        index,
        layout,
        zoom: getZoom,
        toClient: flowToScreenPosition,
        area: () => store.getState().domNode?.getBoundingClientRect() ?? NO_AREA,
        toCanvas(client) {
          const area = store.getState().domNode?.getBoundingClientRect();
          const inside =
            area &&
            client.x >= area.left &&
            client.x <= area.right &&
            client.y >= area.top &&
            client.y <= area.bottom;
          return inside ? screenToFlowPosition(client) : undefined;
        },
      },
    });
  }, [index, layout, screenToFlowPosition, flowToScreenPosition, getZoom, store]);
  useEffect(() => {
    const { focusNext } = interaction.getState();
    // What was to take the focus is not part of the graph that came: it will not be drawn later either.
    if (focusNext !== undefined && focusNext !== CANVAS && !isDrawn(index, focusNext)) {
      interaction.setState({ focusNext: undefined });
    }
  }, [index]);
  useEffect(() => () => interaction.setState(interaction.getInitialState()), []);
}

function isDrawn(index: GraphIndex, id: string): boolean {
  return index.nodes.has(id as NodeId) || index.transitions.has(id as TransitionId);
}
