import { CircleAlert, FileUp, Trash2, Undo2, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { type MockSettings, selectServices, useWorkspace, useWorkspaceActions } from '../../workspace';
import { FileButton } from './FileButton';
import styles from './ServicesPane.module.css';
import { useMockPlan } from './useMockPlan';

/** The MockConfigFile.json, as text, and what is wrong with it. */
export function MockEditor() {
  const workspace = useWorkspaceActions();
  const { mocks } = useWorkspace(selectServices);
  const plan = useMockPlan();
  const change = (text: string) => workspace.execution.setServices({ mocks: { ...mocks, text } });
  // What was there before a file was loaded or all was removed: nothing that was typed is lost.
  const [before, setBefore] = useState<MockSettings>();
  const open = (settings: MockSettings | undefined) => {
    setBefore(mocks);
    workspace.execution.setServices({ mocks: settings });
  };
  const scaffold = async () => open({ text: await workspace.scaffoldMocks() });
  return (
    <section className={styles.column} aria-label="Mocks">
      <header className={styles.head}>
        <h3>Mocks</h3>
        <div className={styles.tools}>
          <FileButton accept=".json,application/json" onText={(text) => open({ text })}>
            <FileUp size={13} aria-hidden="true" /> Load…
          </FileButton>
          {before && (
            <button type="button" className={styles.button} onClick={() => open(before)}>
              <Undo2 size={13} aria-hidden="true" /> Put back
            </button>
          )}
          {mocks ? (
            <button type="button" className={styles.button} onClick={() => open(undefined)}>
              <Trash2 size={13} aria-hidden="true" /> Remove
            </button>
          ) : (
            <button type="button" className={styles.button} onClick={() => void scaffold()}>
              <WandSparkles size={13} aria-hidden="true" /> Scaffold
            </button>
          )}
        </div>
      </header>
      {mocks ? (
        <textarea
          className={styles.text}
          aria-label="MockConfigFile.json"
          aria-invalid={plan?.ok === false}
          aria-describedby={plan?.ok === false ? 'mock-problems' : undefined}
          spellCheck={false}
          value={mocks.text}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <p className={styles.note}>
          Stubs answer every Task, in the shape AWS returns. To answer some states otherwise, load a
          MockConfigFile.json as Step Functions Local reads it, or scaffold one from this workflow and change
          it here.
        </p>
      )}
      {plan?.ok === false && (
        <div id="mock-problems" role="alert">
          <ul className={styles.problems}>
            {plan.problems.slice(0, 5).map((problem) => (
              <li key={problem}>
                <CircleAlert size={13} aria-hidden="true" /> {problem}
              </li>
            ))}
            {plan.problems.length > 5 && <li>and {plan.problems.length - 5} more</li>}
          </ul>
        </div>
      )}
    </section>
  );
}
