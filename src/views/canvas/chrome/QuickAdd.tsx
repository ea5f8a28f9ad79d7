import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { Layout } from '../../../asl';
import { interaction, useInteraction } from '../gestures/interaction';
import type { GraphIndex } from '../model/graphIndex';
import { insertionPoint } from '../model/insertion';
import type { CanvasActions } from '../useCanvasActions';
import styles from './QuickAdd.module.css';
import { StateTypeMenu } from './StateTypeMenu';

export interface QuickAddProps {
  readonly index: GraphIndex;
  readonly layout: Layout;
  readonly actions: CanvasActions;
}

/** Pixels the menu takes at most, and the room between it and the "+". */
const MENU = { width: 168, height: 262, gap: 18 };

/** The menu behind a transition's "+", beside it and inside the canvas. */
export function QuickAdd({ index, layout, actions }: QuickAddProps) {
  const transition = useInteraction((state) => state.quickAdd);
  const { flowToScreenPosition } = useReactFlow();
  const store = useStoreApi();
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!transition) return;
    const closeOutside = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) interaction.setState({ quickAdd: undefined });
    };
    window.addEventListener('pointerdown', closeOutside, true);
    return () => window.removeEventListener('pointerdown', closeOutside, true);
  }, [transition]);

  const route = transition && layout.edges[transition];
  const { domNode, width, height } = store.getState();
  if (!route || !domNode || !index.transitions.has(transition)) return null;
  const area = domNode.getBoundingClientRect();
  const at = flowToScreenPosition(insertionPoint(route));
  const x = at.x - area.left;
  const left = x + MENU.gap + MENU.width > width ? x - MENU.gap - MENU.width : x + MENU.gap;
  const top = Math.max(8, Math.min(at.y - area.top - MENU.height / 2, height - MENU.height - 8));
  return (
    <div ref={place} className={styles.place} style={{ left, top }}>
      <StateTypeMenu
        label="Insert a state"
        onChoose={(stateType) => actions.insert(stateType, { kind: 'transition', transition })}
        onClose={() => interaction.setState({ quickAdd: undefined, focusNext: transition })}
      />
    </div>
  );
}
