import { useForm } from '../form/form';
import type { Option } from './ChoiceOf';
import { Field } from './Field';
import styles from './Field.module.css';

export interface SelectFieldProps {
  readonly at: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** `''` takes the field away. */
  readonly options: readonly Option<string>[];
}

/** One of a few values; what the text says stays selectable even when it is none of them. */
export function SelectField({ at, label, help, options }: SelectFieldProps) {
  const form = useForm();
  const written = form.value(at);
  const value = typeof written === 'string' ? written : written === undefined ? '' : JSON.stringify(written);
  const known = options.some((option) => option.value === value);
  return (
    <Field at={at} label={label} help={help}>
      {({ control, notes }) => (
        <select
          id={control}
          className={styles.control}
          aria-describedby={notes}
          value={value}
          onChange={(event) => form.set(at, event.target.value === '' ? undefined : event.target.value)}
        >
          {!known && <option value={value}>{value === '' ? '—' : value}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
