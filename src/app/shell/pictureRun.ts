import type { Graph, NodeId, PictureRun, StateMarks, TransitionId } from '../../asl';
import type { Workspace } from '../../workspace';

/** What the run on show says about the states and transitions of the drawing; undefined without a run. */
export function pictureRun({ store, progress }: Workspace, graph: Graph): PictureRun | undefined {
  const { run, phase, at } = store.getState().execution;
  if (run === undefined) return undefined;
  const states = new Map<NodeId, StateMarks>();
  const taken = new Map<TransitionId, number>();
  let paused: NodeId | undefined;
  let last: TransitionId | undefined;
  for (const scope of graph.scopes) {
    for (const node of scope.nodes) {
      const known = node.kind === 'state' ? progress.state(node.path) : undefined;
      if (known) {
        const { status, visits, retries } = known;
        states.set(node.id, { visits, retries, ...(status === 'notStarted' ? {} : { status }) });
      }
      if (phase === 'paused' && node.kind === 'state' && node.path === at) paused = node.id;
    }
    for (const { id } of scope.transitions) {
      const known = progress.transition(id);
      if (known && known.count > 0) taken.set(id, known.count);
      if (known?.last) last = id;
    }
  }
  return {
    states,
    taken,
    over: phase === 'ended',
    ...(paused === undefined ? {} : { paused }),
    ...(last === undefined ? {} : { last }),
  };
}
