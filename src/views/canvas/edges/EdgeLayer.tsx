import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { Layout } from '../../../asl';
import type { GraphIndex } from '../model/graphIndex';
import { TransitionView } from './TransitionView';
import { useVisibleTransitions } from './useVisibleTransitions';

export interface EdgeLayerProps {
  readonly index: GraphIndex;
  readonly layout: Layout;
}

/**
 * All transitions, above containers and below states. They are drawn along the layout's way points, which
 * React Flow's own edges (from handle to handle) have no place for; and they cost nothing while panning.
 */
export const EdgeLayer = memo(function EdgeLayer({ index, layout }: EdgeLayerProps) {
  const visible = useVisibleTransitions(index, layout);
  return (
    <ViewportPortal>
      {visible.map((drawn) => (
        <TransitionView key={drawn.id} drawn={drawn} />
      ))}
    </ViewportPortal>
  );
});
