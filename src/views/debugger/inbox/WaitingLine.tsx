import { Hand } from 'lucide-react';
import { selectOpenCalls, useWorkspace } from '../../../workspace';
import { waitingWords } from './callWords';
import styles from './WaitingLine.module.css';

interface WaitingLineProps {
  /** Said to screen readers only: the calls themselves are in sight. */
  readonly quiet: boolean;
  readonly onAnswer: () => void;
}

/** Says that the run waits for the user. */
export function WaitingLine({ quiet, onAnswer }: WaitingLineProps) {
  const open = useWorkspace(selectOpenCalls);
  return (
    <div role="status">
      {open !== undefined && (
        <p className={quiet ? 'visually-hidden' : styles.line}>
          <Hand size={14} aria-hidden="true" /> {waitingWords(open)}
          {!quiet && (
            <button type="button" className={styles.answer} onClick={onAnswer}>
              Answer
            </button>
          )}
        </p>
      )}
    </div>
  );
}
