import type { Json } from '../../../asl';
import { CardList } from '../fields/CardList';
import { PathField } from '../fields/ExpressionField';
import { TargetField } from '../fields/TargetField';
import { TemplateField } from '../fields/TemplateField';
import { WordsField } from '../fields/WordsField';
import { useForm } from '../form/form';
import { ErrorNames } from './ErrorNames';
import styles from './errors.module.css';
import { namesOf } from './RetryList';

/** The catchers of a state, in the order in which they are asked. */
export function CatchList() {
  const form = useForm();
  const written = form.value('/Catch');
  const catchers: readonly Json[] = Array.isArray(written) ? written : [];
  const set = (next: readonly Json[]) => form.set('/Catch', next.length === 0 ? undefined : [...next]);
  const first = form.targets.find((name) => !form.object.endsWith(`/${name}`)) ?? form.targets[0];
  return (
    <section aria-label="Catch">
      <h3 className={styles.title}>Catch</h3>
      <p className={styles.about}>
        When no retry is left, the first catcher that names the error leads on; without one the execution
        fails.
      </p>
      <CardList
        at="/Catch"
        noun="catcher"
        count={catchers.length}
        titleOf={(index) => `#${index + 1} ${namesOf(catchers[index])}`}
        bodyOf={(index) => <Catcher at={`/Catch/${index}`} />}
        addLabel="Add a catcher"
        onAdd={
          first === undefined
            ? undefined
            : () => set([...catchers, { ErrorEquals: ['States.ALL'], Next: first }])
        }
        onRemove={(index) => set(catchers.filter((_, other) => other !== index))}
      />
    </section>
  );
}

function Catcher({ at }: { readonly at: string }) {
  const form = useForm();
  const next = form.value(`${at}/Next`);
  return (
    <>
      <ErrorNames at={`${at}/ErrorEquals`} />
      <TargetField
        at={`${at}/Next`}
        label="Leads to"
        value={typeof next === 'string' ? next : undefined}
        onChange={(target) => form.set(`${at}/Next`, target)}
      />
      {form.language === 'JSONata' ? (
        <TemplateField
          at={`${at}/Output`}
          label="Output"
          placeholder="{% $states.errorOutput %}"
          help="What the next state gets; without it Error and Cause."
        />
      ) : (
        <PathField
          at={`${at}/ResultPath`}
          label="ResultPath"
          placeholder="$"
          discard="Discard the error, keep the input"
          help="Where in the input Error and Cause are put."
        />
      )}
      <TemplateField at={`${at}/Assign`} label="Assign" placeholder='{ "name": "value" }' />
      <WordsField at={`${at}/Comment`} label="Comment" />
    </>
  );
}
