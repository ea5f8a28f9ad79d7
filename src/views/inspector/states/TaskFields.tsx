import { INTEGRATIONS, parseResource, patternsOf, type TaskPattern, withPattern } from '../../../asl';
import { Modes, type Option } from '../fields/ChoiceOf';
import { Field } from '../fields/Field';
import { WordsField } from '../fields/WordsField';
import { useForm } from '../form/form';

const PATTERNS: Readonly<Record<TaskPattern, string>> = {
  requestResponse: 'At once',
  sync: 'Wait for the job',
  'sync:2': 'Wait, output as JSON',
  waitForTaskToken: 'Wait for a callback',
};

const RESOURCES: readonly string[] = INTEGRATIONS.map(
  ({ service, action }) => `arn:aws:states:::${service}:${action}`,
);

/** What a Task calls, and how it waits for the answer. */
export function TaskFields() {
  const form = useForm();
  const written = form.value('/Resource');
  const resource = typeof written === 'string' ? written : '';
  const parsed = parseResource(resource);
  const patterns = patternsOf(resource).map(
    (value): Option<TaskPattern> => ({ value, label: PATTERNS[value] }),
  );
  return (
    <>
      <WordsField
        at="/Resource"
        label="Resource"
        placeholder="arn:aws:states:::lambda:invoke"
        suggestions={RESOURCES}
        help="A service integration, or the ARN of a Lambda function or an activity."
      />
      {parsed.kind === 'service' && patterns.length > 1 && (
        <Field at="/Resource/pattern" label="Answer">
          {() => (
            <Modes
              label="How the answer comes"
              value={parsed.pattern}
              options={patterns}
              onChange={(pattern) => form.set('/Resource', withPattern(resource, pattern))}
            />
          )}
        </Field>
      )}
    </>
  );
}
