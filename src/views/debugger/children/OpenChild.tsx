import { SquareArrowOutUpRight } from 'lucide-react';
import type { VisitName } from '../../../worker';
import { useWorkspaceActions } from '../../../workspace';
import { classNames } from '../../parts';
import styles from './children.module.css';

interface OpenChildProps {
  /** ARN of the execution. */
  readonly execution: string;
  /** The visit that started it. */
  readonly visit: VisitName | undefined;
  /** In a row of a table: small, and left out by the Tab key, which goes through the rows. */
  readonly inRow?: boolean;
}

/** Opens an execution that a Task started. */
export function OpenChild({ execution, visit, inRow = false }: OpenChildProps) {
  const { children } = useWorkspaceActions();
  const name = execution.split(':').slice(6).join(' · ');
  return (
    <button
      type="button"
      className={classNames(styles.open, inRow && styles.small)}
      {...(inRow ? { tabIndex: -1 } : {})}
      title={`Look at ${name}: its own graph, history and data. Undo leads back.`}
      onClick={(event) => {
        event.stopPropagation();
        void children().then(({ open }) => open(execution, visit));
      }}
    >
      <SquareArrowOutUpRight size={inRow ? 11 : 13} aria-hidden="true" /> Open child execution
    </button>
  );
}
