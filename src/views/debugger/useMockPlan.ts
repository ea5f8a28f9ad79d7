import { useMemo } from 'react';
import { type MockPlan, planMocks, selectName, selectServices, useWorkspace } from '../../workspace';

/** What the mocks come to; undefined while there are none. */
export function useMockPlan(): MockPlan | undefined {
  const { mocks } = useWorkspace(selectServices);
  const name = useWorkspace(selectName);
  return useMemo(() => mocks && planMocks(mocks, name), [mocks, name]);
}
