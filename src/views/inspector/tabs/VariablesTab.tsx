import type { StateType } from '../../../asl';
import { SpecField } from '../fields/SpecField';
import { useForm } from '../form/form';
import { assignSpec } from '../states/specs';
import { TrialNote } from './TrialNote';
import styles from './tabs.module.css';

/** What the state assigns, and which variables it can read. */
export function VariablesTab({ type }: { readonly type: StateType }) {
  const form = useForm();
  const spec = assignSpec(type);
  return (
    <>
      <TrialNote />
      {spec ? (
        <SpecField spec={spec} />
      ) : (
        <p className={styles.empty}>A {type} state assigns no variables.</p>
      )}
      <h3 className={styles.title}>In scope here</h3>
      {form.variables.length === 0 ? (
        <p className={styles.empty}>No state around here assigns a variable.</p>
      ) : (
        <ul className={styles.names}>
          {form.variables.map((name) => (
            <li key={name}>${name}</li>
          ))}
        </ul>
      )}
    </>
  );
}
