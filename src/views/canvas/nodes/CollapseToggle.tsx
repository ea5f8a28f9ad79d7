import { ChevronDown, ChevronRight } from 'lucide-react';
import type { StateNode } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import styles from './CollapseToggle.module.css';

/** Draws a container closed or open. Keys do the same, so Tab does not stop here. */
export function CollapseToggle({ node, closed }: { readonly node: StateNode; readonly closed: boolean }) {
  const { drawing } = useWorkspaceActions();
  const Icon = closed ? ChevronRight : ChevronDown;
  return (
    <button
      type="button"
      className={styles.toggle}
      tabIndex={-1}
      aria-label={`${closed ? 'Expand' : 'Collapse'} ${node.name}`}
      aria-expanded={!closed}
      title={closed ? 'Expand (+)' : 'Collapse (−)'}
      onClick={() => drawing.collapse(node.path, !closed)}
    >
      <Icon size={14} aria-hidden="true" />
    </button>
  );
}
