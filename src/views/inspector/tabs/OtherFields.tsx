import { Trash2 } from 'lucide-react';
import { joinPointer, type StateType } from '../../../asl';
import { TemplateField } from '../fields/TemplateField';
import { useForm } from '../form/form';
import { otherFields } from '../states/known';
import styles from './tabs.module.css';

/** Fields that have no control: unknown ones, and those of the other query language. They are kept until taken away. */
export function OtherFields({ type }: { readonly type: StateType | undefined }) {
  const form = useForm();
  const names = otherFields(form.definition, type, form.language);
  if (names.length === 0) return null;
  return (
    <section aria-label="Other fields" className={styles.others}>
      <h3>Other fields</h3>
      {names.map((name) => (
        <div key={name} className={styles.other}>
          <TemplateField at={joinPointer('', name)} label={name} />
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove ${name}`}
            title="Remove"
            onClick={() => form.set(joinPointer('', name), undefined)}
          >
            <Trash2 size={13} />
          </button>
        </div>
      ))}
    </section>
  );
}
