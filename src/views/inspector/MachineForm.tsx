import { joinPointer } from '../../asl';
import { SpecFields } from './fields/SpecField';
import type { FieldSpec } from './fields/spec';
import { TargetField } from './fields/TargetField';
import { TemplateField } from './fields/TemplateField';
import { FormProvider, useFormOf } from './form/form';
import { useMachineDetail } from './form/useDetail';
import styles from './Inspector.module.css';

const SPECS: readonly FieldSpec[] = [
  {
    at: '/QueryLanguage',
    label: 'Query language',
    kind: 'select',
    help: 'How states read and shape data, unless a state says otherwise.',
    options: [
      { value: '', label: 'JSONPath' },
      { value: 'JSONPath', label: 'JSONPath, written out' },
      { value: 'JSONata', label: 'JSONata' },
    ],
  },
  {
    at: '/TimeoutSeconds',
    label: 'Timeout',
    kind: 'amount',
    min: 1,
    max: 99_999_999,
    unit: 'seconds',
    help: 'An execution that takes longer ends with States.Timeout.',
  },
  { at: '/Version', label: 'Version of the language', kind: 'words', placeholder: '1.0' },
  { at: '/Comment', label: 'Comment', kind: 'words', many: true, placeholder: 'What this workflow does' },
];
const SHOWN: ReadonlySet<string> = new Set(['StartAt', ...SPECS.map(({ at }) => at.slice(1))]);
const NO_NAMES: readonly string[] = [];
const EMPTY = {};

/** Fields of the state machine itself. */
export function MachineForm() {
  const detail = useMachineDetail();
  const form = useFormOf({
    object: '',
    language: 'JSONPath',
    definition: detail?.definition ?? EMPTY,
    targets: detail?.states ?? NO_NAMES,
    variables: NO_NAMES,
    findings: detail?.findings ?? [],
    trial: undefined,
  });
  if (!detail) return <p className={styles.empty}>There is no state machine in the text yet.</p>;
  const start = form.value('/StartAt');
  const others = Object.keys(detail.definition).filter((name) => !SHOWN.has(name));
  return (
    <FormProvider value={form}>
      <header className={styles.header}>
        <h2 className={styles.name}>State machine</h2>
      </header>
      <div className={styles.body}>
        <p className={styles.hint}>Select a state to edit it here.</p>
        <TargetField
          at="/StartAt"
          label="Starts at"
          value={typeof start === 'string' ? start : undefined}
          onChange={(name) => form.set('/StartAt', name)}
        />
        <SpecFields specs={SPECS} />
        {others.map((name) => (
          <TemplateField key={name} at={joinPointer('', name)} label={name} literal />
        ))}
      </div>
    </FormProvider>
  );
}
