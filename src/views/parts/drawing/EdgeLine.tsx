import { memo } from 'react';
import { endAngle, type Point, roundedPath, type TransitionId, trimEnd, trimStart } from '../../../asl';
import styles from './EdgeLine.module.css';

/** Length of an arrowhead, in pixels. */
const ARROW = 8;
/** Half the width of the line that takes the pointer; it stops so far before both ends, where the states' own grips are. */
const REACH = 10;

export interface EdgeLineProps {
  readonly points: readonly Point[];
  /** The transition whose wide invisible line takes the pointer. */
  readonly reach?: TransitionId;
  readonly taken?: number;
}

/**
 * A line with rounded corners and an arrowhead. The path is given as a CSS property too, which can be
 * animated: it moves in step with the states; another number of corners fades in instead.
 */
export const EdgeLine = memo(function EdgeLine({ points, reach, taken }: EdgeLineProps) {
  const line = roundedPath(trimEnd(points, ARROW - 1));
  const end = points[points.length - 1];
  if (!end) return null;
  const inner = roundedPath(trimEnd(trimStart(trimEnd(points, ARROW - 1), REACH), REACH));
  const shape = { d: `path("${line}")` };
  return (
    <svg className={styles.drawing} aria-hidden="true" focusable="false">
      <g key={points.length} className={styles.line}>
        <path className={styles.stroke} d={line} style={shape} />
        <path
          className={styles.arrow}
          d={`M0,0L${-ARROW},${-ARROW / 2}L${-ARROW},${ARROW / 2}Z`}
          style={{ transform: `translate(${end.x}px, ${end.y}px) rotate(${endAngle(points)}deg)` }}
        />
      </g>
      {reach && <path className={styles.reach} d={inner} data-transition-id={reach} data-taken={taken} />}
    </svg>
  );
});
