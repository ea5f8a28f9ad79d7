import { Panel } from '@xyflow/react';
import { SkipForward } from 'lucide-react';
import {
  selectMoment,
  selectRun,
  selectTimeline,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { formatDuration } from '../../parts';
import styles from './MomentBar.module.css';

/** Says that not the run as it is is seen, but a moment of it; and leads back. */
export function MomentBar() {
  const { moments } = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  const moment = useWorkspace(selectMoment);
  const total = useWorkspace(selectTimeline);
  if (!run || !moment) return null;
  const { position, time } = moment;
  return (
    <Panel position="top-center" className={styles.bar}>
      <span className={styles.words}>
        Viewing event {position.toLocaleString('en')} of {total.toLocaleString('en')} ·{' '}
        <span className={styles.time}>+{formatDuration(Math.max(0, time - run.startedAt))}</span>
      </span>
      <button type="button" className={styles.live} onClick={() => void moments.show({ type: 'live' })}>
        Live <SkipForward size={13} aria-hidden="true" />
      </button>
    </Panel>
  );
}
