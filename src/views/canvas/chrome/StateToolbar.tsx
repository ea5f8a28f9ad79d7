import { NodeToolbar, Position } from '@xyflow/react';
import {
  Copy,
  CopyPlus,
  Ellipsis,
  Group,
  Layers,
  type LucideIcon,
  Pencil,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import type { MouseEvent } from 'react';
import type { StatePath } from '../../../asl';
import { selectAlsoSelected, useWorkspace } from '../../../workspace';
import type { CanvasActions } from '../canvasActions';
import { type Interaction, useInteraction } from '../gestures/interaction';
import { type GraphIndex, stateAt } from '../model/graphIndex';
import styles from './StateToolbar.module.css';

export interface StateToolbarProps {
  readonly index: GraphIndex;
  readonly selected: StatePath | undefined;
  readonly actions: CanvasActions;
}

/** What can be done with the selected states, at the corner of the one in hand. */
export function StateToolbar({ index, selected, actions }: StateToolbarProps) {
  const busy = useInteraction(isBusy);
  const also = useWorkspace(selectAlsoSelected);
  const state = stateAt(index, selected);
  if (!state) return null;
  const count = also.length + 1;
  const what = count === 1 ? state.name : `${count} states`;
  return (
    <NodeToolbar nodeId={state.id} isVisible={!busy} position={Position.Top} align="start" offset={8}>
      <div className={styles.bar} role="toolbar" aria-label={`Actions on ${what}`}>
        {count === 1 ? (
          <>
            <Tool name="Edit" title="Edit (Enter)" icon={SlidersHorizontal} run={() => actions.open(state)} />
            <Tool name="Rename" title="Rename (F2)" icon={Pencil} run={() => actions.rename(state)} />
          </>
        ) : (
          <>
            <span className={styles.count}>{count} states</span>
            <Tool
              name="Wrap in a Parallel"
              title="Wrap in a Parallel"
              icon={Group}
              run={() => actions.wrap(state, 'Parallel')}
            />
            <Tool
              name="Wrap in a Map"
              title="Wrap in a Map"
              icon={Layers}
              run={() => actions.wrap(state, 'Map')}
            />
          </>
        )}
        <Tool
          name="Duplicate"
          title="Duplicate (Ctrl+D)"
          icon={CopyPlus}
          run={() => actions.duplicate(state)}
        />
        <Tool name="Copy" title="Copy as text (Ctrl+C)" icon={Copy} run={() => actions.copy(state)} />
        <Tool name="Delete" title="Delete (Del)" icon={Trash2} run={() => actions.remove(state)} />
        {count === 1 && (
          <Tool
            name="More actions"
            title="More (Shift+F10)"
            icon={Ellipsis}
            run={(event) => {
              const { left, bottom } = event.currentTarget.getBoundingClientRect();
              actions.openMenu(state, { x: left, y: bottom + 4 });
            }}
          />
        )}
      </div>
    </NodeToolbar>
  );
}

interface ToolProps {
  readonly name: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly run: (event: MouseEvent<HTMLButtonElement>) => void;
}

function Tool({ name, title, icon: Icon, run }: ToolProps) {
  return (
    <button type="button" className={styles.tool} title={title} aria-label={name} onClick={run}>
      <Icon size={14} aria-hidden="true" />
    </button>
  );
}

const isBusy = ({ renaming, rewire, move, box }: Interaction): boolean =>
  renaming !== undefined || rewire.phase === 'dragging' || move.phase === 'dragging' || box !== undefined;
