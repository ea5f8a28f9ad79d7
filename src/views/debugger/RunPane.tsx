import { CircleAlert } from 'lucide-react';
import { type ChangeEvent, lazy, Suspense } from 'react';
import {
  type ExecutionType,
  type RunPhase,
  selectExecutionType,
  selectInput,
  selectInputProblem,
  selectPhase,
  selectRun,
  selectRunIsOutdated,
  selectRunMessage,
  useWorkspace,
  useWorkspaceActions,
} from '../../workspace';
import { formatDuration } from '../parts';
import styles from './RunPane.module.css';

const RunMeters = lazy(() => import('./meters/RunMeters'));
const FromElsewhere = lazy(() => import('./recorded/FromElsewhere'));
const Outcome = lazy(() => import('./Outcome'));
const GoOn = lazy(() => import('./amend/GoOn'));

/** What goes in and what came out: the next run's input beside the last run's result. */
export function RunPane() {
  return (
    <div className={styles.pane}>
      <InputForm />
      <Result />
    </div>
  );
}

function InputForm() {
  const { execution } = useWorkspaceActions();
  const input = useWorkspace(selectInput);
  const problem = useWorkspace(selectInputProblem);
  const type = useWorkspace(selectExecutionType);
  return (
    <section className={styles.column} aria-label="Input of the next run">
      <header className={styles.head}>
        <h3>Input</h3>
        <label className={styles.type}>
          <span>Type</span>
          <select
            value={type}
            onChange={(event: ChangeEvent<HTMLSelectElement>) =>
              execution.setType(event.target.value as ExecutionType)
            }
          >
            <option value="STANDARD">Standard</option>
            <option value="EXPRESS">Express</option>
          </select>
        </label>
      </header>
      <textarea
        className={styles.input}
        aria-label="Execution input"
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? 'input-problem' : undefined}
        spellCheck={false}
        value={input}
        onChange={(event) => execution.setInput(event.target.value)}
      />
      {problem && (
        <p id="input-problem" className={styles.problem}>
          <CircleAlert size={13} aria-hidden="true" /> {problem}
        </p>
      )}
    </section>
  );
}

const NOTHING_YET = 'Nothing has run yet. Services answer with stubs in the shape AWS returns.';

/** What stands in place of a result while there is none. */
const WORDS: Readonly<Record<RunPhase, string>> = {
  idle: NOTHING_YET,
  starting: 'Starting…',
  running: 'Running…',
  paused: 'Paused: continue, or step on.',
  ended: NOTHING_YET,
  crashed: NOTHING_YET,
};

function Result() {
  const run = useWorkspace(selectRun);
  const phase = useWorkspace(selectPhase);
  const message = useWorkspace(selectRunMessage);
  const outdated = useWorkspace(selectRunIsOutdated);
  return (
    <section className={styles.column} aria-label="Result of the run">
      <header className={styles.head}>
        <h3>Result</h3>
        {run && (
          <p className={styles.facts}>
            {run.transitions.toLocaleString('en')} transitions · {run.events.toLocaleString('en')} events · +
            {formatDuration(Math.max(0, run.now - run.startedAt))}
          </p>
        )}
      </header>
      <div className={styles.result}>
        {message && (
          <p className={styles.problem} role="alert">
            <CircleAlert size={13} aria-hidden="true" /> {message}
          </p>
        )}
        {run?.restored && !run.recorded && (
          <p className={styles.note}>A run from before the page was reloaded.</p>
        )}
        {run && outdated && !run.restored && (
          <p className={styles.note}>The definition has changed since this run.</p>
        )}
        {run?.recorded && (
          <Suspense>
            <FromElsewhere />
          </Suspense>
        )}
        <Suspense fallback={null}>
          <GoOn />
        </Suspense>
        {run && (
          <Suspense>
            <RunMeters />
          </Suspense>
        )}
        {!run?.result && !message && <p className={styles.note}>{WORDS[phase]}</p>}
        {run && (
          <Suspense>
            <Outcome run={run} quiet={message !== undefined} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
