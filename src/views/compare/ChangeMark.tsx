import { ArrowRightLeft, Minus, PencilLine, Plus } from 'lucide-react';
import { classNames } from '../parts';
import styles from './ChangeMark.module.css';
import type { Difference } from './model/changes';

const ICONS = { added: Plus, removed: Minus, changed: PencilLine, renamed: ArrowRightLeft } satisfies Record<
  Difference,
  unknown
>;

/** The sign of a difference: a coloured disc with an icon, for beside its word. */
export function ChangeMark({ status, size = 16 }: { readonly status: Difference; readonly size?: number }) {
  const Icon = ICONS[status];
  return (
    <span
      className={classNames(styles.mark, styles[status])}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      <Icon size={Math.round(size * 0.65)} strokeWidth={3} />
    </span>
  );
}
