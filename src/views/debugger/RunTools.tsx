import { CopyPlus, Square } from 'lucide-react';
import { selectPhase, selectRun, selectSpeed, useWorkspace, useWorkspaceActions } from '../../workspace';
import { formatDuration } from '../parts';
import { PACES, paceIndex } from './pace';
import styles from './RunControls.module.css';
import { StepButtons } from './StepButtons';

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
  const index = paceIndex(useWorkspace(selectSpeed));
  const label = PACES[index]?.label ?? '';
  return (
    <label className={styles.speed} title={`Speed: ${label}`}>
      <span className="visually-hidden">Speed</span>
      <input
        type="range"
        min={0}
        max={PACES.length - 1}
        step={1}
        value={index}
        aria-valuetext={label}
        onChange={(event) => {
          const pace = PACES[Number(event.target.value)];
          if (pace) execution.setSpeed(pace.speed);
        }}
      />
      <span className={styles.pace}>{label}</span>
    </label>
  );
}

/** Virtual time since the run began: waits are skipped, so it may be far ahead of the wall clock. */
function ClockReadOut() {
  const run = useWorkspace(selectRun);
  if (!run) return null;
  return (
    <output className={styles.clock} title="Time in the execution since it started; waits are not waited for">
      +{formatDuration(Math.max(0, run.now - run.startedAt))}
    </output>
  );
}
