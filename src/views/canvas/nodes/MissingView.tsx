import type { NodeProps } from '@xyflow/react';
import { CircleAlert } from 'lucide-react';
import { memo } from 'react';
import type { MissingFlowNode } from '../model/flowNodes';
import styles from './MissingView.module.css';

/** The place of a state that some transition names and nobody wrote. */
export const MissingView = memo(function MissingView({ data }: NodeProps<MissingFlowNode>) {
  const words = `No state named “${data.name}”`;
  return (
    <div className={styles.missing} title={words} data-missing-state={data.name}>
      <CircleAlert size={16} aria-hidden="true" />
      <span className={styles.words}>{words}</span>
    </div>
  );
});
