import { Unplug } from 'lucide-react';
import { selectInterrupted, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { stateName } from '../stateName';
import styles from './InterruptedRuns.module.css';

/** At most so many are spoken of at a time; the others are in the list. */
const MOST = 3;

/** Runs that did not end before their page closed, or their worker was replaced: each may go on, or be forgotten. */
export default function InterruptedRuns() {
  const { execution } = useWorkspaceActions();
  const interrupted = useWorkspace(selectInterrupted);
  return (
    <>
      {interrupted.slice(0, MOST).map(({ id, name, document, at, withWorker }) => (
        <p key={id} className={styles.line}>
          <Unplug size={14} aria-hidden="true" />
          <span className={styles.text}>
            <strong>{name}</strong> of {document}{' '}
            {at === undefined ? 'had just begun' : <>was at “{stateName(at)}”</>} when{' '}
            {withWorker ? 'its worker was replaced' : 'the page closed'}.
          </span>
          <button
            type="button"
            className={styles.resume}
            aria-label={`Resume ${name}`}
            onClick={() => void execution.resumeRun(id)}
          >
            Resume
          </button>
          <button
            type="button"
            className={styles.discard}
            aria-label={`Discard ${name}`}
            onClick={() => void execution.removeRuns([id])}
          >
            Discard
          </button>
        </p>
      ))}
    </>
  );
}
