import { ChevronRight, CornerUpLeft } from 'lucide-react';
import { Fragment } from 'react';
import { selectName, selectParents, selectRun, useWorkspace, useWorkspaceActions } from '../../../workspace';
import styles from './children.module.css';

/** That a child execution is looked at, of what, and the way back. */
export default function WayBack() {
  const { children } = useWorkspaceActions();
  const parents = useWorkspace(selectParents);
  const run = useWorkspace(selectRun);
  const machine = useWorkspace(selectName);
  const last = parents.at(-1);
  if (!last) return null;
  const back = (level: number) => void children().then((actions) => actions.back(level));
  return (
    <nav className={styles.way} aria-label="Way back from the child execution">
      <button type="button" className={styles.open} onClick={() => back(parents.length - 1)}>
        <CornerUpLeft size={13} aria-hidden="true" /> Back to {last.label}
      </button>
      <span className={styles.crumbs}>
        {parents.map(({ label, run: root, execution }, level) => (
          <Fragment key={execution ?? root}>
            <button type="button" className={styles.crumb} onClick={() => back(level)}>
              {label}
            </button>
            <ChevronRight size={12} aria-hidden="true" />
          </Fragment>
        ))}
        <strong>{machine}</strong>
        {run?.child !== undefined && <span className={styles.id}>child execution {run.id}</span>}
      </span>
    </nav>
  );
}
