import { createPortal } from 'react-dom';
import { classNames, StateGlyph } from '../../parts';
import { useInteraction } from '../gestures/interaction';
import type { DropTarget } from '../gestures/paletteDrag';
import styles from './DragGhost.module.css';

/** The state under the pointer while it is dragged from the palette, and what letting it go would do. */
export function DragGhost() {
  const drag = useInteraction((state) => state.paletteDrag);
  if (drag.phase !== 'dragging') return null;
  const { stateType, at, over } = drag;
  return createPortal(
    <div
      className={classNames(styles.ghost, !over && styles.nowhere)}
      style={{ transform: `translate(${at.x + 10}px, ${at.y + 8}px)` }}
      aria-hidden="true"
    >
      <StateGlyph type={stateType} size={28} />
      <span className={styles.words}>
        <span className={styles.name}>{stateType}</span>
        <span className={styles.effect}>{effect(over)}</span>
      </span>
    </div>,
    document.body,
  );
}

function effect(over: DropTarget | undefined): string {
  if (!over) return 'Drag onto the canvas';
  return over.kind === 'transition' ? 'Insert here' : 'Add, not connected';
}
