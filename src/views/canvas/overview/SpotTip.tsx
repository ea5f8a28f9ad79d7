import { useStateStatus } from '../../../workspace';
import { STATUS_LOOKS } from '../../parts';
import styles from './Overview.module.css';
import type { SpotUnderPointer } from './usePress';

/** The name of what is under the pointer: the picture has no room for it. */
export function SpotTip({ spot }: { readonly spot: SpotUnderPointer }) {
  const { node, x, y, left, above } = spot;
  const status = useStateStatus(node.path)?.status ?? 'notStarted';
  const place = { ...(above ? { bottom: y } : { top: y }), ...(left ? { right: x } : { left: x }) };
  return (
    <div className={styles.tip} style={place} aria-hidden="true" data-spot={node.id}>
      {node.name}
      <span className={styles.status}>
        {status === 'notStarted' ? node.type : STATUS_LOOKS[status].label}
      </span>
    </div>
  );
}
