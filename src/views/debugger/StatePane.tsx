import { useState } from 'react';
import type { VisitSummary } from '../../worker';
import { selectRun, selectSelectedState, useWorkspace, useWorkspaceActions } from '../../workspace';
import { classNames, STATUS_LOOKS, StatusIcon, useFetched } from '../parts';
import { MARK_WORDS } from './amend/markWords';
import { formatDuration } from './duration';
import styles from './StatePane.module.css';
import { VisitDetail } from './VisitDetail';

/** Visits listed at a time; the buttons under the list go through the rest. */
const PAGE = 200;

/** What the selected state did in the run: each visit with its input, output, error and attempts. */
export function StatePane() {
  const state = useWorkspace(selectSelectedState);
  const run = useWorkspace(selectRun);
  if (state === undefined) {
    return <p className={styles.empty}>Select a state on the canvas to see what went in and came out.</p>;
  }
  if (!run) return <p className={styles.empty}>Run the workflow to see this state's input and output.</p>;
  return <Visits key={`${run.id} ${state}`} state={state} run={run.id} events={run.events} />;
}

interface VisitsProps {
  readonly state: NonNullable<ReturnType<typeof selectSelectedState>>;
  readonly run: string;
  readonly events: number;
}

function Visits({ state, run, events }: VisitsProps) {
  const { execution } = useWorkspaceActions();
  const [from, setFrom] = useState(0);
  const [chosen, setChosen] = useState<number>();
  const page = useFetched(`${run} ${state} ${from}`, events, () => execution.getVisits(state, from, PAGE));
  if (!page) return null;
  if (page.total === 0) return <p className={styles.empty}>The run did not come to this state.</p>;
  const number = chosen ?? page.visits[0]?.number ?? 0;
  return (
    <div className={styles.pane}>
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
      <VisitDetail key={number} state={state} run={run} number={number} events={events} />
    </div>
  );
}

interface VisitButtonProps {
  readonly visit: VisitSummary;
  readonly current: boolean;
  readonly onChoose: (number: number) => void;
}

function VisitButton({ visit, current, onChoose }: VisitButtonProps) {
  const { number, iteration, status, enteredAt, endedAt, attempts, mark } = visit;
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
      {mark && <span className={styles.mark}>{MARK_WORDS[mark]}</span>}
      <span className={styles.took}>
        {endedAt === undefined ? STATUS_LOOKS[status].label : formatDuration(endedAt - enteredAt)}
      </span>
    </button>
  );
}
