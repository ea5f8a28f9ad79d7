import { CopyPlus, Square } from 'lucide-react';
import { selectPhase, selectRun, selectSpeed, useWorkspace, useWorkspaceActions } from '../../workspace';
import { formatDuration } from '../parts';
import { PACES, paceCalled, paceOf } from './pace';
import styles from './RunControls.module.css';
import { StepButtons } from './StepButtons';
import { waitOf } from './waits';

/** Step, stop, speed, and the virtual clock. */
export default function RunTools() {
  const { execution } = useWorkspaceActions();
  const phase = useWorkspace(selectPhase);
  const open = phase === 'running' || phase === 'paused' || phase === 'starting';
  return (
    <>
      <StepButtons />
      <button
        type="button"
        className={styles.tool}
        disabled={!open}
        onClick={() => void execution.stop()}
        title="Stop (Shift+F5)"
      >
        <Square size={13} aria-hidden="true" /> Stop
      </button>
      <button
        type="button"
        className={styles.icon}
        disabled={!open}
        onClick={() => void execution.run()}
        title="Another run beside this one"
        aria-label="Another run"
      >
        <CopyPlus size={14} aria-hidden="true" />
      </button>
      <SpeedControl />
      <ClockReadOut />
    </>
  );
}

function SpeedControl() {
  const { execution } = useWorkspaceActions();
  const { label } = paceOf(useWorkspace(selectSpeed));
  return (
    <select
      className={styles.speed}
      aria-label="Speed"
      title="Speed: how fast a run is shown, and whether its waits are waited for"
      value={label}
      onChange={({ target }) => {
        const pace = paceCalled(target.value);
        if (pace) execution.setSpeed(pace.speed);
      }}
    >
      {PACES.map(({ title, paces }) => (
        <optgroup key={title} label={title}>
          {paces.map((pace) => (
            <option key={pace.label}>{pace.label}</option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** Virtual time since the run began, and what became of its waits: skipped, it may be far ahead of the wall clock. */
function ClockReadOut() {
  const run = useWorkspace(selectRun);
  if (!run) return <span className={styles.clock} />;
  const { skipped = 0 } = run.time ?? {};
  const wait = waitOf(run);
  const note = wait ? wait.left : skipped > 0 ? `${formatDuration(skipped)} skipped` : undefined;
  return (
    <span className={styles.clock} title={`Time in the execution since it started${note ? `: ${note}` : ''}`}>
      <span role="timer" aria-label="Time in the execution">
        +{formatDuration(Math.max(0, run.now - run.startedAt))}
      </span>
      {note !== undefined && <span>{note}</span>}
      <span role="status" className="visually-hidden">
        {wait && `Waiting for ${wait.who}, until ${wait.until}`}
      </span>
    </span>
  );
}
