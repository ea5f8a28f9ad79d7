import { isJsonObject, type StatePath } from '../../../asl';
import { useWorkspaceActions } from '../../../workspace';
import { SelectField } from '../fields/SelectField';
import { SpecFields } from '../fields/SpecField';
import { useForm } from '../form/form';
import { batcherSpecs, readerSpecs, writerSpecs } from './distributedSpecs';
import { escaped } from './ParallelFields';
import { distributedSpecs } from './specs';
import styles from './states.module.css';

/** How a Map runs its items: inside this execution, or as child executions of its own. */
export function MapFields() {
  const form = useForm();
  const { selection } = useWorkspaceActions();
  const processor = form.value('/ItemProcessor') === undefined ? 'Iterator' : 'ItemProcessor';
  const config = `/${processor}/ProcessorConfig`;
  const distributed = form.value(`${config}/Mode`) === 'DISTRIBUTED';
  const start = form.value(`/${processor}/StartAt`);
  const states = form.value(`/${processor}/States`);
  const count = states !== undefined && isJsonObject(states) ? Object.keys(states).length : 0;
  const toStart = () => {
    if (typeof start !== 'string') return;
    selection.select(`${form.object}/${processor}/States/${escaped(start)}` as StatePath, 'inspector');
  };
  return (
    <>
      <p className={styles.inside}>
        {count} {count === 1 ? 'state' : 'states'} for each item
        {typeof start === 'string' && (
          <>
            , starting at{' '}
            <button type="button" onClick={toStart}>
              {start}
            </button>
          </>
        )}
      </p>
      <SelectField
        at={`${config}/Mode`}
        label="Processor mode"
        help="Inline: up to 40 at a time, in this execution’s history. Distributed: up to 10,000 child executions."
        options={[
          { value: '', label: 'Inline' },
          { value: 'INLINE', label: 'INLINE, written out' },
          { value: 'DISTRIBUTED', label: 'Distributed' },
        ]}
      />
      {distributed && (
        <>
          <SelectField
            at={`${config}/ExecutionType`}
            label="Child executions"
            options={[
              { value: 'STANDARD', label: 'Standard' },
              { value: 'EXPRESS', label: 'Express: up to five minutes each' },
            ]}
          />
          <details className={styles.section} open={form.value('/ItemReader') !== undefined}>
            <summary>Item source</summary>
            <SpecFields specs={readerSpecs(form.language)} />
          </details>
          <details className={styles.section} open={form.value('/ItemBatcher') !== undefined}>
            <summary>Batches</summary>
            <SpecFields specs={batcherSpecs} />
          </details>
          <details className={styles.section} open={form.value('/ResultWriter') !== undefined}>
            <summary>Results to S3</summary>
            <SpecFields specs={writerSpecs(form.language)} />
          </details>
          <SpecFields specs={distributedSpecs} />
        </>
      )}
    </>
  );
}
