import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { errorNamesFor } from '../../../asl';
import { Field } from '../fields/Field';
import fieldStyles from '../fields/Field.module.css';
import { useForm } from '../form/form';
import styles from './ErrorNames.module.css';

/** The errors a retrier or catcher is for: names as chips, others typed or chosen. */
export function ErrorNames({ at }: { readonly at: string }) {
  const form = useForm();
  const list = useId();
  const [typed, setTyped] = useState('');
  const written = form.value(at);
  const names = Array.isArray(written) ? written.filter((name) => typeof name === 'string') : [];
  const resource = form.value('/Resource');
  const offered = errorNamesFor(typeof resource === 'string' ? resource : undefined);
  const add = (name: string) => {
    setTyped('');
    if (name !== '' && !names.includes(name)) form.set(at, [...names, name]);
  };
  return (
    <Field at={at} label="Errors">
      {({ control, notes }) => (
        <div className={styles.names}>
          {names.map((name) => (
            <span key={name} className={styles.name}>
              {name}
              <button
                type="button"
                aria-label={`Remove ${name}`}
                onClick={() =>
                  form.set(
                    at,
                    names.filter((other) => other !== name),
                  )
                }
              >
                <X size={11} />
              </button>
            </span>
          ))}
          <input
            id={control}
            className={fieldStyles.control}
            type="text"
            list={list}
            placeholder="Add an error, Enter"
            aria-describedby={notes}
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              const { value } = event.target;
              // A choice from the list comes whole, without a key.
              const { inputType } = event.nativeEvent as InputEvent;
              if (inputType === undefined || inputType === 'insertReplacementText') add(value);
              else setTyped(value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ',') {
                event.preventDefault();
                add(typed.trim());
              }
              if (event.key === 'Backspace' && typed === '' && names.length > 0)
                form.set(at, names.slice(0, -1));
            }}
            onBlur={() => add(typed.trim())}
          />
          <datalist id={list}>
            {offered
              .filter((name) => !names.includes(name))
              .map((name) => (
                <option key={name} value={name} />
              ))}
          </datalist>
        </div>
      )}
    </Field>
  );
}
