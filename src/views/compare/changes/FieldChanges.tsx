import type { FieldChange } from '../../../asl';
import { type FieldText, fieldText } from '../model/fieldText';
import styles from './FieldChanges.module.css';

/** What differs in a state, field by field: the value before, the value after. */
export function FieldChanges({ fields }: { readonly fields: readonly FieldChange[] }) {
  if (fields.length === 0) return <p className={styles.none}>Nothing else differs.</p>;
  const texts = fields.map(fieldText);
  return (
    <ul className={styles.fields}>
      {texts.map((text) => (
        <Field key={`${text.was ?? ''} ${text.pointer} ${text.words}`} text={text} />
      ))}
    </ul>
  );
}

function Field({ text }: { readonly text: FieldText }) {
  const { pointer, was, words, before, after } = text;
  return (
    <li className={styles.field}>
      {pointer !== '' && (
        <p className={styles.place}>
          <code>{pointer}</code> {words}
          {was !== undefined && (
            <>
              , was <code>{was}</code>
            </>
          )}
        </p>
      )}
      {before !== undefined && <Value text={before} side="before" />}
      {after !== undefined && <Value text={after} side="after" />}
    </li>
  );
}

function Value({ text, side }: { readonly text: string; readonly side: 'before' | 'after' }) {
  return (
    <div className={styles[side]}>
      <span className={styles.sign} aria-hidden="true">
        {side === 'before' ? '−' : '+'}
      </span>
      <pre data-side={side}>
        <span className="visually-hidden">{side}: </span>
        {text}
      </pre>
    </div>
  );
}
