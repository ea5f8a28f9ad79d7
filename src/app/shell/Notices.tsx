import { X } from 'lucide-react';
import { useEffect } from 'react';
import { type Notice, selectNotices, useWorkspace, useWorkspaceActions } from '../../workspace';
import styles from './Notices.module.css';

/** How long a notice that asks for nothing stays, in milliseconds. */
const STAY = 6000;

/** Sentences for the user that are not about a place in the text. */
export default function Notices() {
  const notices = useWorkspace(selectNotices);
  return (
    <div className={styles.notices} role="status" aria-live="polite">
      {notices.map((notice) => (
        <Item key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function Item({ notice: { id, tone, message, offers } }: { readonly notice: Notice }) {
  const { notices } = useWorkspaceActions();
  useEffect(() => {
    if (tone === 'error') return;
    const timer = setTimeout(() => notices.dismiss(id), STAY);
    return () => clearTimeout(timer);
  }, [notices, id, tone]);
  return (
    <div className={styles.notice} data-tone={tone}>
      <p>{message}</p>
      {offers.map((offer) => (
        <button
          key={offer.label}
          type="button"
          className={styles.offer}
          onClick={() => {
            notices.dismiss(id);
            offer.take();
          }}
        >
          {offer.label}
        </button>
      ))}
      <button
        type="button"
        className={styles.dismiss}
        aria-label="Dismiss"
        onClick={() => notices.dismiss(id)}
      >
        <X size={14} />
      </button>
    </div>
  );
}
