import type { RefactorCheck, RefactorReport } from '../../worker';
import styles from './Report.module.css';

interface ReportProps {
  readonly report: RefactorReport | undefined;
  readonly check: RefactorCheck | undefined;
}

/** What would come of a refactoring. */
export function Report({ report, check }: ReportProps) {
  if (!report) return <p className={styles.quiet}>Working it out…</p>;
  const { plan, notes, conversion, machine } = report;
  return (
    <div className={styles.report} aria-live="polite">
      {!plan.ok && <p className={styles.refused}>{plan.reason}</p>}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {conversion && plan.ok && <Check check={check} />}
      {conversion && <Converted {...conversion} />}
      {machine && (
        <>
          <h3>{machine.name}</h3>
          <pre className={styles.text}>{machine.text}</pre>
        </>
      )}
      {plan.ok && !conversion && <p className={styles.quiet}>{plan.label}.</p>}
    </div>
  );
}

/** Whether both versions do the same. */
function Check({ check }: { readonly check: RefactorCheck | undefined }) {
  if (!check) return <p className={styles.quiet}>Running both versions…</p>;
  switch (check.type) {
    case 'same':
      return (
        <p className={styles.same} data-check="same">
          Both versions do the same on the input of the {check.cut ? 'run, as far as they were run' : 'run'}:{' '}
          {check.states === 1 ? '1 state' : `${check.states} states`} entered, {check.status}.
        </p>
      );
    case 'different':
      return (
        <div className={styles.refused} data-check="different">
          <p>
            The versions differ at {check.at}.
            {check.unevaluated &&
              ' Before, the run fails at a field that cannot be evaluated, which only JSONata’s Catch can take.'}
          </p>
          <p>
            Before: <code>{check.before}</code>
          </p>
          <p>
            After: <code>{check.after}</code>
          </p>
        </div>
      );
    case 'refused':
      return <p className={styles.note}>The versions were not run. {check.reason}</p>;
  }
}

function Converted({ states, whole }: NonNullable<RefactorReport['conversion']>) {
  const kept = states.filter(({ outcome }) => outcome.type === 'kept').length;
  return (
    <>
      <h3>
        {states.length - kept} of {states.length} {states.length === 1 ? 'state' : 'states'} converted
        {whole ? ', and the machine is in JSONata' : ''}
      </h3>
      <ul className={styles.states} aria-label="States">
        {states.map(({ state, name, outcome }) => (
          <li key={state} data-outcome={outcome.type}>
            <strong>{name}</strong>
            {outcome.type === 'kept' ? (
              <span className={styles.reason}>Stays in JSONPath. {outcome.reason}</span>
            ) : (
              <span className={styles.converted}>Converted</span>
            )}
            {outcome.type === 'converted' && outcome.assumes.length > 0 && (
              <details>
                <summary>
                  The same, provided that {outcome.assumes.length === 1 ? 'this holds' : 'these hold'}
                </summary>
                <ul>
                  {outcome.assumes.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
