import { Plus } from 'lucide-react';
import type { MockWhen, StateMock } from '../../../services';
import { NO_RESULT } from './kinds';
import styles from './mocks.module.css';
import { NumberField } from './NumberField';
import { OutcomeFields } from './OutcomeFields';
import { Rows } from './Rows';

type Rules = Extract<StateMock, { readonly kind: 'rules' }>;

interface RulesFormProps {
  readonly mock: Rules;
  readonly onChange: (mock: Rules) => void;
}

/** Rules, tried in order, and what the calls get that none holds for. */
export function RulesForm({ mock, onChange }: RulesFormProps) {
  const { rules, otherwise } = mock;
  return (
    <>
      <Rows items={rules} word="rule" onChange={(changed) => onChange({ ...mock, rules: changed })}>
        {(rule, change, of) => (
          <>
            <When when={rule.when} of={of} onChange={(when) => change({ ...rule, when })} />
            <OutcomeFields
              outcome={rule.outcome}
              of={of}
              rows={2}
              onChange={(outcome) => change({ ...rule, outcome })}
            />
          </>
        )}
      </Rows>
      <button
        type="button"
        className={styles.button}
        onClick={() =>
          onChange({
            ...mock,
            rules: [...rules, { when: { type: 'condition', text: '' }, outcome: NO_RESULT }],
          })
        }
      >
        <Plus size={13} aria-hidden="true" /> Add rule
      </button>
      <label className={styles.labelled}>
        Otherwise
        <select
          value={otherwise === undefined ? 'stub' : 'answer'}
          onChange={({ target }) =>
            onChange({ ...mock, otherwise: target.value === 'stub' ? undefined : NO_RESULT })
          }
        >
          <option value="answer">an answer</option>
          <option value="stub">a stub</option>
        </select>
      </label>
      {otherwise && (
        <OutcomeFields
          outcome={otherwise}
          of=" otherwise"
          rows={3}
          onChange={(outcome) => onChange({ ...mock, otherwise: outcome })}
        />
      )}
    </>
  );
}

interface WhenProps {
  readonly when: MockWhen;
  readonly of: string;
  readonly onChange: (when: MockWhen) => void;
}

function When({ when, of, onChange }: WhenProps) {
  return (
    <div className={styles.range}>
      <select
        aria-label={`Kind${of}`}
        value={when.type}
        onChange={({ target }) =>
          onChange(target.value === 'item' ? { type: 'item', index: 0 } : { type: 'condition', text: '' })
        }
      >
        <option value="condition">when</option>
        <option value="item">in Map item</option>
      </select>
      {when.type === 'item' ? (
        <NumberField
          label={`Map item${of}`}
          value={when.index}
          onChange={(index) => onChange({ ...when, index })}
        />
      ) : (
        <input
          className={styles.field}
          aria-label={`Condition${of}`}
          placeholder="$.amount > 100"
          title="About what the service is asked: a rule in words such as $.amount > 100, or in a JSONata state an expression on $states.input"
          value={when.text}
          onChange={({ target }) => onChange({ type: 'condition', text: target.value })}
        />
      )}
    </div>
  );
}
