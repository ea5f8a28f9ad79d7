import { History, X } from 'lucide-react';
import type { HistoryRow } from '../../worker';
import { useWorkspaceActions } from '../../workspace';
import { JsonText } from '../parts';
import { BranchButton } from './amend/BranchButton';
import { OpenChild } from './children/OpenChild';
import styles from './EventDetail.module.css';
import { eventDetails, prettyJson } from './eventDetails';

/** One event, whole: every detail AWS sends, JSON texts laid out for reading. */
export function EventDetail({
  row,
  index,
  onClose,
}: {
  readonly row: HistoryRow;
  /** From 0, in the machine's own history. */
  readonly index: number;
  readonly onClose: () => void;
}) {
  const { execution, moments } = useWorkspaceActions();
  const { event, state, visit, child } = row;
  const details = eventDetails(event) ?? {};
  const find = async () => {
    const entry = await execution.findEntry(event.id);
    return entry ? execution.getVisit(entry.state, entry.number) : undefined;
  };
  return (
    <aside className={styles.detail} aria-label={`Event ${event.id}`}>
      <header className={styles.head}>
        <h3>
          {event.id} · {event.type}
        </h3>
        <button
          type="button"
          className={styles.moment}
          onClick={() => void moments.show({ type: 'event', index })}
        >
          <History size={13} aria-hidden="true" /> Show this moment
        </button>
        <button type="button" className={styles.close} onClick={onClose} aria-label="Close the event">
          <X size={14} />
        </button>
      </header>
      <p className={styles.tools}>
        {child !== undefined && (
          <OpenChild
            execution={child}
            visit={state === undefined || visit === undefined ? undefined : { state, number: visit }}
          />
        )}
        <BranchButton find={find} />
      </p>
      <dl className={styles.fields}>
        <dt>previousEventId</dt>
        <dd>{event.previousEventId}</dd>
        {Object.entries(details).map(([key, value]) => (
          <Field key={key} name={key} value={value} />
        ))}
      </dl>
    </aside>
  );
}

function Field({ name, value }: { readonly name: string; readonly value: unknown }) {
  const text = typeof value === 'string' ? prettyJson(value) : JSON.stringify(value, null, 2);
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {text.length > 60 || text.includes('\n') ? (
          <JsonText text={text} label={name} />
        ) : (
          <code>{text}</code>
        )}
      </dd>
    </>
  );
}
