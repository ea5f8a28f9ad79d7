import { useForm } from '../form/form';
import { CodeField } from './CodeField';
import { Field } from './Field';
import { Preview, type PreviewStage } from './Preview';
import { readJson, readTemplate, shownJson, shownTemplate } from './readings';
import { useDraft } from './useDraft';

export interface TemplateFieldProps {
  readonly at: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly preview?: PreviewStage | undefined;
  /** Data that is never evaluated. */
  readonly literal?: boolean | undefined;
}

/** JSON with expressions in it: Parameters, Arguments, Output, Assign... */
export function TemplateField(props: TemplateFieldProps) {
  const { at, label, help, placeholder, preview, literal = false } = props;
  const form = useForm();
  const takesExpression = form.language === 'JSONata' && !literal;
  const draft = useDraft(
    (takesExpression ? shownTemplate : shownJson)(form.value(at)),
    takesExpression ? readTemplate : readJson,
    (next, burst) => form.set(at, next, burst),
  );
  const bare = takesExpression && draft.text.trimStart().startsWith('{%');
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
        <CodeField
          id={control}
          at={at}
          draft={draft}
          dialect={bare ? 'jsonata' : 'json'}
          notation={bare ? 'words' : 'json'}
          placeholder={placeholder}
          describedBy={notes}
        />
      )}
    </Field>
  );
}
