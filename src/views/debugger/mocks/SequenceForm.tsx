import { Plus } from 'lucide-react';
import type { MockRow, StateMock } from '../../../services';
import { NO_RESULT } from './kinds';
import styles from './mocks.module.css';
import { NumberField } from './NumberField';
import { OutcomeFields } from './OutcomeFields';
import { Rows } from './Rows';

type Sequence = Extract<StateMock, { readonly kind: 'sequence' }>;

interface SequenceFormProps {
  readonly mock: Sequence;
  readonly onChange: (mock: Sequence) => void;
}

/** Rows of answers: which calls they are for, and what those get. */
export function SequenceForm({ mock, onChange }: SequenceFormProps) {
  const { rows, by } = mock;
  const add = () => {
    const last = rows.at(-1);
    const from = last === undefined ? 0 : (last.to ?? last.from) + 1;
    const before = last?.to === null ? [...rows.slice(0, -1), { ...last, to: last.from }] : rows;
    onChange({ ...mock, rows: [...before, { from, to: null, outcome: last?.outcome ?? NO_RESULT }] });
  };
  return (
    <>
      <label className={styles.labelled}>
        Counted by
        <select
          value={by}
          onChange={({ target }) =>
            onChange({ ...mock, by: target.value === 'attempt' ? 'attempt' : 'invocation' })
          }
        >
          <option value="invocation">call, over the whole execution</option>
          <option value="attempt">attempt, anew in each visit</option>
        </select>
      </label>
      <Rows items={rows} word="row" onChange={(changed) => onChange({ ...mock, rows: changed })}>
        {(row, change, of) => (
          <>
            <Calls row={row} of={of} onChange={change} />
            <OutcomeFields
              outcome={row.outcome}
              of={of}
              rows={2}
              onChange={(outcome) => change({ ...row, outcome })}
            />
          </>
        )}
      </Rows>
      <button type="button" className={styles.button} onClick={add}>
        <Plus size={13} aria-hidden="true" /> Add row
      </button>
    </>
  );
}

interface CallsProps {
  readonly row: MockRow;
  readonly of: string;
  readonly onChange: (row: MockRow) => void;
}

/** Which calls a row is for. */
function Calls({ row, of, onChange }: CallsProps) {
  const { from, to } = row;
  return (
    <div className={styles.range}>
      <NumberField
        label={`First call${of}`}
        value={from}
        onChange={(first) => onChange({ ...row, from: first, to: to === from ? first : to })}
      />
      <select
        aria-label={`Extent${of}`}
        value={to === null ? 'on' : 'to'}
        onChange={({ target }) => onChange({ ...row, to: target.value === 'on' ? null : from })}
      >
        <option value="to">to</option>
        <option value="on">and on</option>
      </select>
      {to !== null && (
        <NumberField
          label={`Last call${of}`}
          value={to}
          onChange={(last) => onChange({ ...row, to: last })}
        />
      )}
    </div>
  );
}
