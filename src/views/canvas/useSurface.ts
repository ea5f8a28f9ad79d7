import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import type { Layout } from '../../asl';
import { interaction } from './gestures/interaction';
import type { GraphIndex } from './model/graphIndex';

/** Lets gestures that begin elsewhere find the canvas, for as long as it stands. */
export function useSurface(index: GraphIndex, layout: Layout): void {
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    interaction.setState({
      surface: {
        index,
        layout,
        zoom: getZoom,
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
  }, [index, layout, screenToFlowPosition, getZoom, store]);
  useEffect(() => () => interaction.setState(interaction.getInitialState()), []);
}
