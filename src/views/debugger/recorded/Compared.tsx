import { Equal, GitCompareArrows, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ComparedEvent, HistoryDifferences } from '../../../worker';
import { selectPhase, selectRun, useWorkspace, useWorkspaceActions } from '../../../workspace';
import styles from './Compared.module.css';
import box from './FromElsewhere.module.css';

/** A run that got the results of a recorded one: what both histories differ in. */
export default function Compared() {
  const { recorded } = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  const ended = useWorkspace(selectPhase) === 'ended';
  const [strict, setStrict] = useState(false);
  const report = useReport(strict);
  if (!run?.again) return null;
  return (
    <section className={box.box} aria-label="Compared with AWS">
      <p className={box.head}>
        <GitCompareArrows size={14} aria-hidden="true" />
        <span>
          <code>{run.id}</code> again, here: same input, name, time and results.
        </span>
      </p>
      {run.again.note && <p className={box.warning}>{run.again.note}</p>}
      {!ended && <p className={box.warning}>Compared when the run has ended.</p>}
      {ended && report && <Report report={report} strict={strict} onStrict={setStrict} />}
      <div className={box.actions}>
        <button
          type="button"
          className={box.button}
          title="With the definition as it stands"
          onClick={() => void recorded().then(({ runAgain }) => runAgain())}
        >
          <Play size={13} aria-hidden="true" /> Run again
        </button>
        <button
          type="button"
          className={box.button}
          onClick={() => void recorded().then(({ showRecorded }) => showRecorded())}
        >
          Back to the recorded run
        </button>
      </div>
    </section>
  );
}

/** Of the run on show, once it has ended. */
function useReport(strict: boolean): HistoryDifferences | undefined {
  const { recorded } = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  const ended = useWorkspace(selectPhase) === 'ended';
  const [report, setReport] = useState<HistoryDifferences>();
  const again = run?.again;
  useEffect(() => {
    let current = true;
    setReport(undefined);
    if (!ended || !again) return;
    void recorded()
      .then(({ compare }) => compare(strict))
      .then((found) => {
        if (current) setReport(found);
      });
    return () => {
      current = false;
    };
  }, [again, ended, recorded, strict]);
  return report;
}

interface ReportProps {
  readonly report: HistoryDifferences;
  readonly strict: boolean;
  readonly onStrict: (strict: boolean) => void;
}

function Report({ report, strict, onStrict }: ReportProps) {
  const { differences, total, open } = report;
  return (
    <>
      <p className={styles.verdict}>
        {total === 0 && <Equal className={styles.same} size={14} aria-hidden="true" />}
        <strong role="status">{verdict(report)}</strong>
        <label className={styles.strict}>
          <input type="checkbox" checked={strict} onChange={({ target }) => onStrict(target.checked)} />
          Ids and times too
        </label>
      </p>
      {open && (
        <p className={box.warning}>
          What was recorded does not come to an end; what follows is not compared.
        </p>
      )}
      {total > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">AWS</th>
                <th scope="col">Here</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ recorded, own }) => (
                <tr key={`${recorded?.id ?? ''}/${own?.id ?? ''}`}>
                  <Side event={recorded} strict={strict} />
                  <Side event={own} strict={strict} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > differences.length && (
        <p className={box.warning}>These are the first {differences.length.toLocaleString('en')}.</p>
      )}
    </>
  );
}

function verdict({ total, recorded }: HistoryDifferences): string {
  if (total === 0) return `The same ${counted(recorded, 'event')}.`;
  return `${counted(total, 'difference')} in ${counted(recorded, 'event')}.`;
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

interface SideProps {
  readonly event: ComparedEvent | undefined;
  readonly strict: boolean;
}

function Side({ event, strict }: SideProps) {
  const { selection } = useWorkspaceActions();
  if (!event) return <td className={styles.none}>no event</td>;
  const { state, name, type, error, data } = event;
  const words = (
    <>
      <span className={styles.id}>{event.id}</span>
      <span className={styles.words}>
        <span className={styles.type}>{type}</span>
        {name !== undefined && <span className={styles.name}>{name}</span>}
        {error !== undefined && <span className={styles.error}>{error}</span>}
        {data !== undefined && <code className={styles.data}>{data}</code>}
        {strict && <time className={styles.name}>{event.at.slice(11, 23)}</time>}
      </span>
    </>
  );
  return (
    <td>
      {state === undefined ? (
        <span className={styles.event}>{words}</span>
      ) : (
        <button
          type="button"
          className={styles.event}
          title={`Select ${name ?? 'the state'}`}
          onClick={() => selection.select(state, 'debugger')}
        >
          {words}
        </button>
      )}
    </td>
  );
}
