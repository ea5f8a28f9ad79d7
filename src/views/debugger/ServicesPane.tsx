import { lazy, Suspense, useState } from 'react';
import type { StatePath } from '../../asl';
import { AskSettings } from './inbox/AskSettings';
import { MockEditor } from './MockEditor';
import { useMockReports } from './mocks/useMockReports';
import { S3Objects } from './S3Objects';
import styles from './ServicesPane.module.css';
import { StartedMachines } from './StartedMachines';
import { TaskAnswers } from './TaskAnswers';

const StateMockEditor = lazy(async () => ({
  default: (await import('./mocks/StateMockEditor')).StateMockEditor,
}));

/** Who answers the workflow's Tasks: mocks of states, a test case, buckets of the page, stubs for the rest. */
export default function ServicesPane() {
  const [chosen, setChosen] = useState<StatePath>();
  const reports = useMockReports();
  return (
    <div className={styles.pane}>
      <div className={styles.side}>
        <TaskAnswers chosen={chosen} onChoose={setChosen} reports={reports} />
        <section className={styles.column} aria-label="Left to you">
          <AskSettings />
        </section>
        <S3Objects />
        <StartedMachines />
      </div>
      {chosen === undefined ? (
        <MockEditor />
      ) : (
        <Suspense fallback={<div />}>
          <StateMockEditor state={chosen} report={reports.get(chosen)} onClose={() => setChosen(undefined)} />
        </Suspense>
      )}
    </div>
  );
}
