import { type KeyboardEvent, useCallback, useRef } from 'react';
import type { NodeId } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import type { GraphIndex } from '../model/graphIndex';
import { atHand, takeInHand } from './atHand';

/** The canvas's keyboard: one handler for everything on it. */
export function useCanvasKeys(index: GraphIndex, show: (what: 'all' | 'selection') => void) {
  const workspace = useWorkspaceActions();
  const cameFrom = useRef<NodeId>(undefined);
  return useCallback(
    (event: KeyboardEvent) => {
      const around = { workspace, index, show, cameFrom };
      const hands = atHand();
      if (hands) hands.pressKey(event, around);
      // Sooner than it was loaded: the key is not lost.
      else void takeInHand().then(({ pressKey }) => pressKey(event, around));
    },
    [index, show, workspace],
  );
}
