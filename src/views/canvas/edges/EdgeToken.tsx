import type { CSSProperties } from 'react';
import type { Point } from '../../../asl';
import { roundedPath } from '../../parts';
import styles from './EdgeToken.module.css';

/**
 * What is under way on a transition: a dot that travels it once, or only the line's glow when there is no
 * time (`duration` 0) or the user wants less motion.
 *
 * @param duration milliseconds
 */
export function EdgeToken({
  points,
  duration,
}: {
  readonly points: readonly Point[];
  readonly duration: number;
}) {
  if (duration === 0) return null;
  const style: CSSProperties = {
    offsetPath: `path("${roundedPath(points)}")`,
    animationDuration: `${duration}ms`,
  };
  return <span className={styles.token} style={style} aria-hidden="true" />;
}
