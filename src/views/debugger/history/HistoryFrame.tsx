import type { ReactNode } from 'react';
import { type HistoryView, selectHistoryView, useWorkspace, useWorkspaceActions } from '../../../workspace';
import styles from './HistoryPane.module.css';

interface FrameProps {
  /** What the view adds to the bar. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The bar above a view of the history, with the switch to the others. */
export function HistoryFrame({ tools, children }: FrameProps) {
  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        <ViewSwitch />
        {tools}
      </div>
      <div className={styles.body}>{children}</div>
    </div>
  );
}

const VIEWS: readonly { readonly view: HistoryView; readonly label: string }[] = [
  { view: 'events', label: 'Events' },
  { view: 'table', label: 'Table' },
  { view: 'timeline', label: 'Timeline' },
];

function ViewSwitch() {
  const view = useWorkspace(selectHistoryView);
  const { settings } = useWorkspaceActions();
  return (
    <fieldset className={styles.switch}>
      <legend className={styles.legend}>Show the history as</legend>
      {VIEWS.map((each) => (
        <label key={each.view} className={styles.choice}>
          <input
            type="radio"
            name="history-view"
            checked={view === each.view}
            onChange={() => settings.change({ historyView: each.view })}
          />
          <span>{each.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
