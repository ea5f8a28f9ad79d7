import type { StateMock } from '../../../services';
import styles from './mocks.module.css';
import { NumberField } from './NumberField';

type Rate = Extract<StateMock, { readonly kind: 'rate' }>;

interface RateFormProps {
  readonly mock: Rate;
  readonly onChange: (mock: Rate) => void;
}

/** How often a stub fails, with what, and how long it takes. */
export function RateForm({ mock, onChange }: RateFormProps) {
  const { rate, error, cause, latency } = mock;
  return (
    <>
      <div className={styles.line}>
        <span className={styles.labelled}>
          Fails
          <NumberField
            label="Failure rate in percent"
            value={Math.round(rate * 1000) / 10}
            step={5}
            onChange={(percent) => onChange({ ...mock, rate: percent / 100 })}
          />
          % of calls with
        </span>
        <input
          className={styles.field}
          aria-label="Error name"
          placeholder="States.TaskFailed"
          value={error}
          onChange={({ target }) => onChange({ ...mock, error: target.value })}
        />
        <input
          className={styles.field}
          aria-label="Cause"
          placeholder="Cause"
          value={cause}
          onChange={({ target }) => onChange({ ...mock, cause: target.value })}
        />
      </div>
      <div className={styles.line}>
        <span className={styles.labelled}>
          Takes
          <NumberField
            label="Least latency in seconds"
            value={latency.from}
            onChange={(from) => onChange({ ...mock, latency: { ...latency, from } })}
          />
          to
        </span>
        <span className={styles.labelled}>
          <NumberField
            label="Greatest latency in seconds"
            value={latency.to}
            onChange={(to) => onChange({ ...mock, latency: { ...latency, to } })}
          />
          s of virtual time
        </span>
      </div>
      <p className={styles.note}>
        A stub answers the other calls. The draw is seeded: a run that is played again fails at the same
        calls.
      </p>
    </>
  );
}
