import { Download, GitBranch, Trash2 } from 'lucide-react';
import type { ListedRun } from '../../../worker';
import { runFileName, selectRun, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { classNames, download, formatDuration } from '../../parts';
import { stateName } from '../stateName';
import { RunIcon } from './RunIcon';
import styles from './RunsPane.module.css';
import { faceOfListed, RUN_WORDS } from './runFaces';

interface RunRowProps {
  readonly run: ListedRun;
  /** What the run is called that it is a branch of, while that is kept. */
  readonly parent: string | undefined;
  readonly withDocument: boolean;
  readonly onChanged: () => void;
}

/** A run that is kept, and what may be done with it. */
export function RunRow({ run, parent, withDocument, onChanged }: RunRowProps) {
  const { execution, notices } = useWorkspaceActions();
  const shown = useWorkspace(selectRun);
  const { id, name, document, startedAt, startTime, point, input, presence, branched } = run;
  const face = faceOfListed(run);
  const failed = () => notices.add('warning', `${name} cannot be read.`);
  const save = () =>
    execution
      .exportRun(id)
      .then((text) => download(text, runFileName(document, name), 'application/json'), failed);
  const remove = async () => {
    const text = await execution.exportRun(id).catch(() => undefined);
    await execution.removeRuns([id]);
    onChanged();
    const take = () => void execution.importRun(text ?? '').then(onChanged);
    notices.add(
      'info',
      `${name} of ${document} is deleted.`,
      text === undefined ? undefined : { label: 'Undo', take },
    );
  };
  return (
    <tr className={classNames(shown?.id === id && styles.shown)}>
      <td>
        <span className={styles.status}>
          <RunIcon face={face} /> {RUN_WORDS[face]}
        </span>
      </td>
      <th scope="row">
        {name}
        {branched && <Origin branched={branched} parent={parent} />}
      </th>
      {withDocument && <td title={document}>{document}</td>}
      <td title={new Date(startedAt).toISOString()}>{startedWords(startedAt)}</td>
      <td>{formatDuration(Math.max(0, point.now - startTime))}</td>
      <td>{point.events.toLocaleString('en')}</td>
      <td title={input}>{input.replaceAll(/\s+/g, ' ')}</td>
      <td>
        <span className={styles.actions}>
          <button type="button" className={styles.button} onClick={() => void execution.showRun(id)}>
            Open<span className="visually-hidden"> {name}</span>
          </button>
          {presence === 'interrupted' && (
            <button type="button" className={styles.button} onClick={() => void execution.resumeRun(id)}>
              Resume<span className="visually-hidden"> {name}</span>
            </button>
          )}
          <button
            type="button"
            className={styles.icon}
            aria-label={`Export ${name}`}
            title="Export to a file"
            onClick={save}
          >
            <Download size={14} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={styles.icon}
            aria-label={`Delete ${name}`}
            title={presence === 'live' ? 'It goes on: stop it first' : 'Delete'}
            disabled={presence === 'live'}
            onClick={() => void remove()}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </span>
      </td>
    </tr>
  );
}

interface OriginProps {
  readonly branched: NonNullable<ListedRun['branched']>;
  readonly parent: string | undefined;
}

/** Which run a branch comes from, and where it left it. */
function Origin({ branched: { state, event }, parent }: OriginProps) {
  const where = state === undefined ? `event ${event}` : `“${stateName(state)}”`;
  const words = `branch of ${parent ?? 'a deleted run'} from ${where}`;
  return (
    <span className={styles.origin} title={words}>
      <GitBranch size={12} aria-hidden="true" /> {words}
    </span>
  );
}

const TIME = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const DAY = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** Today's by their time, others with their day. */
const startedWords = (at: number): string =>
  (new Date(at).toDateString() === new Date().toDateString() ? TIME : DAY).format(at);
