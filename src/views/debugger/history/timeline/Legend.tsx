import { classNames } from '../../../parts';
import styles from './Timeline.module.css';

const MARKS = [
  ['good', 'succeeded'],
  ['bad', 'failed attempt'],
  ['backoff', 'back-off'],
  ['wait', 'skipped wait'],
] as const;

/** What the marks of the timeline mean. */
export function Legend() {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {MARKS.map(([mark, label]) => (
        <li key={mark}>
          <span className={classNames(styles.mark, styles[mark])} aria-hidden="true" /> {label}
        </li>
      ))}
    </ul>
  );
}
