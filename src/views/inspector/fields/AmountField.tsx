import { useState } from 'react';
import { useForm } from '../form/form';
import { Modes } from './ChoiceOf';
import { CodeField } from './CodeField';
import { Field } from './Field';
import styles from './Field.module.css';
import {
  expressionDialect,
  isExpression,
  type NumberLimits,
  readExpression,
  readNumber,
  readWords,
  shownWords,
} from './readings';
import { useDraft } from './useDraft';

export interface AmountFieldProps extends NumberLimits {
  readonly at: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly unit?: string | undefined;
  readonly placeholder?: string | undefined;
  /** JSONPath: the field that takes a path instead, e.g. `TimeoutSecondsPath`. JSONata takes an expression in place. */
  readonly dynamic?: boolean | undefined;
}

type Mode = 'value' | 'dynamic';

/** A number, written as it is or worked out at run time. */
export function AmountField(props: AmountFieldProps) {
  const { at, label, help, dynamic = false } = props;
  const form = useForm();
  const jsonata = form.language === 'JSONata';
  const dynamicAt = jsonata ? at : `${at}Path`;
  const written: Mode = jsonata
    ? isExpression(form.value(at))
      ? 'dynamic'
      : 'value'
    : form.value(dynamicAt) === undefined
      ? 'value'
      : 'dynamic';
  // Another way that was chosen and has nothing written yet.
  const [chosen, setChosen] = useState<Mode>();
  const mode = chosen ?? written;
  const choose = (next: Mode) => {
    const name = at.slice(at.lastIndexOf('/') + 1);
    const parent = at.slice(0, at.lastIndexOf('/'));
    const names = jsonata ? [name] : [name, `${name}Path`];
    const present = names.filter((each) => form.value(`${parent}/${each}`) !== undefined);
    if (present.length > 0)
      form.setFields(
        parent,
        present.map((each) => ({ name: each, value: undefined })),
      );
    setChosen(next);
  };
  return (
    <Field
      at={mode === 'dynamic' ? dynamicAt : at}
      label={label}
      help={help}
      mode={
        dynamic && (
          <Modes
            label={`How ${label} is written`}
            value={mode}
            onChange={choose}
            options={[
              { value: 'value', label: 'Number' },
              { value: 'dynamic', label: jsonata ? '{% %}' : 'Path' },
            ]}
          />
        )
      }
    >
      {({ control, notes }) =>
        mode === 'dynamic' ? (
          <DynamicAmount id={control} notes={notes} at={dynamicAt} />
        ) : (
          <FixedAmount {...props} id={control} notes={notes} />
        )
      }
    </Field>
  );
}

interface Control {
  readonly id: string;
  readonly notes: string;
}

function FixedAmount(props: AmountFieldProps & Control) {
  const { at, id, notes, unit, placeholder, min, max, whole } = props;
  const form = useForm();
  const [read] = useState(() => readNumber({ min, max, whole }));
  const draft = useDraft(shownWords(form.value(at)), read, (value, burst) => form.set(at, value, burst));
  return (
    <>
      <span className={styles.withUnit}>
        <input
          id={id}
          className={`${styles.control} ${styles.short}`}
          type="text"
          inputMode="decimal"
          value={draft.text}
          placeholder={placeholder}
          aria-describedby={notes}
          aria-invalid={draft.problem !== undefined}
          onFocus={draft.enter}
          onBlur={draft.leave}
          onChange={(event) => draft.change(event.target.value)}
        />
        {unit}
      </span>
      {draft.problem !== undefined && (
        <p className={styles.problem} role="alert">
          {draft.problem}
        </p>
      )}
    </>
  );
}

function DynamicAmount({ id, notes, at }: Control & { readonly at: string }) {
  const form = useForm();
  const jsonata = form.language === 'JSONata';
  const draft = useDraft(shownWords(form.value(at)), jsonata ? readExpression : readWords, (value, burst) =>
    form.set(at, value, burst),
  );
  return (
    <CodeField
      id={id}
      at={at}
      draft={draft}
      dialect={expressionDialect(form.language)}
      notation={jsonata ? 'expression' : 'words'}
      placeholder={jsonata ? '{% $states.input.seconds %}' : '$.seconds'}
      describedBy={notes}
      line
    />
  );
}
