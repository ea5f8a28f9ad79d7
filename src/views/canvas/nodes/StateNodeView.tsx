import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useStateStatus } from '../../../workspace';
import { classNames, StateFace, StatusIcon, statusTone } from '../../parts';
import { describeState } from '../model/description';
import type { StateFlowNode } from '../model/flowNodes';
import { NameField } from './NameField';
import { NextHandle } from './NextHandle';
import { StateBadges } from './StateBadges';
import styles from './StateNodeView.module.css';
import { useStateCard } from './useStateCard';

/** A state as a card: its type's glyph, its name, what it does, how it is doing. */
export const StateNodeView = memo(function StateNodeView({ data, selected }: NodeProps<StateFlowNode>) {
  const { node, tabStop } = data;
  const progress = useStateStatus(node.path);
  const { paused, renaming, role, card } = useStateCard(node);
  const status = progress?.status ?? 'notStarted';
  return (
    <div
      className={classNames(
        styles.state,
        styles[statusTone(status)],
        selected && styles.selected,
        paused && styles.paused,
        role !== 'none' && styles[role],
      )}
    >
      <button
        {...card}
        type="button"
        className={styles.card}
        tabIndex={tabStop ? 0 : -1}
        aria-pressed={selected}
        data-state-name={node.name}
        data-status={status}
        data-selected={selected}
        aria-label={describeState(node, progress, paused)}
      >
        <StateFace node={node} />
        <StatusIcon status={paused ? 'paused' : status} />
      </button>
      {renaming && <NameField node={node} />}
      <StateBadges node={node} progress={progress} />
      <NextHandle node={node} />
    </div>
  );
});
