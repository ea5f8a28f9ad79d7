import { useStateStatus } from '../../../workspace';
import { STATUS_LOOKS } from '../../parts';
import styles from './Overview.module.css';
import type { SpotUnderPointer } from './usePress';

/** The name of what is under the pointer: the picture has no room for it. */
export function SpotTip({ spot }: { readonly spot: SpotUnderPointer }) {
  const { node, x, y, left } = spot;
  const status = useStateStatus(node.path)?.status ?? 'notStarted';
  const place = { top: y + 14, ...(left ? { right: x } : { left: x }) };
  return (
    <div className={styles.tip} style={place} aria-hidden="true">
      {node.name}
      <span className={styles.status}>
        {status === 'notStarted' ? node.type : STATUS_LOOKS[status].label}
      </span>
    </div>
  );
}
