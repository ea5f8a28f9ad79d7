import { useInteraction } from '../gestures/interaction';
import styles from './Announcer.module.css';

/** Says to screen readers what came of an edit. A selection is said by the focus that goes with it. */
export function Announcer() {
  const sentence = useInteraction((state) => state.announcement);
  return (
    <div className={styles.announcer} role="status" aria-live="polite">
      {sentence}
    </div>
  );
}
