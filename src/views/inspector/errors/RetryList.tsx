import { isJsonObject, type Json, type JsonObject, LAMBDA_RETRY_ERRORS, parseResource } from '../../../asl';
import { AmountField } from '../fields/AmountField';
import { CardList } from '../fields/CardList';
import cardStyles from '../fields/CardList.module.css';
import { SelectField } from '../fields/SelectField';
import { WordsField } from '../fields/WordsField';
import { useForm } from '../form/form';
import { BackoffCurve } from './BackoffCurve';
import { ErrorNames } from './ErrorNames';
import styles from './errors.module.css';

/** The retriers of a state, in the order in which they are asked. */
export function RetryList() {
  const form = useForm();
  const written = form.value('/Retry');
  const retriers: readonly Json[] = Array.isArray(written) ? written : [];
  const set = (next: readonly Json[]) => form.set('/Retry', next.length === 0 ? undefined : [...next]);
  const resource = form.value('/Resource');
  const kind = typeof resource === 'string' ? parseResource(resource) : undefined;
  const isLambda = kind?.kind === 'lambda' || (kind?.kind === 'service' && kind.service === 'lambda');
  return (
    <section aria-label="Retry">
      <h3 className={styles.title}>Retry</h3>
      <p className={styles.about}>
        After an error the first retrier that names it decides whether the state is tried again, and when.
      </p>
      <CardList
        at="/Retry"
        noun="retrier"
        count={retriers.length}
        titleOf={(index) => `#${index + 1} ${namesOf(retriers[index])}`}
        bodyOf={(index) => <Retrier at={`/Retry/${index}`} />}
        addLabel="Add a retrier"
        onAdd={() =>
          set([
            ...retriers,
            { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2 },
          ])
        }
        onRemove={(index) => set(retriers.filter((_, other) => other !== index))}
      />
      {isLambda && !retriers.some((retrier) => namesOf(retrier).includes('Lambda.')) && (
        <button
          type="button"
          className={cardStyles.add}
          onClick={() => set([{ ...LAMBDA_RETRY, ErrorEquals: [...LAMBDA_RETRY_ERRORS] }, ...retriers])}
        >
          Add the retrier AWS advises for Lambda
        </button>
      )}
    </section>
  );
}

const LAMBDA_RETRY = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' };

export function namesOf(item: Json | undefined): string {
  const errors = item !== undefined && isJsonObject(item) ? item.ErrorEquals : undefined;
  return Array.isArray(errors) ? errors.filter((name) => typeof name === 'string').join(', ') : '';
}

function Retrier({ at }: { readonly at: string }) {
  const form = useForm();
  const value = form.value(at);
  return (
    <>
      <ErrorNames at={`${at}/ErrorEquals`} />
      {value !== undefined && isJsonObject(value) && <BackoffCurve backoff={backoffOf(value)} />}
      <div className={styles.columns}>
        <AmountField
          at={`${at}/IntervalSeconds`}
          label="Interval"
          unit="s"
          placeholder="1"
          min={0}
          max={99_999_999}
        />
        <AmountField at={`${at}/MaxAttempts`} label="Retries" placeholder="3" min={0} max={99_999_999} />
        <AmountField
          at={`${at}/BackoffRate`}
          label="Backoff rate"
          unit="×"
          placeholder="2"
          min={1}
          whole={false}
        />
        <AmountField at={`${at}/MaxDelaySeconds`} label="Longest delay" unit="s" min={1} max={31_622_400} />
      </div>
      <SelectField
        at={`${at}/JitterStrategy`}
        label="Jitter"
        options={[
          { value: '', label: 'None' },
          { value: 'NONE', label: 'NONE, written out' },
          { value: 'FULL', label: 'Full: anywhere between 0 and the delay' },
        ]}
      />
      <WordsField at={`${at}/Comment`} label="Comment" />
    </>
  );
}

/** With the defaults of the fields that are not written: 1 second, 3 retries, rate 2. */
function backoffOf(retrier: JsonObject) {
  const number = (name: string, otherwise: number) => {
    const value = retrier[name];
    return typeof value === 'number' ? value : otherwise;
  };
  const longest = retrier.MaxDelaySeconds;
  return {
    intervalSeconds: number('IntervalSeconds', 1),
    maxAttempts: number('MaxAttempts', 3),
    backoffRate: number('BackoffRate', 2),
    maxDelaySeconds: typeof longest === 'number' ? longest : undefined,
    jitter: retrier.JitterStrategy === 'FULL',
  };
}
