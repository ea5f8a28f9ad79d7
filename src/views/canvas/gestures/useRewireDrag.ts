import { type PointerEvent, useCallback } from 'react';
import type { NodeId, Point, TransitionId } from '../../../asl';
import { useWorkspaceActions, type Workspace } from '../../../workspace';
import { nodeAt } from '../geometry/hitTest';
import { retargetIntent } from '../model/connection';
import { announce, type CanvasSurface, interaction } from './interaction';
import { NO_REWIRE, type RewireEvent, stepRewire } from './rewire';
import { trackPointer } from './trackPointer';
import { verdictOn } from './verdict';

/**
 * Begins to drag a transition's end with the pointer.
 *
 * @returns a pointer-down handler; `from` is the node the line stays fast to
 */
export function useRewireDrag() {
  const workspace = useWorkspaceActions();
  return useCallback(
    (event: PointerEvent, transition: TransitionId, from: NodeId) => {
      const { surface } = interaction.getState();
      const at = surface?.toCanvas({ x: event.clientX, y: event.clientY });
      if (!surface || !at || event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      interaction.setState({ transition: undefined, menu: undefined });
      send({ type: 'press', transition, from: fastEnd(surface, transition, from), at });
      trackPointer({
        move: (client) => {
          const now = interaction.getState().surface;
          const point = now?.toCanvas(client);
          if (now && point) send({ type: 'move', at: point, over: nodeAt(now.index, now.layout, point) });
        },
        up: () => {
          const plan = send({ type: 'release' });
          if (plan) connect(workspace, plan.transition, plan.to);
        },
        cancel: () => send({ type: 'cancel' }),
      });
    },
    [workspace],
  );
}

/** Points a transition at a node, or says why not. */
export function connect(workspace: Workspace, transition: TransitionId, to: NodeId): void {
  const { surface } = interaction.getState();
  const target = surface?.index.nodes.get(to);
  if (!surface || !target || surface.index.transitions.get(transition)?.to === to) return;
  const verdict = verdictOn(surface.index, transition, to);
  const intent = retargetIntent(transition, target);
  if (!verdict.ok) workspace.notices.add('warning', verdict.reason);
  else if (intent) void workspace.edit(intent).then((outcome) => outcome.ok && announce('Connected.'));
}

function send(event: RewireEvent) {
  const { rewire, plan } = stepRewire(interaction.getState().rewire, event);
  interaction.setState({ rewire: rewire.phase === 'idle' ? NO_REWIRE : rewire });
  return plan;
}

/** Where the line leaves the node that it stays fast to: its drawn start, else the middle of the node's border. */
function fastEnd({ layout }: CanvasSurface, transition: TransitionId, from: NodeId): Point {
  const start = layout.edges[transition]?.points[0];
  const box = layout.nodes[from];
  return start ?? (box ? { x: box.x + box.width / 2, y: box.y + box.height } : { x: 0, y: 0 });
}
