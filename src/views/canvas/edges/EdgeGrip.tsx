import { pathLength, pointAlong } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { atHand } from '../gestures/atHand';
import type { DrawnTransition } from '../model/drawnTransitions';
import styles from './EdgeGrip.module.css';

/** Pixels before the arrow's tip where the grip sits, so that it does not lie over the state. */
const BEFORE_TIP = 11;

/** The end of a transition, to be dragged to another state. */
export function EdgeGrip({ drawn }: { readonly drawn: DrawnTransition }) {
  const { id, from, route } = drawn;
  const workspace = useWorkspaceActions();
  const at = pointAlong(route.points, pathLength(route.points) - BEFORE_TIP);
  return (
    <span
      className={styles.grip}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      data-grip={id}
      title="Drag to another state"
      onPointerDown={(event) => atHand()?.beginRewire(workspace, event, id, from)}
    />
  );
}
