import type { ReactFlowState } from '@xyflow/react';
import { interaction } from '../gestures/interaction';
import { isFarOut } from '../model/farOut';
import { wholeNode } from '../model/flowNodes';

/**
 * Whether a move of the view leads from the cards to the picture that takes their place, or back. What stands for all
 * nodes is put in their place before the view gets there: else each of them, all being in sight then, would be
 * drawn for a moment.
 */
export function crossToPicture(flow: ReactFlowState, from: number, to: number): boolean {
  const { surface } = interaction.getState();
  if (!surface) return false;
  const { layout } = surface;
  const count = Object.keys(layout.nodes).length;
  const out = isFarOut(to, flow, layout, count);
  if (out) flow.setNodes([wholeNode(layout)]);
  return out !== isFarOut(from, flow, layout, count);
}
