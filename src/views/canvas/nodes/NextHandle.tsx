import type { StateNode } from '../../../asl';
import { useWorkspace, useWorkspaceActions } from '../../../workspace';
import { atHand } from '../gestures/atHand';
import { useInteraction } from '../gestures/interaction';
import { handleTransition } from '../model/connection';
import styles from './NextHandle.module.css';

/** The dot at a state's edge that a line to the next state is dragged from. The same is done by key from the transition. */
export function NextHandle({ node }: { readonly node: StateNode }) {
  const transition = useInteraction(({ surface }) => surface && handleTransition(surface.index, node.id));
  const direction = useWorkspace((state) => state.settings.direction);
  const workspace = useWorkspaceActions();
  if (transition === undefined) return null;
  return (
    <span
      className={styles.handle}
      data-direction={direction}
      data-handle="next"
      title="Drag to the next state"
      onPointerDown={(event) => atHand()?.beginRewire(workspace, event, transition, node.id)}
    />
  );
}
