import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { SIZES } from '../../../asl';
import { useStateStatus } from '../../../workspace';
import { classNames, describeState, StateGlyph, StatusIcon, statusTone, tones } from '../../parts';
import { atHand } from '../gestures/atHand';
import type { StateFlowNode } from '../model/flowNodes';
import { BreakpointMark } from './BreakpointMark';
import { CollapseToggle } from './CollapseToggle';
import styles from './ContainerView.module.css';
import { NextHandle } from './NextHandle';
import { StateBadges } from './StateBadges';
import { useStateCard } from './useStateCard';

/** A Parallel or Map as a frame around its inside: a title bar, and for a Map more cards behind it. */
export const ContainerView = memo(function ContainerView({ data, selected }: NodeProps<StateFlowNode>) {
  const { node, tabStop } = data;
  const progress = useStateStatus(node.path);
  const { paused, breakpoints, here, ahead, uncovered, renaming, role, card } = useStateCard(node);
  const NameField = atHand()?.NameField;
  const status = progress?.status ?? 'notStarted';
  return (
    <div
      className={classNames(
        styles.container,
        tones[statusTone(status)],
        node.type === 'Map' && styles.stacked,
        selected && styles.selected,
        (paused || here) && styles.paused,
        (ahead || uncovered) && styles.ahead,
        role !== 'none' && styles[role],
      )}
    >
      <button
        {...card}
        type="button"
        className={styles.header}
        style={{ height: SIZES.containerHeader }}
        tabIndex={tabStop ? 0 : -1}
        aria-pressed={selected}
        data-state-name={node.name}
        data-status={status}
        data-ahead={ahead}
        data-uncovered={uncovered}
        data-selected={selected}
        aria-label={describeState(node, { progress, paused, breakpoints })}
        aria-expanded={true}
      >
        <StateGlyph type={node.type} distributed={node.distributed} size={24} />
        <span className={styles.name} title={node.name}>
          {node.name}
        </span>
        <span className={styles.summary} title={node.summary}>
          {node.summary}
        </span>
        <StatusIcon status={paused ? 'paused' : status} />
      </button>
      <CollapseToggle node={node} closed={false} />
      {renaming && NameField && <NameField node={node} height={SIZES.containerHeader} />}
      <StateBadges node={node} progress={progress} />
      <BreakpointMark node={node} />
      <NextHandle node={node} />
    </div>
  );
});
