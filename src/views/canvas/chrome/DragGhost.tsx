import { createPortal } from 'react-dom';
import { classNames } from '../../parts';
import { type CanvasSurface, useInteraction } from '../gestures/interaction';
import type { AddTarget } from '../model/addTarget';
import { isLegible } from '../model/farOut';
import { AdditionGlyph } from './AdditionGlyph';
import styles from './DragGhost.module.css';

/** What is under the pointer while it is dragged from the palette, and what letting it go would do. */
export function DragGhost() {
  const drag = useInteraction((state) => state.paletteDrag);
  const surface = useInteraction((state) => state.surface);
  if (drag.phase !== 'dragging') return null;
  const { addition, at, over } = drag;
  return createPortal(
    <div
      className={classNames(styles.ghost, !over && styles.nowhere)}
      style={{ transform: `translate(${at.x + 10}px, ${at.y + 8}px)` }}
      aria-hidden="true"
    >
      <AdditionGlyph addition={addition} size={28} />
      <span className={styles.words}>
        <span className={styles.name}>{addition.title}</span>
        <span className={styles.effect}>{effect(over, surface)}</span>
      </span>
    </div>,
    document.body,
  );
}

function effect(over: AddTarget | undefined, surface: CanvasSurface | undefined): string {
  if (!over) return 'Drag onto the canvas';
  if (over.kind !== 'transition') return 'Add, not connected';
  if (!surface || isLegible(surface.zoom())) return 'Insert here';
  // Where no card can be read, “here” says little.
  const from = surface.index.transitions.get(over.transition)?.from;
  const node = from === undefined ? undefined : surface.index.nodes.get(from);
  return node?.kind === 'state' ? `Insert after ${node.name}` : 'Insert at the start';
}
