import { CloudDownload } from 'lucide-react';
import { selectRun, useWorkspace, useWorkspaceActions } from '../../../workspace';
import styles from './FromElsewhere.module.css';

/** What there is to say of a run that was recorded elsewhere, and what can be done with it. */
export default function FromElsewhere() {
  const { recorded } = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  if (!run?.recorded) return null;
  const { notes, foreign } = run.recorded;
  return (
    <div className={styles.box}>
      <p className={styles.head}>
        <CloudDownload size={14} aria-hidden="true" />
        <span>
          From AWS: the history of <code>{run.id}</code>, not run here.
        </span>
      </p>
      {notes.map((note) => (
        <p key={note} className={styles.warning}>
          {note}
        </p>
      ))}
      {foreign.length > 0 && (
        <div className={styles.actions}>
          <button
            type="button"
            className={styles.button}
            title="Opens a definition with the states and transitions that the history shows"
            onClick={() => void recorded().then(({ sketch }) => sketch())}
          >
            Sketch a definition
          </button>
        </div>
      )}
    </div>
  );
}
