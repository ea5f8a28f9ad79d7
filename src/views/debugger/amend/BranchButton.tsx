import { GitBranchPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Visit } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import styles from './BranchButton.module.css';

const BranchDialog = lazy(() => import('./BranchDialog'));

interface BranchButtonProps {
  /** The visit that a branch begins with; undefined when there is none. */
  readonly find: () => Promise<Visit | undefined>;
}

/** Asks for a run that goes on from here otherwise. */
export function BranchButton({ find }: BranchButtonProps) {
  const { notices } = useWorkspaceActions();
  const [visit, setVisit] = useState<Visit>();
  const open = async () => {
    const found = await find().catch(() => undefined);
    if (found) setVisit(found);
    else notices.add('info', 'The run enters no state here or later: there is nothing to branch from.');
  };
  return (
    <>
      <button
        type="button"
        className={styles.button}
        title="Go on from here in a new run, with other data or the edited definition"
        onClick={() => void open()}
      >
        <GitBranchPlus size={13} aria-hidden="true" /> Branch from here…
      </button>
      {visit && (
        <Suspense fallback={null}>
          <BranchDialog visit={visit} onClose={() => setVisit(undefined)} />
        </Suspense>
      )}
    </>
  );
}
