import { isJsonObject, type Json } from '../../../asl';
import { CodeField } from '../fields/CodeField';
import { Field } from '../fields/Field';
import { readJson, shownJson } from '../fields/readings';
import { useDraft } from '../fields/useDraft';
import { useForm } from '../form/form';

/** The whole object as JSON, whatever notation the document is in. */
export function TextTab() {
  const form = useForm();
  const draft = useDraft(shownJson(form.definition), readObject, (value, burst) => {
    if (value !== undefined) form.replace(value, burst);
  });
  return (
    <Field at="" label="All fields, as JSON" problem={draft.problem}>
      {({ control, notes }) => (
        <CodeField id={control} at="" draft={draft} dialect="json" notation="json" describedBy={notes} />
      )}
    </Field>
  );
}

function readObject(text: string) {
  const reading = readJson(text);
  if (!reading.ok) return reading;
  const value: Json | undefined = reading.value;
  return value !== undefined && isJsonObject(value)
    ? ({ ok: true, value } as const)
    : ({ ok: false, problem: 'A state is an object: { "Type": … }.' } as const);
}
