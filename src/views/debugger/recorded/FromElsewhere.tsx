import { CloudDownload, Play } from 'lucide-react';
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
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.button}
          title="Runs the definition as it stands with the same input, name and time; each Task gets the recorded result after the recorded time"
          onClick={() => void recorded().then(({ runAgain }) => runAgain())}
        >
          <Play size={13} aria-hidden="true" /> Run again here with these results
        </button>
        <button
          type="button"
          className={styles.button}
          title="Each Task state answers the next runs as it did in this one"
          onClick={() => void recorded().then(({ mockResults }) => mockResults())}
        >
          Use these results as mocks
        </button>
        {foreign.length > 0 && (
          <button
            type="button"
            className={styles.button}
            title="Opens a definition with the states and transitions that the history shows"
            onClick={() => void recorded().then(({ sketch }) => sketch())}
          >
            Sketch a definition
          </button>
        )}
      </div>
    </div>
  );
}
