import type { PointerEvent } from 'react';
import type { NodeId, Point, TransitionId } from '../../../asl';
import type { Workspace } from '../../../workspace';
import { nodeAt } from '../geometry/hitTest';
import { retargetIntent, transitionSource } from '../model/connection';
import { announce, type CanvasSurface, interaction } from './interaction';
import { NO_REWIRE, type RewireEvent, type RewirePlan, stepRewire } from './rewire';
import { trackPointer } from './trackPointer';
import { verdictOn, verdictOnNew } from './verdict';

/** A press begins to drag a transition's end. @param from the node the line stays fast to */
export function beginRewire(
  workspace: Workspace,
  event: PointerEvent,
  transition: TransitionId,
  from: NodeId,
): void {
  const { surface } = interaction.getState();
  const at = surface?.toCanvas({ x: event.clientX, y: event.clientY });
  if (!surface || !at || event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  interaction.setState({ transition: undefined, menu: undefined, quickAdd: undefined });
  send({ type: 'press', transition, from: fastEnd(surface, transition, from), at });
  trackPointer({
    move: (client) => {
      const now = interaction.getState().surface;
      const point = now?.toCanvas(client);
      if (now && point) send({ type: 'move', at: point, over: nodeUnder(now, point, transition) });
    },
    up: (client) => {
      const plan = send({ type: 'release' });
      if (plan?.to !== undefined) connect(workspace, plan.transition, plan.to);
      else if (plan) askForNew(workspace, plan, client);
    },
    cancel: () => send({ type: 'cancel' }),
  });
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

/** The line was let go over nothing: what shall it lead to? Said no to at once where nothing may follow. */
function askForNew(workspace: Workspace, { transition, from, at }: RewirePlan, client: Point): void {
  const { surface } = interaction.getState();
  const scope = surface && transitionSource(surface.index, transition)?.scope;
  if (!surface?.toCanvas(client) || scope === undefined) return;
  const verdict = verdictOnNew(surface.index, transition);
  if (verdict.ok) {
    const target = { kind: 'lead', transition, scope } as const;
    interaction.setState({ quickAdd: { target, at: client, line: { from, to: at } } });
  } else {
    workspace.notices.add('warning', verdict.reason);
  }
}

/** The empty inside of the container that the transition itself is in counts as empty canvas. */
function nodeUnder(
  { index, layout }: CanvasSurface,
  point: Point,
  transition: TransitionId,
): NodeId | undefined {
  const over = nodeAt(index, layout, point);
  const scope = transitionSource(index, transition)?.scope;
  const isAround = over !== undefined && scope?.startsWith(`${over}/`);
  return isAround ? undefined : over;
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
