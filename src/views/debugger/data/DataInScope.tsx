import {
  selectMoment,
  selectPausedAt,
  selectSeen,
  selectTimeline,
  selectWatches,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { useFetched } from '../../parts';
import styles from './DataInScope.module.css';
import { WatchList } from './WatchList';

/** The variables in scope and the watched expressions: at the moment shown, else where the run is. */
export function DataInScope({ run }: { readonly run: string }) {
  const { moments } = useWorkspaceActions();
  const watches = useWorkspace(selectWatches);
  const seen = useWorkspace(selectSeen);
  const total = useWorkspace(selectTimeline);
  const key = JSON.stringify([seen, total, watches]);
  const data = useFetched(run, key, async () => ({ watches, ...(await moments.getData(watches)) }));
  const variables = Object.entries(data?.variables ?? {});
  return (
    <aside className={styles.data} aria-label="Data in scope">
      <header className={styles.head}>
        <h3>Variables</h3>
        <When />
      </header>
      {variables.length === 0 ? (
        <p className={styles.none}>No variables are in scope.</p>
      ) : (
        <dl className={styles.values} aria-label="Variables">
          {variables.map(([name, text]) => (
            <div key={name}>
              <dt>${name}</dt>
              <dd title={text.slice(0, 2000)}>{text.slice(0, 2000)}</dd>
            </div>
          ))}
        </dl>
      )}
      <WatchList values={data?.watches === watches ? data.watched : undefined} />
    </aside>
  );
}

function When() {
  const moment = useWorkspace(selectMoment);
  const paused = useWorkspace(selectPausedAt) !== undefined;
  const words = paused ? 'where the run stands' : 'after the last event';
  return <span className={styles.when}>{moment ? `after event ${moment.position}` : words}</span>;
}
