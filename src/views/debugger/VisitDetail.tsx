import { lazy, Suspense } from 'react';
import type { TextRange } from '../../asl';
import type { Attempt, Visit, VisitName } from '../../worker';
import { selectPhase, useWorkspace, useWorkspaceActions } from '../../workspace';
import { formatDuration, JsonText, STATUS_LOOKS, StatusIcon, useFetched } from '../parts';
import { OpenBranching, useBranching } from './amend/BranchButton';
import { OpenChild } from './children/OpenChild';
import { prettyJson } from './eventDetails';
import { PinResult } from './mocks/PinResult';
import styles from './StatePane.module.css';

const VisitValues = lazy(() => import('./values/VisitValues'));
const Why = lazy(() => import('./amend/Why'));
const OpenCallHere = lazy(() => import('./inbox/OpenCallHere'));

interface VisitDetailProps {
  readonly state: Visit['state'];
  readonly run: string;
  readonly number: number;
  /** Changes with what is seen of the run: the visit may have changed with it. */
  readonly seen: number;
  /** Visits that the state had. */
  readonly visits: number;
  readonly onShowText: (range: TextRange) => void;
}

/** One visit: input and output side by side, the error if it failed, every attempt. */
export function VisitDetail({ state, run, number, seen, visits, onShowText }: VisitDetailProps) {
  const { execution } = useWorkspaceActions();
  const visit = useFetched(`${run} ${state} ${number}`, seen, () => execution.getVisit(state, number));
  const phase = useWorkspace(selectPhase);
  const branching = useBranching(() => execution.getVisit(state, number));
  if (!visit) return <div className={styles.detail} />;
  const child = visit.tries.flatMap((attempt) => attempt.child ?? []).at(-1);
  const overview = (
    <div className={styles.detail}>
      <div className={styles.status}>
        <StatusIcon status={visit.status} size={16} />
        <strong>{STATUS_LOOKS[visit.status].label}</strong>
        {visit.error !== undefined && (
          <section className={styles.error} aria-label="Error">
            {visit.error}
          </section>
        )}
        <span className={styles.took}>
          events {visit.enteredEventId}
          {visit.exitedEventId !== undefined && ` – ${visit.exitedEventId}`}
        </span>
        <span className={styles.tools}>
          {child !== undefined && <OpenChild execution={child} visit={{ state, number }} />}
          <PinResult visit={visit} run={run} />
          <OpenBranching branching={branching} />
        </span>
      </div>
      {visit.endedAt === undefined && (
        <Suspense fallback={null}>
          <OpenCallHere visit={visit} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <Why visit={visit} run={run} seen={seen} phase={phase} onShowText={onShowText} />
      </Suspense>
      <div className={styles.data}>
        <Value title="Input" text={visit.input} missing="The input was not kept." />
        <Value title="Output" text={visit.output} missing="No output." />
      </div>
      {visit.assignedVariables && <Variables values={visit.assignedVariables} />}
      {visit.tries.length > 0 && <Attempts tries={visit.tries} visit={{ state, number }} />}
    </div>
  );
  return (
    <>
      <Suspense fallback={overview}>
        <VisitValues
          state={state}
          number={number}
          visits={visits}
          run={run}
          seen={seen}
          onShowText={onShowText}
        >
          {overview}
        </VisitValues>
      </Suspense>
      {branching.dialog}
    </>
  );
}

interface ValueProps {
  readonly title: string;
  readonly text: string | undefined;
  readonly missing: string;
}

function Value({ title, text, missing }: ValueProps) {
  return (
    <section className={styles.value} aria-label={title}>
      <h4>{title}</h4>
      {text === undefined ? (
        <p className={styles.missing}>{missing}</p>
      ) : (
        <JsonText text={prettyJson(text)} label={title} />
      )}
    </section>
  );
}

function Variables({ values }: { readonly values: Readonly<Record<string, string>> }) {
  return (
    <section className={styles.value} aria-label="Assigned variables">
      <h4>Assigned variables</h4>
      <dl className={styles.variables}>
        {Object.entries(values).map(([name, text]) => (
          <div key={name}>
            <dt>${name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface AttemptsProps {
  readonly tries: readonly Attempt[];
  readonly visit: VisitName;
}

function Attempts({ tries, visit }: AttemptsProps) {
  return (
    <section className={styles.value} aria-label="Attempts">
      <h4>{tries.length === 1 ? 'Attempt' : `${tries.length} attempts`}</h4>
      <ol className={styles.attempts}>
        {tries.map((attempt) => (
          <li key={attempt.number}>
            <details open={tries.length === 1}>
              <summary>
                #{attempt.number + 1} {attempt.outcome}
                {attempt.error !== undefined && `: ${attempt.error}`}
                {attempt.endedAt !== undefined &&
                  ` · ${formatDuration(attempt.endedAt - attempt.scheduledAt)}`}
              </summary>
              {tries.length > 1 && attempt.child !== undefined && (
                <OpenChild execution={attempt.child} visit={visit} />
              )}
              {attempt.parameters !== undefined && (
                <Value title="Sent" text={attempt.parameters} missing="" />
              )}
              {attempt.submitted !== undefined && (
                <Value title="Accepted" text={attempt.submitted} missing="" />
              )}
              {attempt.output !== undefined && <Value title="Answer" text={attempt.output} missing="" />}
              {attempt.cause !== undefined && <Value title="Cause" text={attempt.cause} missing="" />}
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
