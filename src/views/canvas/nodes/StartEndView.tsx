import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { NodeId } from '../../../asl';
import { classNames } from '../../parts';
import { useInteraction } from '../gestures/interaction';
import type { StartEndFlowNode } from '../model/flowNodes';
import { AddBeforeEnd } from './AddBeforeEnd';
import styles from './StartEndView.module.css';
import { rewireRole } from './useStateCard';

/** Start and End: circles with their word on the machine, small dots inside containers. */
export const StartEndView = memo(function StartEndView({ id, data }: NodeProps<StartEndFlowNode>) {
  const role = useInteraction((state) => rewireRole(state, id as NodeId));
  return (
    <div
      className={classNames(
        styles.circle,
        styles[data.kind],
        data.inner && styles.inner,
        role !== 'none' && styles[role],
      )}
      data-pseudo={data.kind}
    >
      {data.inner ? null : data.kind === 'start' ? 'Start' : 'End'}
      {data.kind === 'end' && <AddBeforeEnd end={id as NodeId} />}
    </div>
  );
});
