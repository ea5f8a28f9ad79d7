import { GitBranchPlus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
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
  const branching = useBranching(find);
  return (
    <>
      <OpenBranching branching={branching} />
      {branching.dialog}
    </>
  );
}

export interface Branching {
  open(): void;
  /** Nothing, until it is opened. */
  readonly dialog: ReactNode;
}

/** For a button that may be drawn anew while its dialog is on the way: the dialog stands apart from it. */
export function useBranching(find: BranchButtonProps['find']): Branching {
  const { notices } = useWorkspaceActions();
  const [visit, setVisit] = useState<Visit>();
  const open = async () => {
    const found = await find().catch(() => undefined);
    if (found) setVisit(found);
    else notices.add('info', 'The run enters no state here or later: there is nothing to branch from.');
  };
  return {
    open: () => void open(),
    dialog: visit && (
      <Suspense fallback={null}>
        <BranchDialog visit={visit} onClose={() => setVisit(undefined)} />
      </Suspense>
    ),
  };
}

export function OpenBranching({ branching }: { readonly branching: Branching }) {
  return (
    <button
      type="button"
      className={styles.button}
      title="Go on from here in a new run, with other data or the edited definition"
      onClick={branching.open}
    >
      <GitBranchPlus size={13} aria-hidden="true" /> Branch from here…
    </button>
  );
}
