import type { NodeProps } from '@xyflow/react';
import { CircleAlert } from 'lucide-react';
import { memo } from 'react';
import { SIZES } from '../../../asl';
import { classNames, StateFace, StateGlyph } from '../../parts';
import { ChangeMark } from '../ChangeMark';
import styles from './ComparedStates.module.css';
import type { ComparedMissingNode, ComparedStateNode, ComparedTerminalNode } from './comparedNodes';

/** A state of either version as a card with what became of it. */
const ComparedState = memo(function ComparedState({ data, selected }: NodeProps<ComparedStateNode>) {
  return (
    <div
      className={classNames(styles.state, styles[data.status], selected && styles.selected)}
      {...described(data)}
    >
      <StateFace node={data.node} />
      <Chip {...data} />
    </div>
  );
});

/** A Parallel or Map of either version as a frame around its inside. */
const ComparedContainer = memo(function ComparedContainer({ data, selected }: NodeProps<ComparedStateNode>) {
  const { node } = data;
  return (
    <div
      className={classNames(styles.container, styles[data.status], selected && styles.selected)}
      {...described(data)}
    >
      <div className={styles.title} style={{ height: SIZES.containerHeader }}>
        <StateGlyph type={node.type} distributed={node.distributed} size={24} />
        <span className={styles.name}>{node.name}</span>
        <span className={styles.summary}>{node.summary}</span>
      </div>
      <Chip {...data} />
    </div>
  );
});

function Chip({ status, was }: ComparedStateNode['data']) {
  if (status === 'same') return null;
  return (
    <span className={styles.chip}>
      <ChangeMark status={status} size={14} />
      {was === undefined ? status : `renamed from ${was}`}
    </span>
  );
}

const ComparedTerminal = memo(function ComparedTerminal({ data }: NodeProps<ComparedTerminalNode>) {
  return (
    <div className={classNames(styles.terminal, styles[data.kind], data.inner && styles.inner)}>
      {data.inner ? null : data.kind === 'start' ? 'Start' : 'End'}
    </div>
  );
});

const ComparedMissing = memo(function ComparedMissing({ data }: NodeProps<ComparedMissingNode>) {
  return (
    <div className={styles.missing}>
      <CircleAlert size={16} aria-hidden="true" /> No state named “{data.name}”
    </div>
  );
});

function described({ node, status, was }: ComparedStateNode['data']) {
  const words = [node.name, node.type ?? 'unknown type', status === 'same' ? 'unchanged' : status];
  return {
    role: 'img',
    'aria-label': was === undefined ? words.join(', ') : `${words.join(', ')} from ${was}`,
    'data-compared': status,
    'data-compared-name': node.name,
  };
}

/** One object for the life of the page: React Flow draws every node anew when it gets another. */
export const comparedNodeTypes = {
  state: ComparedState,
  container: ComparedContainer,
  terminal: ComparedTerminal,
  missing: ComparedMissing,
};
