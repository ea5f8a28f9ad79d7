import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { StateProgress } from '../../../worker';
import { isAsked, useStateStatus, useWorkspace } from '../../../workspace';
import { classNames, describeState, StateFace, StatusIcon, statusTone, tones } from '../../parts';
import { atHand } from '../gestures/atHand';
import type { StateFlowNode } from '../model/flowNodes';
import { BreakpointMark } from './BreakpointMark';
import { CollapseToggle } from './CollapseToggle';
import { NextHandle } from './NextHandle';
import { StateBadges } from './StateBadges';
import styles from './StateNodeView.module.css';
import { useStateCard } from './useStateCard';

/** A state as a card: its type's glyph, its name, what it does, how it is doing. */
export const StateNodeView = memo(function StateNodeView({ data, selected }: NodeProps<StateFlowNode>) {
  const { node, tabStop, inside } = data;
  const closed = inside !== undefined;
  const summary = inside ?? node.summary;
  const asked = useWorkspace((state) => isAsked(state, node.path));
  const progress = waiting(useStateStatus(node.path), asked);
  const { paused, breakpoints, here, ahead, uncovered, renaming, role, card } = useStateCard(node);
  const NameField = atHand()?.NameField;
  const status = progress?.status ?? 'notStarted';
  return (
    <div
      className={classNames(
        styles.state,
        tones[statusTone(status)],
        styles[statusTone(status)],
        selected && styles.selected,
        (paused || here) && styles.paused,
        (ahead || uncovered) && styles.ahead,
        role !== 'none' && styles[role],
        closed && styles.closed,
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
        data-ahead={ahead}
        data-uncovered={uncovered}
        data-selected={selected}
        aria-label={describeState(node, { progress, paused, inside, breakpoints })}
        aria-expanded={closed ? false : undefined}
      >
        <StateFace node={node} summary={summary} />
        <StatusIcon status={paused ? 'paused' : asked ? 'asked' : status} />
      </button>
      {closed && <CollapseToggle node={node} closed />}
      {renaming && NameField && <NameField node={node} />}
      <StateBadges node={node} progress={progress} />
      <BreakpointMark node={node} />
      <NextHandle node={node} />
    </div>
  );
});

/** The history does not say that a call waits for the user; the card does. */
const waiting = (progress: StateProgress | undefined, asked: boolean): StateProgress | undefined =>
  asked && progress ? { ...progress, status: 'waiting' } : progress;
