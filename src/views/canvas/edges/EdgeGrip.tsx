import type { Point, Transition } from '../../../asl';
import { pathLength, pointAlong } from '../geometry/path';
import { useRewireDrag } from '../gestures/useRewireDrag';
import styles from './EdgeGrip.module.css';

/** Pixels before the arrow's tip where the grip sits, so that it does not lie over the state. */
const BEFORE_TIP = 11;

/** The end of a transition, to be dragged to another state. */
export function EdgeGrip({
  transition,
  points,
}: {
  readonly transition: Transition;
  readonly points: readonly Point[];
}) {
  const begin = useRewireDrag();
  const at = pointAlong(points, pathLength(points) - BEFORE_TIP);
  return (
    <span
      className={styles.grip}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      data-grip={transition.id}
      title="Drag to another state"
      onPointerDown={(event) => begin(event, transition.id, transition.from)}
    />
  );
}
