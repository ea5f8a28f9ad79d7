import { createPortal } from 'react-dom';
import { classNames } from '../../parts';
import { useInteraction } from '../gestures/interaction';
import type { AddTarget } from '../model/addTarget';
import { AdditionGlyph } from './AdditionGlyph';
import styles from './DragGhost.module.css';

/** What is under the pointer while it is dragged from the palette, and what letting it go would do. */
export function DragGhost() {
  const drag = useInteraction((state) => state.paletteDrag);
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
        <span className={styles.effect}>{effect(over)}</span>
      </span>
    </div>,
    document.body,
  );
}

function effect(over: AddTarget | undefined): string {
  if (!over) return 'Drag onto the canvas';
  return over.kind === 'transition' ? 'Insert here' : 'Add, not connected';
}
