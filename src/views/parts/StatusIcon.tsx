import { Ban, Check, Clock, Hand, Pause, RotateCw, ShieldAlert, X } from 'lucide-react';
import type { StateStatus } from '../../worker';
import { classNames } from './classNames';
import styles from './StatusIcon.module.css';
import { STATUS_LOOKS, statusTone } from './statusLook';

export interface StatusIconProps {
  /** `paused`: the debugger holds here; `asked`: a call waits for the user. */
  readonly status: StateStatus | 'paused' | 'asked';
  /** Diameter in pixels. */
  readonly size?: number;
  /** Say the status to screen readers; leave out where words stand beside it. */
  readonly labelled?: boolean;
}

/** A state's status as a filled disc with an icon; a dotted ring that turns while it runs. */
export function StatusIcon({ status, size = 18, labelled = false }: StatusIconProps) {
  if (status === 'notStarted') return null;
  const { label, tone } = lookOf(status);
  return (
    <span
      className={classNames(styles.icon, styles[tone], status === 'inProgress' && styles.ring)}
      style={{ width: size, height: size }}
      {...(labelled ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      title={label}
    >
      <Mark status={status} size={Math.round(size * 0.62)} />
    </span>
  );
}

function lookOf(status: StatusIconProps['status']) {
  if (status === 'paused') return { label: 'paused', tone: 'paused' } as const;
  if (status === 'asked') return { label: 'waits for your answer', tone: 'running' } as const;
  return { label: STATUS_LOOKS[status].label, tone: statusTone(status) };
}

function Mark({ status, size }: { readonly status: StatusIconProps['status']; readonly size: number }) {
  switch (status) {
    case 'succeeded':
      return <Check size={size} strokeWidth={3.5} />;
    case 'failed':
      return <X size={size} strokeWidth={3.5} />;
    case 'caught':
      return <ShieldAlert size={size} strokeWidth={2.6} />;
    case 'aborted':
      return <Ban size={size} strokeWidth={3} />;
    case 'waiting':
      return <Clock size={size} strokeWidth={2.8} />;
    case 'asked':
      return <Hand size={size} strokeWidth={2.6} />;
    case 'retrying':
      return <RotateCw size={size} strokeWidth={3} className={styles.turning} />;
    case 'paused':
      return <Pause size={size} strokeWidth={3} />;
    default:
      return <DottedRing />;
  }
}

function DottedRing() {
  return (
    <svg viewBox="0 0 20 20" className={styles.turning} aria-hidden="true" focusable="false">
      <circle
        cx="10"
        cy="10"
        r="8"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeDasharray="0.1 4.95"
        strokeLinecap="round"
      />
      <circle cx="10" cy="10" r="3" fill="currentColor" />
    </svg>
  );
}
