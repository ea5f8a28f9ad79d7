import { Check, Copy, HeartPulse, Terminal, UserRoundCheck } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { CallAnswer } from '../../../services';
import type { CallDetail, OpenCall } from '../../../worker';
import { cliCommand } from './cliCommand';
import styles from './inbox.module.css';

interface TokenToolsProps {
  readonly call: OpenCall;
  readonly detail: CallDetail;
  /** As the form stands. */
  readonly answer: CallAnswer;
  readonly onGive: (answer: CallAnswer) => void;
}

/** What a worker does besides answering: takes the task of an activity, gives signs of life, uses the token. */
export function TokenTools({ call, detail: { taskToken }, answer, onGive }: TokenToolsProps) {
  if (taskToken === undefined) return null;
  if (call.kind === 'activity' && !call.isTaken) {
    return (
      <button
        type="button"
        className={styles.tool}
        title="A worker polls the activity and gets the task that has waited longest"
        onClick={() => onGive({ type: 'take', workerName: 'me' })}
      >
        <UserRoundCheck size={13} aria-hidden="true" /> Take as a worker
      </button>
    );
  }
  const command = cliCommand(answer, taskToken);
  return (
    <div className={styles.line}>
      <button
        type="button"
        className={styles.button}
        title="SendTaskHeartbeat: the heartbeat interval starts anew"
        onClick={() => onGive({ type: 'heartbeat' })}
      >
        <HeartPulse size={13} aria-hidden="true" /> Heartbeat
      </button>
      <CopyText text={taskToken} icon={<Copy size={13} aria-hidden="true" />}>
        Copy token
      </CopyText>
      {command !== undefined && (
        <CopyText text={command} icon={<Terminal size={13} aria-hidden="true" />}>
          Copy as AWS CLI
        </CopyText>
      )}
    </div>
  );
}

interface CopyTextProps {
  readonly text: string;
  readonly icon: ReactNode;
  readonly children: string;
}

function CopyText({ text, icon, children }: CopyTextProps) {
  const [copied, setCopied] = useState('');
  useEffect(() => {
    if (copied === '') return;
    const timer = setTimeout(() => setCopied(''), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  const isCopied = copied === text;
  return (
    <button
      type="button"
      className={styles.button}
      title={text}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
    >
      {isCopied ? <Check size={13} aria-hidden="true" /> : icon} {isCopied ? 'Copied' : children}
    </button>
  );
}
