import type { StateType } from '../../../asl';
import { SpecFields } from '../fields/SpecField';
import { useForm } from '../form/form';
import { dataSpecs } from '../states/specs';
import { TrialNote } from './TrialNote';
import styles from './tabs.module.css';

/** What goes in and what comes out, in the order in which it is worked out. */
export function DataTab({ type }: { readonly type: StateType }) {
  const form = useForm();
  const specs = dataSpecs(type, form.language);
  if (specs.length === 0) return <p className={styles.empty}>A {type} state neither takes nor gives data.</p>;
  return (
    <>
      <TrialNote />
      <SpecFields specs={specs} />
    </>
  );
}
