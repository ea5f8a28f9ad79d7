import type { NodeId, StatePath } from '../../asl';
import { interaction } from './gestures/interaction';

/** Brings a state into sight and gives it the keyboard focus, as soon as it is drawn. */
export function focusState(state: StatePath): void {
  const node = state as string as NodeId;
  interaction.setState({ transition: undefined, menu: undefined, focusNext: node, showNext: node });
}
