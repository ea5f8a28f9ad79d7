import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StateNode, StatePath } from '../../asl';
import { breakpointsOn, useStateStatus, useWorkspace } from '../../workspace';
import { classNames, describeState, StateGlyph, StatusIcon } from '../parts';
import { nameOf } from './keys';
import styles from './Outline.module.css';
import type { OutlineRow } from './rows';

interface LineProps {
  readonly id: string;
  readonly row: OutlineRow;
  /** Pixels from the tree's top. */
  readonly top: number;
  readonly inHand: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
  readonly onGo: (state: StatePath) => void;
}

/** One line of the tree. The keys are the tree's; a double-click goes to the canvas as Enter does. */
export function OutlineLine(props: LineProps) {
  const { row } = props;
  if (row.kind === 'state') return <StateLine {...props} node={row.node} />;
  return (
    <Line {...props} label={row.name}>
      <span className={styles.branch}>{row.name}</span>
    </Line>
  );
}

function StateLine({ node, ...props }: LineProps & { readonly node: StateNode }) {
  const progress = useStateStatus(node.path);
  const breakpoints = useWorkspace((state) => breakpointsOn(state, node.path));
  const { service } = node.resource ?? {};
  return (
    <Line {...props} label={describeState(node, { progress, breakpoints })}>
      <StateGlyph type={node.type} service={service} distributed={node.distributed} size={18} />
      <span className={classNames(styles.name, node.unreachable && styles.unreachable)}>{node.name}</span>
      {breakpoints > 0 && <span className={styles.breakpoint} aria-hidden="true" />}
      <StatusIcon status={progress?.status ?? 'notStarted'} size={14} />
    </Line>
  );
}

function Line({
  id,
  row,
  top,
  inHand,
  label,
  onChoose,
  onToggle,
  onGo,
  children,
}: LineProps & { readonly label: string; readonly children: ReactNode }) {
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      className={classNames(styles.line, inHand && styles.inHand)}
      style={{ top, paddingLeft: 4 + (row.level - 1) * 10 }}
      title={nameOf(row)}
      aria-label={label}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.beside}
      aria-selected={inHand}
      aria-expanded={row.open}
      onPointerDown={(event) => {
        // The tree keeps the focus; the line in hand is its active descendant.
        event.currentTarget.closest<HTMLElement>('[role="tree"]')?.focus();
        event.preventDefault();
        onChoose();
      }}
      onDoubleClick={() => row.kind === 'state' && onGo(row.node.path)}
    >
      <span
        className={classNames(styles.chevron, row.open && styles.open)}
        onPointerDown={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {row.open !== undefined && <ChevronRight size={14} aria-hidden="true" />}
      </span>
      {children}
    </div>
  );
}
