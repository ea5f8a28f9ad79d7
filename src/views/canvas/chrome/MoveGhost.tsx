import { Ban } from 'lucide-react';
import { createPortal } from 'react-dom';
import { classNames } from '../../parts';
import { useInteraction } from '../gestures/interaction';
import { moveRefusal } from '../gestures/stateDrag';
import { type GraphIndex, stateAt } from '../model/graphIndex';
import styles from './DragGhost.module.css';

/** The state that is on its way to another transition, and what letting it go would do. */
export function MoveGhost({ index }: { readonly index: GraphIndex }) {
  const move = useInteraction((state) => state.move);
  const state = move.phase === 'dragging' ? stateAt(index, move.state) : undefined;
  if (move.phase !== 'dragging' || !state) return null;
  const refusal = moveRefusal();
  const { at, over, copy } = move;
  const does =
    over === undefined ? (copy ? 'Drag onto a transition' : 'Put it here') : copy ? 'Copy here' : 'Move here';
  return createPortal(
    <div
      className={classNames(
        styles.ghost,
        ((over === undefined && copy) || refusal !== undefined) && styles.nowhere,
      )}
      style={{ transform: `translate(${at.x + 10}px, ${at.y + 8}px)` }}
      aria-hidden="true"
    >
      {refusal !== undefined && <Ban size={18} className={styles.refused} />}
      <span className={styles.words}>
        <span className={styles.name}>{state.name}</span>
        <span className={styles.effect}>{refusal ?? does}</span>
      </span>
    </div>,
    document.body,
  );
}
