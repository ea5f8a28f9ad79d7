import { createPortal } from 'react-dom';
import { useInteraction } from '../gestures/interaction';
import styles from './SelectionBox.module.css';

/** The box that is being drawn to select states. */
export function SelectionBox() {
  const box = useInteraction((state) => state.box);
  if (!box) return null;
  const { from, to } = box;
  return createPortal(
    <div
      className={styles.box}
      style={{
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x),
        height: Math.abs(from.y - to.y),
      }}
    />,
    document.body,
  );
}
