import type { Point } from '../../../asl';
import { grouped } from '../../parts';
import styles from './TakenCount.module.css';

/** How often the run came along a transition; shown from the second time on, the line's colour says the first. */
export function TakenCount({ count, at }: { readonly count: number; readonly at: Point }) {
  return (
    <span
      className={styles.count}
      style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }}
      title={`Taken ${count} times`}
      aria-hidden="true"
    >
      ×{grouped(count)}
    </span>
  );
}
