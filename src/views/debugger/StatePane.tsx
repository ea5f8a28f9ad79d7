import { useState } from 'react';
import type { StatePath } from '../../asl';
import type { VisitSummary } from '../../worker';
import { selectMoment, selectRun, selectSeen, useWorkspace, useWorkspaceActions } from '../../workspace';
import { classNames, formatDuration, STATUS_LOOKS, StatusIcon, useFetched } from '../parts';
import { DataInScope } from './data/DataInScope';
import styles from './StatePane.module.css';
import { selectShownState } from './shownState';
import { VisitDetail } from './VisitDetail';

/** Visits listed at a time; the buttons under the list go through the rest. */
const PAGE = 200;

/** What the selected state did in the run: each visit with its input, output, error and attempts. */
export function StatePane() {
  const state = useWorkspace(selectShownState);
  const run = useWorkspace(selectRun);
  if (!run) {
    return (
      <p className={styles.empty}>
        {state === undefined
          ? 'Select a state on the canvas to see what went in and came out.'
          : "Run the workflow to see this state's input and output."}
      </p>
    );
  }
  return (
    <div className={styles.pane}>
      {state === undefined ? (
        <p className={styles.empty}>Select a state on the canvas to see what went in and came out.</p>
      ) : (
        <Visits key={`${run.id} ${state}`} state={state} run={run.id} />
      )}
      <DataInScope run={run.id} />
    </div>
  );
}

interface VisitsProps {
  readonly state: StatePath;
  readonly run: string;
}

function Visits({ state, run }: VisitsProps) {
  const { execution } = useWorkspaceActions();
  const seen = useWorkspace(selectSeen);
  const moment = useWorkspace(selectMoment);
  const [from, setFrom] = useState(0);
  const [chosen, setChosen] = useState<number>();
  const page = useFetched(`${run} ${state} ${from}`, seen, () => execution.getVisits(state, from, PAGE));
  if (!page) return <div className={styles.none} />;
  if (page.total === 0) {
    return (
      <p className={classNames(styles.empty, styles.none)}>
        {moment
          ? 'At this moment the run has not come to this state.'
          : 'The run did not come to this state.'}
      </p>
    );
  }
  const current = moment?.event?.visit?.state === state ? moment.event.visit.number : page.total - 1;
  const first = moment ? current : (page.visits[0]?.number ?? 0);
  const number = chosen !== undefined && chosen < page.total ? chosen : first;
  return (
    <>
      <section className={styles.visits} aria-label="Visits">
        <h3 className={styles.title}>
          {page.total.toLocaleString('en')} {page.total === 1 ? 'visit' : 'visits'}
        </h3>
        <ul className={styles.list}>
          {page.visits.map((visit) => (
            <li key={visit.number}>
              <VisitButton visit={visit} current={visit.number === number} onChoose={setChosen} />
            </li>
          ))}
        </ul>
        {page.total > PAGE && (
          <p className={styles.pages}>
            <button type="button" disabled={from === 0} onClick={() => setFrom(from - PAGE)}>
              Earlier
            </button>
            <button type="button" disabled={from + PAGE >= page.total} onClick={() => setFrom(from + PAGE)}>
              Later
            </button>
          </p>
        )}
      </section>
      <VisitDetail key={number} state={state} run={run} number={number} seen={seen} />
    </>
  );
}

interface VisitButtonProps {
  readonly visit: VisitSummary;
  readonly current: boolean;
  readonly onChoose: (number: number) => void;
}

function VisitButton({ visit, current, onChoose }: VisitButtonProps) {
  const { number, iteration, status, enteredAt, endedAt, attempts } = visit;
  return (
    <button
      type="button"
      className={classNames(styles.visit, current && styles.current)}
      aria-pressed={current}
      onClick={() => onChoose(number)}
    >
      <StatusIcon status={status} size={14} />
      <span className={styles.name}>
        Visit {number + 1}
        {iteration.length > 0 && ` · item ${iteration.join(', ')}`}
        {attempts > 1 && ` · ${attempts} attempts`}
      </span>
      <span className={styles.took}>
        {endedAt === undefined ? STATUS_LOOKS[status].label : formatDuration(endedAt - enteredAt)}
      </span>
    </button>
  );
}
