import { ArrowDownToDot, ArrowUpFromDot, RedoDot, RotateCcw } from 'lucide-react';
import { selectPhase, selectRun, useWorkspace, useWorkspaceActions } from '../../workspace';
import styles from './RunControls.module.css';

/** How far a paused run goes on; the first two also begin a run at its first state. */
export function StepButtons() {
  const { execution } = useWorkspaceActions();
  const phase = useWorkspace(selectPhase);
  const ran = useWorkspace(selectRun) !== undefined;
  const busy = phase === 'running' || phase === 'starting';
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        disabled={busy}
        onClick={() => void execution.step('over')}
        title="Step over a state or container (F10)"
      >
        <RedoDot size={15} aria-hidden="true" /> Step
      </button>
      <button
        type="button"
        className={styles.icon}
        disabled={busy}
        onClick={() => void execution.step('into')}
        aria-label="Step into"
        title="Step into: next transition (F11)"
      >
        <ArrowDownToDot size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.icon}
        disabled={phase !== 'paused'}
        onClick={() => void execution.step('out')}
        aria-label="Step out"
        title="Step out, to the end of the iteration or branch (Shift+F11)"
      >
        <ArrowUpFromDot size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.icon}
        data-rare
        disabled={!ran || phase === 'starting'}
        onClick={() => void execution.restart()}
        aria-label="Restart"
        title="Restart (Ctrl+Shift+F5)"
      >
        <RotateCcw size={14} aria-hidden="true" />
      </button>
    </>
  );
}
