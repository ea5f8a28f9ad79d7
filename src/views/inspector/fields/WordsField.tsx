import { useForm } from '../form/form';
import { Field } from './Field';
import styles from './Field.module.css';
import { readWords, shownWords } from './readings';
import { useDraft } from './useDraft';

export interface WordsFieldProps {
  readonly at: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly many?: boolean | undefined;
  /** Suggestions to choose from; anything else may be typed. */
  readonly suggestions?: readonly string[] | undefined;
}

/** Plain words: a comment, a name, an ARN. */
export function WordsField({ at, label, help, placeholder, many, suggestions }: WordsFieldProps) {
  const form = useForm();
  const draft = useDraft(shownWords(form.value(at)), readWords, (value, burst) => form.set(at, value, burst));
  return (
    <Field at={at} label={label} help={help} problem={draft.problem}>
      {({ control, notes }) => {
        const props = {
          id: control,
          className: styles.control,
          value: draft.text,
          placeholder,
          'aria-describedby': notes,
          spellCheck: many === true,
          onFocus: draft.enter,
          onBlur: draft.leave,
        };
        if (many) {
          return (
            <textarea
              {...props}
              rows={Math.min(6, Math.max(2, draft.text.split('\n').length))}
              onChange={(event) => draft.change(event.target.value)}
            />
          );
        }
        return (
          <>
            <input
              {...props}
              type="text"
              list={suggestions && `${control}-list`}
              onChange={(event) => draft.change(event.target.value)}
            />
            {suggestions && (
              <datalist id={`${control}-list`}>
                {suggestions.map((value) => (
                  <option key={value} value={value} />
                ))}
              </datalist>
            )}
          </>
        );
      }}
    </Field>
  );
}
