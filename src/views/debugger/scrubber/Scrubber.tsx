import { ChevronLeft, ChevronRight, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MomentTarget } from '../../../worker';
import {
  selectMoment,
  selectRun,
  selectTimeline,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { classNames } from '../../parts';
import { eventWords } from './momentText';
import styles from './Scrubber.module.css';
import { Track } from './Track';

/** Every event of the run on show as a strip to go back and forth on. */
export default function Scrubber() {
  const run = useWorkspace(selectRun);
  const total = useWorkspace(selectTimeline);
  const moment = useWorkspace(selectMoment);
  if (!run || total === 0) return null;
  const words = moment?.event ? eventWords(moment.event) : 'Before the first event';
  return (
    <section className={classNames(styles.scrubber, moment && styles.past)} aria-label="Time travel">
      <span className={styles.group}>
        <Go
          label="Previous state (Shift+Left)"
          target={{ type: 'next', what: 'state', back: true }}
          disabled={moment?.position === 0}
        >
          <ChevronLeft size={15} aria-hidden="true" />
        </Go>
        <Go
          label="Next state (Shift+Right)"
          target={{ type: 'next', what: 'state', back: false }}
          disabled={!moment}
        >
          <ChevronRight size={15} aria-hidden="true" />
        </Go>
        <Go label="Error before (Alt+Left)" target={{ type: 'next', what: 'error', back: true }}>
          <CircleAlert size={14} aria-hidden="true" />
        </Go>
      </span>
      <Track />
      <span className={styles.words} title={moment ? words : undefined}>
        {moment ? words : `${total.toLocaleString('en')} events`}
      </span>
    </section>
  );
}

interface GoProps {
  readonly label: string;
  readonly target: MomentTarget;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

function Go({ label, target, disabled = false, children }: GoProps) {
  const { moments } = useWorkspaceActions();
  return (
    <button
      type="button"
      className={styles.go}
      aria-label={label.replace(/ \(.*/, '')}
      title={label}
      disabled={disabled}
      onClick={() => void moments.show(target)}
    >
      {children}
    </button>
  );
}
