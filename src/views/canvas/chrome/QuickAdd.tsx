import { lazy, Suspense, useEffect } from 'react';
import type { CanvasActions } from '../canvasActions';
import { interaction, useInteraction } from '../gestures/interaction';
import type { GraphIndex } from '../model/graphIndex';
import { usePressOutside } from './usePressOutside';

const loadPopover = () => import('../adding');
const Popover = lazy(() => loadPopover().then(({ QuickAddPopover }) => ({ default: QuickAddPopover })));

export interface QuickAddProps {
  readonly index: GraphIndex;
  readonly actions: CanvasActions;
}

/** Asks what to add, wherever on the canvas it was asked for. Its code comes after the first picture, before the first key. */
export function QuickAdd({ index, actions }: QuickAddProps) {
  const request = useInteraction((state) => state.quickAdd);
  const place = usePressOutside<HTMLDivElement>(request !== undefined, close);
  useEffect(() => void loadPopover(), []);
  if (!request) return null;
  return (
    <Suspense fallback={null}>
      <Popover ref={place} request={request} index={index} actions={actions} />
    </Suspense>
  );
}

function close(): void {
  interaction.setState({ quickAdd: undefined, transition: undefined });
}
