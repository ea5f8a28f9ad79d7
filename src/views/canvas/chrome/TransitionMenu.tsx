import { useReactFlow, useStoreApi } from '@xyflow/react';
import { CircleDot } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Layout, NodeId, StateType, TransitionId } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { STATE_TYPES, StateGlyph } from '../../parts';
import { interaction, useInteraction } from '../gestures/interaction';
import { connect } from '../gestures/useRewireDrag';
import { legalTargets } from '../gestures/verdict';
import type { GraphIndex } from '../model/graphIndex';
import { insertionPoint } from '../model/insertion';
import type { CanvasActions } from '../useCanvasActions';
import { Menu, type MenuItem } from './Menu';
import { menuPlace } from './menuPlace';
import styles from './TransitionMenu.module.css';

export interface TransitionMenuProps {
  readonly index: GraphIndex;
  readonly layout: Layout;
  readonly actions: CanvasActions;
}

const TYPE_ITEMS: readonly MenuItem[] = STATE_TYPES.map(({ type, purpose }) => ({
  id: type,
  name: type,
  glyph: <StateGlyph type={type} size={22} />,
  hint: purpose,
}));

/** The menu on a transition, beside its "+" and inside the canvas: what to insert, or where to lead it. */
export function TransitionMenu({ index, layout, actions }: TransitionMenuProps) {
  const menu = useInteraction((state) => state.menu);
  const workspace = useWorkspaceActions();
  const place = useCloseOutside(menu !== undefined);
  const { flowToScreenPosition } = useReactFlow();
  const store = useStoreApi();

  const transition = menu && index.transitions.get(menu.transition);
  const route = transition && layout.edges[transition.id];
  const { domNode, width, height } = store.getState();
  if (!menu || !route || !domNode) return null;

  const items = menu.kind === 'insert' ? TYPE_ITEMS : targetItems(index, transition.id);
  const area = domNode.getBoundingClientRect();
  const at = flowToScreenPosition(insertionPoint(route));
  const close = (focusNext?: TransitionId) => interaction.setState({ menu: undefined, focusNext });
  const choose = (id: string) => {
    if (menu.kind === 'insert') {
      actions.insert(id as StateType, { kind: 'transition', transition: transition.id });
    } else {
      close(transition.id);
      connect(workspace, transition.id, id as NodeId);
    }
  };
  return (
    <div
      ref={place}
      className={styles.place}
      style={menuPlace({ x: at.x - area.left, y: at.y - area.top }, items.length, { width, height })}
    >
      <Menu
        key={menu.kind}
        label={menu.kind === 'insert' ? 'Insert a state' : 'Lead to'}
        items={items}
        onChoose={choose}
        onClose={() => close(transition.id)}
      />
    </div>
  );
}

function targetItems(index: GraphIndex, transition: TransitionId): readonly MenuItem[] {
  return legalTargets(index, transition).map((node) =>
    node.kind === 'state'
      ? { id: node.id, name: node.name, glyph: <StateGlyph type={node.type} size={22} /> }
      : {
          id: node.id,
          name: 'End',
          glyph: <CircleDot className={styles.end} size={18} aria-hidden="true" />,
        },
  );
}

/** Closes the menu on a press anywhere else. */
function useCloseOutside(open: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) interaction.setState({ menu: undefined });
    };
    window.addEventListener('pointerdown', closeOutside, true);
    return () => window.removeEventListener('pointerdown', closeOutside, true);
  }, [open]);
  return place;
}
