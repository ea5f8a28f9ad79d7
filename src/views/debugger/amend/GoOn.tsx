import { GitBranch, RotateCw } from 'lucide-react';
import { lazy, Suspense } from 'react';
import {
  selectPhase,
  selectRun,
  selectRunIsOutdated,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import styles from './GoOn.module.css';

const Compared = lazy(() => import('../recorded/Compared'));

/** Where the run on show comes from, and how one that did not succeed can go on. */
export default function GoOn() {
  const run = useWorkspace(selectRun);
  const phase = useWorkspace(selectPhase);
  if (!run) return null;
  const { branched, redriven, result } = run;
  const failed = phase === 'ended' && result !== undefined && result.status !== 'SUCCEEDED';
  return (
    <>
      {run.again && (
        <Suspense>
          <Compared />
        </Suspense>
      )}
      {branched && (
        <p className={styles.note}>
          <GitBranch size={13} aria-hidden="true" />
          <span>
            Branched from event {branched.event} of run <code>{branched.parent.slice(0, 8)}</code>
            {changedWords(branched.changed)}.
          </span>
        </p>
      )}
      {redriven && (
        <p className={styles.note}>
          <RotateCw size={13} aria-hidden="true" />
          {redriven === 'edited'
            ? 'Redriven with an edited definition, which AWS does not do.'
            : 'Redriven, as AWS would.'}
        </p>
      )}
      {failed && !run.recorded && run.child === undefined && <Redrive reason={result.notRedrivable} />}
    </>
  );
}

function changedWords(changed: readonly string[]): string {
  if (changed.length === 0) return ', as it was';
  const words = changed.map((each) => (each === 'definition' ? 'an edited definition' : `changed ${each}`));
  return `, with ${words.join(' and ')}`;
}

function Redrive({ reason }: { readonly reason: string | undefined }) {
  const { execution } = useWorkspaceActions();
  const outdated = useWorkspace(selectRunIsOutdated);
  if (reason !== undefined) return <p className={styles.note}>Not to be redriven: {reason}.</p>;
  return (
    <div className={styles.actions}>
      {outdated && (
        <button
          type="button"
          className={styles.first}
          title="Goes on where the run failed, with the definition and the services as they are now"
          onClick={() => void execution.redrive(true)}
        >
          <RotateCw size={13} aria-hidden="true" /> Redrive with the edited definition
        </button>
      )}
      <button
        type="button"
        className={outdated ? styles.other : styles.first}
        title="Goes on where the run failed, with the definition that ran and the services as they are now"
        onClick={() => void execution.redrive(false)}
      >
        {!outdated && <RotateCw size={13} aria-hidden="true" />}
        {outdated ? 'As AWS would (same definition)' : 'Redrive'}
      </button>
    </div>
  );
}
