import { useForm } from '../form/form';
import { CodeField } from './CodeField';
import { Field } from './Field';
import styles from './Field.module.css';
import { Preview, type PreviewStage } from './Preview';
import { expressionDialect, readWords, shownWords } from './readings';
import { useDraft } from './useDraft';

export interface PathFieldProps {
  readonly at: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly preview?: PreviewStage | undefined;
  /** What writing `null` means, e.g. "Discard the input"; without it null is not offered. */
  readonly discard?: string | undefined;
}

/** A JSONPath: InputPath, ItemsPath, SecondsPath... */
export function PathField(props: PathFieldProps) {
  const { at, label, help, placeholder, preview, discard } = props;
  const form = useForm();
  const value = form.value(at);
  const draft = useDraft(shownWords(value), readWords, (next, burst) => form.set(at, next, burst));
  const name = at.slice(at.lastIndexOf('/') + 1);
  return (
    <Field
      at={at}
      label={label}
      help={help}
      problem={draft.problem}
      preview={preview && <Preview stage={preview} field={name} />}
    >
      {({ control, notes }) => (
        <>
          {value !== null && (
            <CodeField
              id={control}
              at={at}
              draft={draft}
              dialect={expressionDialect(form.language)}
              notation="words"
              placeholder={placeholder}
              describedBy={notes}
              line
            />
          )}
          {discard !== undefined && (
            <label className={styles.check}>
              <input
                type="checkbox"
                id={value === null ? control : undefined}
                checked={value === null}
                onChange={(event) => form.set(at, event.target.checked ? null : undefined)}
              />
              {discard}
            </label>
          )}
        </>
      )}
    </Field>
  );
}
