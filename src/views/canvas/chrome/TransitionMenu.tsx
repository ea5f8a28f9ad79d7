import { useReactFlow, useStoreApi } from '@xyflow/react';
import { CircleDot } from 'lucide-react';
import type { Layout, NodeId, TransitionId } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { StateGlyph } from '../../parts';
import { interaction, useInteraction } from '../gestures/interaction';
import { connect } from '../gestures/rewireDrag';
import { legalTargets } from '../gestures/verdict';
import type { GraphIndex } from '../model/graphIndex';
import { plusPoint } from '../model/insertion';
import { Menu, type MenuItem } from './Menu';
import { menuPlace } from './menuPlace';
import styles from './TransitionMenu.module.css';
import { usePressOutside } from './usePressOutside';

export interface TransitionMenuProps {
  readonly index: GraphIndex;
  readonly layout: Layout;
}

/** The menu on a transition, beside its "+" and inside the canvas: where to lead it. */
export function TransitionMenu({ index, layout }: TransitionMenuProps) {
  const menu = useInteraction((state) => state.menu);
  const workspace = useWorkspaceActions();
  const place = usePressOutside<HTMLDivElement>(menu !== undefined, closeMenu);
  const { flowToScreenPosition } = useReactFlow();
  const store = useStoreApi();

  const transition = menu && index.transitions.get(menu.transition);
  const route = transition && layout.edges[transition.id];
  const { domNode, width, height } = store.getState();
  if (!menu || !route || !domNode) return null;

  const items = targetItems(index, transition.id);
  const area = domNode.getBoundingClientRect();
  const at = flowToScreenPosition(plusPoint(route));
  const close = (focusNext?: TransitionId) => interaction.setState({ menu: undefined, focusNext });
  const choose = (id: string) => {
    close(transition.id);
    connect(workspace, transition.id, id as NodeId);
  };
  return (
    <div
      ref={place}
      className={styles.place}
      style={menuPlace({ x: at.x - area.left, y: at.y - area.top }, items.length, { width, height })}
    >
      <Menu label="Lead to" items={items} onChoose={choose} onClose={() => close(transition.id)} />
    </div>
  );
}

function closeMenu(): void {
  interaction.setState({ menu: undefined });
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
