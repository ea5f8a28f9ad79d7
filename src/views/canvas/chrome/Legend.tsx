import type { StateStatus } from '../../../worker';
import { STATUS_LOOKS, StatusIcon } from '../../parts';
import styles from './Legend.module.css';

const STATUSES: readonly StateStatus[] = [
  'inProgress',
  'waiting',
  'retrying',
  'succeeded',
  'caught',
  'failed',
  'aborted',
];

const LINES = [
  { look: styles.next, words: 'Next, a choice rule or Default' },
  { look: styles.catch, words: 'Catch' },
  { look: styles.taken, words: 'Taken in this run' },
  { look: styles.active, words: 'Under way' },
] as const;

/** What colours, icons and lines on the canvas mean. */
export function Legend() {
  return (
    <section className={styles.legend} aria-label="Legend">
      <ul className={styles.list}>
        {STATUSES.map((status) => (
          <li key={status} className={styles.entry} title={STATUS_LOOKS[status].meaning}>
            <StatusIcon status={status} size={15} />
            {STATUS_LOOKS[status].label}
          </li>
        ))}
      </ul>
      <ul className={styles.list}>
        {LINES.map(({ look, words }) => (
          <li key={words} className={styles.entry}>
            <span className={look} />
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
