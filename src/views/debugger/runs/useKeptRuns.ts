import { useCallback, useEffect, useState } from 'react';
import type { KeptRuns } from '../../../worker';
import { selectInterrupted, selectRuns, useWorkspace, useWorkspaceActions } from '../../../workspace';

/** Milliseconds after which a run that has changed is surely written. */
const WRITTEN = 600;

export type Listing =
  | { readonly state: 'reading' }
  | { readonly state: 'here'; readonly kept: KeptRuns }
  | { readonly state: 'failed' };

/** The runs that are kept, read again when one begins, ends, or is taken away. @returns the list and how to read it again */
export function useKeptRuns(): readonly [Listing, () => void] {
  const { execution } = useWorkspaceActions();
  const open = useWorkspace(selectRuns);
  const interrupted = useWorkspace(selectInterrupted);
  const [listing, setListing] = useState<Listing>({ state: 'reading' });
  const read = useCallback(() => {
    execution.listRuns().then(
      (kept) => setListing({ state: 'here', kept }),
      () => setListing({ state: 'failed' }),
    );
  }, [execution]);
  // Each of them changes what is kept, now or shortly after.
  const cause = [open, interrupted];
  const [known, setKnown] = useState(cause);
  if (known[0] !== open || known[1] !== interrupted) setKnown(cause);
  useEffect(() => {
    if (known.length === 0) return;
    read();
    const timer = setTimeout(read, WRITTEN);
    return () => clearTimeout(timer);
  }, [known, read]);
  return [listing, read];
}
