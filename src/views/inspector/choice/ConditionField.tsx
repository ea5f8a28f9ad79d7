import { CodeField } from '../fields/CodeField';
import { Field } from '../fields/Field';
import { readExpression, shownWords } from '../fields/readings';
import { useDraft } from '../fields/useDraft';
import { useForm } from '../form/form';

/** A JSONata condition that gives true or false. */
export function ConditionField({ at }: { readonly at: string }) {
  const form = useForm();
  const draft = useDraft(shownWords(form.value(at)), readExpression, (value, burst) =>
    form.set(at, value, burst),
  );
  return (
    <Field at={at} label="Condition" problem={draft.problem}>
      {({ control, notes }) => (
        <CodeField
          id={control}
          at={at}
          draft={draft}
          dialect="jsonata"
          notation="expression"
          placeholder="{% $states.input.value > 1 %}"
          describedBy={notes}
        />
      )}
    </Field>
  );
}
