import { MockEditor } from './MockEditor';
import { S3Objects } from './S3Objects';
import styles from './ServicesPane.module.css';
import { StartedMachines } from './StartedMachines';
import { TaskAnswers } from './TaskAnswers';

/** Who answers the workflow's Tasks: mocks for the states they name, buckets of the page, stubs for the rest. */
export function ServicesPane() {
  return (
    <div className={styles.pane}>
      <MockEditor />
      <div className={styles.side}>
        <TaskAnswers />
        <S3Objects />
        <StartedMachines />
      </div>
    </div>
  );
}
