import type { MockOutcome } from '../../../services';
import styles from './mocks.module.css';
import { NumberField } from './NumberField';

const TYPES: readonly (readonly [MockOutcome['type'], string])[] = [
  ['return', 'returns'],
  ['throw', 'throws'],
  ['timeout', 'times out'],
  ['never', 'never answers'],
];

interface OutcomeFieldsProps {
  readonly outcome: MockOutcome;
  readonly onChange: (outcome: MockOutcome) => void;
  /** Ends the names of the fields: ` of row 1`. */
  readonly of?: string;
  readonly rows?: number;
}

/** What a call gets: a result, an error, or no answer; and when. */
export function OutcomeFields({ outcome, onChange, of = '', rows = 6 }: OutcomeFieldsProps) {
  const { latency } = outcome;
  return (
    <div className={styles.outcome}>
      <div className={styles.line}>
        <select
          aria-label={`Answer${of}`}
          value={outcome.type}
          onChange={({ target }) => {
            const type = TYPES.find(([each]) => each === target.value)?.[0];
            if (type) onChange({ ...ofType(type), ...(latency === undefined ? {} : { latency }) });
          }}
        >
          {TYPES.map(([type, words]) => (
            <option key={type} value={type}>
              {words}
            </option>
          ))}
        </select>
        {outcome.type === 'throw' && (
          <>
            <input
              className={styles.field}
              aria-label={`Error name${of}`}
              placeholder="States.TaskFailed"
              value={outcome.error}
              onChange={({ target }) => onChange({ ...outcome, error: target.value })}
            />
            <input
              className={styles.field}
              aria-label={`Cause${of}`}
              placeholder="Cause"
              value={outcome.cause}
              onChange={({ target }) => onChange({ ...outcome, cause: target.value })}
            />
          </>
        )}
        {outcome.type !== 'never' && (
          <span className={styles.labelled}>
            after
            <NumberField
              label={`Latency in seconds${of}`}
              value={latency ?? 0}
              onChange={(value) => onChange({ ...outcome, latency: value })}
            />
            s
          </span>
        )}
      </div>
      {outcome.type === 'return' && (
        <textarea
          className={styles.code}
          aria-label={`Result${of}`}
          aria-invalid={!isJson(outcome.value)}
          rows={rows}
          spellCheck={false}
          value={outcome.value}
          onChange={({ target }) => onChange({ ...outcome, value: target.value })}
        />
      )}
    </div>
  );
}

function ofType(type: MockOutcome['type']): MockOutcome {
  switch (type) {
    case 'return':
      return { type, value: '{}' };
    case 'throw':
      return { type, error: 'States.TaskFailed', cause: '' };
    default:
      return { type };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
