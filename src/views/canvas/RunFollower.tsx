import { useEffect } from 'react';
import type { Layout, StatePath } from '../../asl';
import { selectPhase, selectSpeed, useWorkspace, type WorkspaceState } from '../../workspace';
import type { CanvasView } from '../parts';
import { tokenDuration } from './edges/tokenDuration';
import { interaction } from './gestures/interaction';
import { boxOfState } from './model/closed';
import type { GraphIndex } from './model/graphIndex';

export interface RunFollowerProps {
  readonly view: CanvasView;
  readonly index: GraphIndex;
  readonly layout: Layout;
}

/**
 * Keeps the state a run has come to in sight, as long as the run is slow enough to be watched and the user
 * has not moved the view since it began. A component of its own, so that a step renders nothing else.
 */
export function RunFollower({ view, index, layout }: RunFollowerProps) {
  const at = useWorkspace(stateEnteredLast);
  const watched = useWorkspace(isWatched);
  const run = useWorkspace(runOnShow);

  useEffect(() => {
    const box = boxOfState(index, layout, at);
    if (box && watched && interaction.getState().steeredIn !== run) view.reveal(box);
  }, [at, watched, run, index, layout, view]);
  return null;
}

function stateEnteredLast({ execution }: WorkspaceState): StatePath | undefined {
  return execution.moment ? execution.moment.at : execution.at;
}

function runOnShow({ execution }: WorkspaceState): string | undefined {
  return execution.run?.id;
}

function isWatched(state: WorkspaceState): boolean {
  const phase = selectPhase(state);
  return (
    phase === 'paused' ||
    state.execution.moment !== undefined ||
    (phase === 'running' && tokenDuration(selectSpeed(state)) > 0)
  );
}
