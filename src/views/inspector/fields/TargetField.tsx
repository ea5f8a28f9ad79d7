import { useForm } from '../form/form';
import { Field } from './Field';
import styles from './Field.module.css';

interface TargetFieldProps {
  readonly at: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** What stands for no state: End of a state's Next, nothing for a Default. */
  readonly none?: string | undefined;
  readonly value: string | undefined;
  readonly onChange: (target: string | undefined) => void;
}

/** A state of the same scope that a transition leads to. */
export function TargetField({ at, label, help, none, value, onChange }: TargetFieldProps) {
  const { targets } = useForm();
  const missing = value !== undefined && !targets.includes(value);
  return (
    <Field at={at} label={label} help={help}>
      {({ control, notes }) => (
        <select
          id={control}
          className={styles.control}
          aria-describedby={notes}
          value={value === undefined ? '' : `s${value}`}
          onChange={(event) => {
            const chosen = event.target.value;
            onChange(chosen === '' ? undefined : chosen.slice(1));
          }}
        >
          {(none !== undefined || value === undefined) && <option value="">{none ?? '—'}</option>}
          {missing && <option value={`s${value}`}>{value} (not here)</option>}
          {targets.map((name) => (
            <option key={name} value={`s${name}`}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
