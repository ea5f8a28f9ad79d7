import { useEffect, useState } from 'react';
import type { CompareResult, VersionText } from '../../worker';
import { useWorkspaceActions } from '../../workspace';

export type ComparisonPhase =
  | { readonly type: 'working' }
  | { readonly type: 'done'; readonly result: CompareResult }
  | { readonly type: 'failed'; readonly message: string };

/** Compares two texts, anew when either is another one; what was found stays until then. */
export function useComparison(before: VersionText, after: VersionText): ComparisonPhase {
  const { compare } = useWorkspaceActions();
  const [phase, setPhase] = useState<ComparisonPhase>({ type: 'working' });
  useEffect(() => {
    let gone = false;
    compare(before, after).then(
      (result) => {
        if (!gone) setPhase({ type: 'done', result });
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (!gone) setPhase({ type: 'failed', message });
      },
    );
    return () => {
      gone = true;
    };
  }, [compare, before, after]);
  return phase;
}
