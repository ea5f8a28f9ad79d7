import { useState } from 'react';
import { useForm } from '../form/form';
import { Modes } from './ChoiceOf';
import { CodeField } from './CodeField';
import { Field } from './Field';
import { isExpression, readWords, shownWords } from './readings';
import { useDraft } from './useDraft';

export interface DynamicWordsFieldProps {
  readonly at: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
}

/** Words, written as they are or worked out at run time: Error, Cause, Timestamp. */
export function DynamicWordsField({ at, label, help, placeholder }: DynamicWordsFieldProps) {
  const form = useForm();
  const jsonata = form.language === 'JSONata';
  const [chosen, setChosen] = useState<'fixed' | 'path'>();
  const mode = jsonata ? 'fixed' : (chosen ?? (form.value(`${at}Path`) === undefined ? 'fixed' : 'path'));
  const place = mode === 'path' ? `${at}Path` : at;
  const choose = (next: 'fixed' | 'path') => {
    const parent = at.slice(0, at.lastIndexOf('/'));
    const name = at.slice(at.lastIndexOf('/') + 1);
    const names = [name, `${name}Path`].filter((each) => form.value(`${parent}/${each}`) !== undefined);
    if (names.length > 0)
      form.setFields(
        parent,
        names.map((each) => ({ name: each, value: undefined })),
      );
    setChosen(next);
  };
  return (
    <Words
      key={place}
      at={place}
      label={label}
      help={help}
      placeholder={mode === 'path' ? '$.message' : placeholder}
      path={mode === 'path'}
      mode={
        !jsonata && (
          <Modes
            label={`How ${label} is written`}
            value={mode}
            onChange={choose}
            options={[
              { value: 'fixed', label: 'Words' },
              { value: 'path', label: 'Path' },
            ]}
          />
        )
      }
    />
  );
}

interface WordsProps extends DynamicWordsFieldProps {
  readonly path: boolean;
  readonly mode: React.ReactNode;
}

function Words({ at, label, help, placeholder, path, mode }: WordsProps) {
  const form = useForm();
  const draft = useDraft(shownWords(form.value(at)), readWords, (value, burst) => form.set(at, value, burst));
  const expression = path || isExpression(draft.text);
  const dialect = form.language === 'JSONata' ? 'jsonata' : 'jsonpath';
  return (
    <Field at={at} label={label} help={help} mode={mode} problem={draft.problem}>
      {({ control, notes }) => (
        <CodeField
          id={control}
          at={at}
          draft={draft}
          dialect={expression ? dialect : 'plain'}
          notation="words"
          placeholder={placeholder}
          describedBy={notes}
          line
        />
      )}
    </Field>
  );
}
