import { Pause, Play } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { selectPhase, useWorkspace, useWorkspaceActions } from '../../workspace';
import styles from './RunControls.module.css';

const RunTools = lazy(() => import('./RunTools'));

/** Run and pause; what else there is comes after the first picture. */
export function RunControls() {
  const { execution } = useWorkspaceActions();
  const phase = useWorkspace(selectPhase);
  const paused = phase === 'paused';
  return (
    <div className={styles.controls} role="toolbar" aria-label="Run">
      {phase === 'running' ? (
        <button
          type="button"
          className={styles.primary}
          onClick={() => void execution.pause()}
          title="Pause (F6)"
        >
          <Pause size={14} aria-hidden="true" /> Pause
        </button>
      ) : (
        <button
          type="button"
          className={styles.primary}
          disabled={phase === 'starting'}
          onClick={() => void (paused ? execution.continue() : execution.run())}
          title={paused ? 'Continue (F5)' : 'Run (F5)'}
        >
          <Play size={14} aria-hidden="true" /> {paused ? 'Continue' : 'Run'}
        </button>
      )}
      <Suspense fallback={<span className={styles.coming} />}>
        <RunTools />
      </Suspense>
    </div>
  );
}
