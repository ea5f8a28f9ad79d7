import { MousePointer2 } from 'lucide-react';
import styles from './EmptyCanvas.module.css';

/** What to do with a workflow that has no states. */
export function EmptyCanvas() {
  return (
    <div className={styles.place}>
      <div className={styles.hint} data-empty-canvas>
        <MousePointer2 size={22} aria-hidden="true" />
        <p className={styles.title}>No states yet</p>
        <p className={styles.words}>
          Double-click, press A, or drag something from the palette to here. You can also paste a workflow
          anywhere on the page.
        </p>
      </div>
    </div>
  );
}
