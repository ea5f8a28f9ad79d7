import { type ReactFlowState, useStore } from '@xyflow/react';
import { WHOLE } from './model/flowNodes';

/** Whether the workflow is drawn as one picture, without an element for each state. */
export function useIsOverview(): boolean {
  return useStore(isOverview);
}

function isOverview({ nodeLookup }: ReactFlowState): boolean {
  return nodeLookup.has(WHOLE);
}
