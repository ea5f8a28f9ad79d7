import { useForm } from '../form/form';
import styles from './tabs.module.css';

/** On which data the values under the fields were worked out, and whether the state failed on it. */
export function TrialNote() {
  const { trial } = useForm();
  if (!trial) return <p className={styles.note}>Run the workflow to see here what each field comes to.</p>;
  const from = trial.data.source === 'visit' ? 'the last visit' : 'the input';
  if (!trial.result.ok)
    return (
      <p className={styles.wrong}>
        This cannot be tried on {from} yet: {trial.result.reason}
      </p>
    );
  const { error, cause, status } = trial.result.response;
  if (error !== undefined && status !== 'CAUGHT_ERROR') {
    return (
      <p className={styles.wrong}>
        On {from} it fails: {error}
        {cause !== undefined && `: ${cause}`}
      </p>
    );
  }
  return <p className={styles.note}>= shows each field’s value on the data of {from}.</p>;
}
