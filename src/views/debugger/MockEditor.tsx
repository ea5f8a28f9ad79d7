import { ArrowLeftToLine, CircleAlert, FileOutput, FileUp, Trash2, Undo2, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { type MockSettings, selectServices, useWorkspace, useWorkspaceActions } from '../../workspace';
import { FileButton } from './FileButton';
import { takeOver, writeFile } from './mocks/mockFiles';
import styles from './ServicesPane.module.css';
import { useMockPlan } from './useMockPlan';

/** The MockConfigFile.json, as text, and what is wrong with it. */
export function MockEditor() {
  const workspace = useWorkspaceActions();
  const { mocks, tasks } = useWorkspace(selectServices);
  const plan = useMockPlan();
  const change = (text: string) => workspace.execution.setServices({ mocks: { ...mocks, text } });
  // What was there before a file was loaded or all was removed: nothing that was typed is lost.
  const [before, setBefore] = useState<MockSettings>();
  const open = (settings: MockSettings | undefined) => {
    setBefore(mocks);
    setLeft(undefined);
    workspace.execution.setServices({ mocks: settings });
  };
  /** What did not fit into the file, or out of it. */
  const [left, setLeft] = useState<{ readonly title: string; readonly said: readonly string[] }>();
  const write = () => {
    const file = writeFile(workspace);
    open({ text: file.text });
    setLeft({ title: 'Written, but for this:', said: file.left });
  };
  const take = () => {
    if (!plan?.ok) return;
    const { left: strange } = takeOver(workspace, plan);
    open(undefined);
    setLeft({ title: 'Taken over, but for this:', said: strange });
  };
  const scaffold = async () => open({ text: await workspace.scaffoldMocks() });
  return (
    <section className={styles.column} aria-label="Mocks">
      <header className={styles.head}>
        <h3>MockConfigFile.json</h3>
        <div className={styles.tools}>
          <FileButton accept=".json,application/json" onText={(text) => open({ text })}>
            <FileUp size={13} aria-hidden="true" /> Load…
          </FileButton>
          {plan?.ok && (
            <button
              type="button"
              className={styles.button}
              title="Make the test case's answers those of the states, to be changed one by one"
              onClick={take}
            >
              <ArrowLeftToLine size={13} aria-hidden="true" /> To states
            </button>
          )}
          {!mocks && tasks.length > 0 && (
            <button
              type="button"
              className={styles.button}
              title="Write the states' mocks as a file that Step Functions Local reads"
              onClick={write}
            >
              <FileOutput size={13} aria-hidden="true" /> From states
            </button>
          )}
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
          Stubs answer every Task, in the shape AWS returns. To answer a state otherwise, choose it in the
          list; or load a MockConfigFile.json as Step Functions Local reads it, or scaffold one from this
          workflow and change it here.
        </p>
      )}
      {left && left.said.length > 0 && (
        <div role="status">
          <p className={styles.warning}>{left.title}</p>
          <ul className={styles.left}>
            {left.said.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
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
