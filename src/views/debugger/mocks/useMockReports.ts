import { useMemo } from 'react';
import type { StatePath } from '../../../asl';
import type { MockReport } from '../../../worker';
import { selectServices, selectText, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { useFetched } from '../../parts';

/** What is to be said of the mocks of states, by state; empty until the worker has said it. */
export function useMockReports(): ReadonlyMap<StatePath, MockReport> {
  const workspace = useWorkspaceActions();
  const { tasks } = useWorkspace(selectServices);
  const text = useWorkspace(selectText);
  const asked = useMemo(() => ({ tasks, text }), [tasks, text]);
  const reports = useFetched('mocks', asked, () => workspace.checkMocks());
  return useMemo(() => new Map((reports ?? []).map((report) => [report.state, report])), [reports]);
}
