import { useState } from 'react';
import { useForm } from '../form/form';
import styles from './Field.module.css';

/** A stage of a trial whose data a field makes. */
export type PreviewStage =
  | 'afterInputPath'
  | 'afterParameters'
  | 'afterArguments'
  | 'afterResultSelector'
  | 'afterResultPath'
  | 'afterItemsPath'
  | 'afterItemSelector'
  | 'output'
  | 'variables';

/** The field's value on the data of the last run: in a line, at a press whole. */
export function Preview({ stage, field }: { readonly stage: PreviewStage; readonly field: string }) {
  const { trial } = useForm();
  const [whole, setWhole] = useState(false);
  if (!trial?.result.ok) return null;
  const { response } = trial.result;
  const wrong =
    response.cause !== undefined && namesField(response.cause, field) ? response.cause : undefined;
  const text = stage === 'output' ? response.output : response.inspectionData?.[stage];
  if (wrong !== undefined) {
    return (
      <p className={styles.preview}>
        <span aria-hidden="true">=</span>
        <span className={styles.wrong}>{reasonIn(wrong)}</span>
      </p>
    );
  }
  if (text === undefined) return null;
  return (
    <>
      <button
        type="button"
        className={styles.preview}
        aria-expanded={whole}
        title={trial.data.source === 'visit' ? 'On the data of the last visit' : 'On the input'}
        onClick={() => setWhole(!whole)}
      >
        <span aria-hidden="true">=</span>
        <span className={styles.value}>{text}</span>
        <span className={styles.size}>{sizeOf(text)}</span>
      </button>
      {whole && <pre className={styles.whole}>{formatted(text)}</pre>}
    </>
  );
}

/** AWS names the field in its causes, e.g. `specified for the field 'InputPath'`, `field 'Arguments/x'`. */
const namesField = (cause: string, field: string): boolean =>
  new RegExp(`['"]${field}(?:\\.\\$)?(?:['"/\\[])`).test(cause);

/** Without who and where: the field is here. */
const reasonIn = (cause: string): string =>
  cause.replace(
    /^An error occurred while executing the state '.*?' \(entered at the event id #\d+\)\. /s,
    '',
  );

function sizeOf(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}

function formatted(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
