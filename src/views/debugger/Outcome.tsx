import type { selectRun } from '../../workspace';
import { JsonText } from '../parts';
import { prettyJson } from './eventDetails';
import styles from './RunPane.module.css';
import { waitOf } from './waits';

type Run = NonNullable<ReturnType<typeof selectRun>>;
type RunResultSummary = NonNullable<Run['result']>;

/** What a run came to, and who answered its Tasks. @param quiet when something else is said of the run */
export default function Outcome({ run, quiet }: { readonly run: Run; readonly quiet: boolean }) {
  const wait = waitOf(run);
  return (
    <>
      {wait && (
        <p className={styles.note}>
          Waiting for {wait.who}: {wait.left}.
        </p>
      )}
      {run.result && <Result result={run.result} />}
      {!run.recorded && !quiet && <p className={styles.note}>{answeredBy(run)}</p>}
    </>
  );
}

const answeredBy = ({ mocks, mockedTasks = 0, ask, child }: Run): string => {
  if (child !== undefined) return 'Its Tasks were answered as those of the run that it belongs to.';
  const own =
    mockedTasks === 1
      ? 'One state has a mock of its own. '
      : mockedTasks > 1
        ? `${mockedTasks} states have mocks of their own. `
        : '';
  const callbacks = ask?.callbacks ? 'Callbacks and activities wait for you. ' : '';
  const others = own === '' && callbacks === '' ? 'Tasks' : 'Other Tasks';
  const byOthers = ask?.tasks ? 'left to you' : 'answered by stubs, in the shape AWS returns';
  return (
    own +
    callbacks +
    (mocks === undefined
      ? `${others} are ${byOthers}.`
      : `Tasks are answered by the mocks “${mocks.testCase}” of ${mocks.machine}; those it does not name${ask?.tasks ? ' are left to you' : ', by stubs'}.`)
  );
};

function Result({ result }: { readonly result: RunResultSummary }) {
  return (
    <>
      {result.error !== undefined && (
        <p className={styles.error}>
          <strong>{result.error}</strong>
        </p>
      )}
      {result.cause !== undefined && <JsonText text={prettyJson(result.cause)} label="Cause" prose />}
      {result.output !== undefined && <JsonText text={prettyJson(result.output)} label="Output" />}
      {result.error === undefined && result.output === undefined && (
        <p className={styles.note}>The execution ended without output ({result.status}).</p>
      )}
    </>
  );
}
