import { Plus } from 'lucide-react';
import type { NodeId } from '../../../asl';
import { interaction } from '../gestures/interaction';
import { quickAddPlace } from '../gestures/quickAddPlace';
import { targetBeforeEnd } from '../model/insertion';
import styles from './AddBeforeEnd.module.css';

/** The "+" that appears over End: what is added comes before it. By key the same is done from the transition that leads there. */
export function AddBeforeEnd({ end }: { readonly end: NodeId }) {
  return (
    <button
      type="button"
      className={styles.plus}
      tabIndex={-1}
      title="Add before End"
      aria-label="Add before End"
      onClick={() => askBefore(end)}
    >
      <Plus size={13} strokeWidth={2.6} aria-hidden="true" />
    </button>
  );
}

function askBefore(end: NodeId): void {
  const { surface } = interaction.getState();
  const node = surface?.index.nodes.get(end);
  const box = surface?.layout.nodes[end];
  if (!surface || !node || !box) return;
  const target = targetBeforeEnd(surface.index, node.scope);
  const at =
    target.kind === 'scope'
      ? surface.toClient({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
      : quickAddPlace(surface, target);
  interaction.setState({ menu: undefined, quickAdd: { target, at } });
}
