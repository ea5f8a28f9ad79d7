import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../../asl';
import styles from './problems.module.css';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } satisfies Record<Severity, unknown>;

interface SeverityIconProps {
  readonly severity: Severity;
  /** The word stands beside it. */
  readonly silent?: boolean;
}

export function SeverityIcon({ severity, silent = false }: SeverityIconProps) {
  const Icon = ICONS[severity];
  return (
    <span className={styles[severity]}>
      <Icon size={14} {...(silent ? { 'aria-hidden': true } : { 'aria-label': severity, role: 'img' })} />
    </span>
  );
}
