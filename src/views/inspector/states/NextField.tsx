import { TargetField } from '../fields/TargetField';
import { useForm } from '../form/form';

/** Where the state leads: another state of its scope, or the end. */
export function NextField() {
  const form = useForm();
  const next = form.value('/Next');
  const lead = (target: string | undefined) =>
    form.setFields(
      '',
      target === undefined
        ? [
            { name: 'Next', value: undefined },
            { name: 'End', value: true },
          ]
        : [
            { name: 'End', value: undefined },
            { name: 'Next', value: target },
          ],
      target === undefined ? 'Lead to End' : `Lead to “${target}”`,
    );
  return (
    <TargetField
      at={form.value('/Next') === undefined ? '/End' : '/Next'}
      label="Next state"
      none="End"
      value={typeof next === 'string' ? next : undefined}
      onChange={lead}
    />
  );
}
