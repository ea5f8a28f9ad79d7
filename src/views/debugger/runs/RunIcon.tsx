import {
  CircleCheck,
  CircleDot,
  CirclePause,
  CircleSlash,
  CircleX,
  ClockAlert,
  type LucideIcon,
  Unplug,
} from 'lucide-react';
import styles from './RunIcon.module.css';
import type { RunFace } from './runFaces';

const ICONS: Readonly<Record<RunFace, LucideIcon>> = {
  running: CircleDot,
  paused: CirclePause,
  interrupted: Unplug,
  succeeded: CircleCheck,
  failed: CircleX,
  timedOut: ClockAlert,
  aborted: CircleSlash,
};

/** A run's status as a shape and a colour; the word stands beside it. */
export function RunIcon({ face }: { readonly face: RunFace }) {
  const Icon = ICONS[face];
  return <Icon className={styles.icon} data-face={face} size={13} strokeWidth={2.25} aria-hidden="true" />;
}
