import { Hand } from 'lucide-react';
import type { OpenCall } from '../../../worker';
import { selectRun, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { JsonText, useFetched } from '../../parts';
import { AnswerForm } from './AnswerForm';
import { limitWords, placeWords } from './callWords';
import styles from './inbox.module.css';

interface CallCardProps {
  readonly call: OpenCall;
  /** The execution's time. */
  readonly now: number;
  readonly onAnswered: () => void;
}

/** One call: what the service is asked, how long it may take, and what it is answered. */
export function CallCard({ call, now, onAnswered }: CallCardProps) {
  const { calls, selection } = useWorkspaceActions();
  const run = useWorkspace(selectRun)?.id;
  const detail = useFetched(`${run} ${call.task}`, call.isTaken, () => calls.get(call.task));
  const place = placeWords(call);
  return (
    <article
      className={styles.card}
      aria-label={`${call.stateName}${place === '' ? '' : `, ${place}`}, waits for an answer`}
      tabIndex={-1}
    >
      <header className={styles.head}>
        <Hand size={14} className={styles.hand} aria-hidden="true" />
        <h3>
          <button
            type="button"
            className={styles.state}
            title="Show the state"
            onClick={() => selection.select(call.state, 'debugger')}
          >
            {call.stateName}
          </button>
        </h3>
        {place !== '' && <span className={styles.chip}>{place}</span>}
        <code className={styles.resource} title={call.resource}>
          {call.resource.split(':::').at(-1)}
        </code>
        {limitWords(call, now).map((words) => (
          <span key={words} className={styles.limit}>
            {words}
          </span>
        ))}
      </header>
      {detail && (
        <div className={styles.columns}>
          <div className={styles.sent}>
            <h4>Sent</h4>
            <JsonText text={detail.arguments} label="Sent" />
          </div>
          <AnswerForm call={call} detail={detail} onAnswered={onAnswered} />
        </div>
      )}
    </article>
  );
}
