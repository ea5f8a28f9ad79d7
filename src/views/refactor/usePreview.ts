import { useEffect, useState } from 'react';
import type { RefactorCheck, Refactoring, RefactorReport } from '../../worker';
import { useWorkspaceActions } from '../../workspace';

export interface Preview {
  /** Undefined while it is worked out. */
  readonly report: RefactorReport | undefined;
  /** How both versions ran; undefined while they run, and where nothing has to be run. */
  readonly check: RefactorCheck | undefined;
}

const NOTHING: Preview = { report: undefined, check: undefined };
const NO_STATE: Preview = {
  report: { plan: { ok: false, reason: 'Select a state first.' }, notes: [] },
  check: undefined,
};

/** What a refactoring would do, and, of a conversion, whether both versions do the same. */
export function usePreview(refactoring: Refactoring | undefined): Preview {
  const { refactorings } = useWorkspaceActions();
  const [preview, setPreview] = useState<Preview>(NOTHING);
  useEffect(() => {
    let wanted = true;
    const show = (next: Preview) => {
      if (wanted) setPreview(next);
    };
    const work = async () => {
      if (!refactoring) return show(NO_STATE);
      show(NOTHING);
      const report = await refactorings.preview(refactoring);
      show({ report, check: undefined });
      if (!wanted || report.after === undefined || refactoring.type !== 'convert') return;
      show({ report, check: await refactorings.check(report.after) });
    };
    work().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      show({ report: { plan: { ok: false, reason }, notes: [] }, check: undefined });
    });
    return () => {
      wanted = false;
    };
  }, [refactoring, refactorings]);
  return preview;
}
