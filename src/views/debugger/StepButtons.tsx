import { ArrowDownToDot, ArrowUpFromDot, RedoDot, RotateCcw, UndoDot, Workflow } from 'lucide-react';
import {
  selectGraph,
  selectMoment,
  selectPausedAt,
  selectPhase,
  selectRun,
  selectServices,
  selectTimeline,
  useWorkspace,
  useWorkspaceActions,
  type WorkspaceState,
} from '../../workspace';
import styles from './RunControls.module.css';

/** Whether a paused run stands at a Task that starts another state machine, and there are some to start. */
function selectStartsChild(state: WorkspaceState): boolean {
  const at = selectPausedAt(state);
  if (at === undefined || selectServices(state).machines.length === 0) return false;
  const scopes = selectGraph(state)?.scopes ?? [];
  return scopes.some(({ nodes }) =>
    nodes.some((node) => node.kind === 'state' && node.path === at && STARTS.test(node.summary)),
  );
}

/** What such a Task is said to call. */
const STARTS = /: Start(Sync)?Execution$/;

/** How far a paused run goes on; the first two also begin a run at its first state. */
export function StepButtons() {
  const workspace = useWorkspaceActions();
  const { execution, moments } = workspace;
  const phase = useWorkspace(selectPhase);
  const ran = useWorkspace(selectRun) !== undefined;
  const past = useWorkspace(selectMoment);
  const startsChild = useWorkspace(selectStartsChild);
  const total = useWorkspace(selectTimeline);
  const busy = (phase === 'running' && !past) || phase === 'starting';
  return (
    <>
      <button
        type="button"
        className={styles.icon}
        disabled={total === 0 || past?.position === 0}
        onClick={() => void moments.show({ type: 'next', what: 'state', back: true })}
        aria-label="Step back"
        title="Step back: to the state entered before (Shift+F10)"
      >
        <UndoDot size={15} aria-hidden="true" />
      </button>
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
        title={
          startsChild && !past ? 'Step into the child execution (F11)' : 'Step into: next transition (F11)'
        }
      >
        <ArrowDownToDot size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.icon}
        data-rare
        disabled={busy || past !== undefined}
        onClick={() => void workspace.walkStages()}
        aria-label="Step through stages"
        title="Step through the stages of a state (Ctrl+F11)"
      >
        <Workflow size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.icon}
        disabled={phase !== 'paused' && !past}
        onClick={() => void execution.step('out')}
        aria-label="Step out"
        title="Step out, to the end of the iteration, branch or child execution (Shift+F11)"
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
