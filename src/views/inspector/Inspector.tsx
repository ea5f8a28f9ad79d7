import type { ReactNode } from 'react';
import { selectProblem, selectSelectedState, useWorkspace } from '../../workspace';
import styles from './Inspector.module.css';
import { MachineForm } from './MachineForm';
import { StateForm } from './StateForm';

export interface InspectorProps {
  /** Stands at the left of its bar. */
  readonly lead?: ReactNode;
}

/** The form of the selected state; of the state machine while none is selected. */
export function Inspector({ lead }: InspectorProps) {
  const path = useWorkspace(selectSelectedState);
  const problem = useWorkspace(selectProblem);
  return (
    <section className={styles.inspector} aria-label="Inspector">
      <header className={styles.bar}>{lead}</header>
      {problem && (
        <p className={styles.broken} role="status">
          Line {problem.line} of the text has an error. Mend it to edit here.
        </p>
      )}
      <div className={styles.form} inert={problem !== undefined}>
        {path === undefined ? <MachineForm /> : <StateForm key={path} path={path} />}
      </div>
    </section>
  );
}
