import { selectServices, useWorkspace, useWorkspaceActions } from '../../../workspace';
import styles from './inbox.module.css';

/** What the next run leaves to the user, beside the states whose mock says so. */
export function AskSettings() {
  const { execution } = useWorkspaceActions();
  const { ask } = useWorkspace(selectServices);
  return (
    <fieldset className={styles.settings}>
      <legend className="visually-hidden">Left to you</legend>
      <label>
        <input
          type="checkbox"
          checked={ask.tasks}
          onChange={({ target }) => execution.setServices({ ask: { ...ask, tasks: target.checked } })}
        />
        Ask me for every Task without a mock
      </label>
      <label>
        <input
          type="checkbox"
          checked={ask.callbacks}
          onChange={({ target }) => execution.setServices({ ask: { ...ask, callbacks: target.checked } })}
        />
        Callbacks and activities wait for me
      </label>
    </fieldset>
  );
}
