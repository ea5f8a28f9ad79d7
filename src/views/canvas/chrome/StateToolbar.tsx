import { NodeToolbar, Position } from '@xyflow/react';
import { Copy, CopyPlus, Pencil, SlidersHorizontal, Trash2 } from 'lucide-react';
import type { StatePath } from '../../../asl';
import { useInteraction } from '../gestures/interaction';
import { type GraphIndex, stateAt } from '../model/graphIndex';
import type { CanvasActions } from '../useCanvasActions';
import styles from './StateToolbar.module.css';

export interface StateToolbarProps {
  readonly index: GraphIndex;
  readonly selected: StatePath | undefined;
  readonly actions: CanvasActions;
}

/** What can be done with the selected state, at its corner. */
export function StateToolbar({ index, selected, actions }: StateToolbarProps) {
  const busy = useInteraction(
    ({ renaming, rewire }) => renaming !== undefined || rewire.phase === 'dragging',
  );
  const state = stateAt(index, selected);
  if (!state) return null;
  return (
    <NodeToolbar nodeId={state.id} isVisible={!busy} position={Position.Top} align="start" offset={8}>
      <div className={styles.bar} role="toolbar" aria-label={`Actions on ${state.name}`}>
        <button type="button" title="Edit (Enter)" aria-label="Edit" onClick={() => actions.open(state)}>
          <SlidersHorizontal size={14} aria-hidden="true" />
        </button>
        <button type="button" title="Rename (F2)" aria-label="Rename" onClick={() => actions.rename(state)}>
          <Pencil size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          title="Duplicate (Ctrl+D)"
          aria-label="Duplicate"
          onClick={() => actions.duplicate(state)}
        >
          <CopyPlus size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          title="Copy as text (Ctrl+C)"
          aria-label="Copy"
          onClick={() => actions.copy(state)}
        >
          <Copy size={14} aria-hidden="true" />
        </button>
        <button type="button" title="Delete (Del)" aria-label="Delete" onClick={() => actions.remove(state)}>
          <Trash2 size={14} aria-hidden="true" />
        </button>
      </div>
    </NodeToolbar>
  );
}
