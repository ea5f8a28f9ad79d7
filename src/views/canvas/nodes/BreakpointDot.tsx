import type { StateNode, StatePath } from '../../../asl';
import { useWorkspace, useWorkspaceActions, type WorkspaceState } from '../../../workspace';
import styles from './BreakpointDot.module.css';

/** The red dot in a state's corner: runs stop there. Keys do the same, so Tab does not stop here. */
export default function BreakpointDot({ node }: { readonly node: StateNode }) {
  const { breakpoints } = useWorkspaceActions();
  const look = useWorkspace((state) => lookOf(state, node.path));
  const words = `Breakpoint on ${node.name}`;
  return (
    <button
      type="button"
      className={styles.dot}
      tabIndex={-1}
      data-look={look}
      aria-label={words}
      aria-pressed={look !== 'none'}
      title={look === 'none' ? `${words} (F9)` : `Remove the breakpoint on ${node.name} (F9)`}
      onClick={() => breakpoints.toggle(node.path)}
    />
  );
}

type Look = 'none' | 'off' | 'narrowed' | 'plain';

/** Of several breakpoints the one that stops most shows. */
function lookOf({ breakpoints }: WorkspaceState, path: StatePath): Look {
  let look: Look = 'none';
  for (const each of breakpoints) {
    if (each.kind === 'variable' || each.state !== path) continue;
    const { enabled, kind, item, hits, condition } = each;
    if (!enabled) look = look === 'none' ? 'off' : look;
    else if (kind === 'entry' && item === undefined && hits === undefined && condition === undefined)
      return 'plain';
    else look = 'narrowed';
  }
  return look;
}
