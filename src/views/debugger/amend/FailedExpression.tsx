import { TextSearch } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TextRange } from '../../../asl';
import type { VisitExplanation } from '../../../worker';
import { JsonText } from '../../parts';
import styles from './FailedExpression.module.css';

type Evaluation = NonNullable<VisitExplanation['evaluation']>;
type Seen = Evaluation['saw'][number];

/** Characters of a value that is shown in the line. */
const SHORT = 72;

interface FailedExpressionProps {
  readonly evaluation: Evaluation;
  /** Absent when the text that was run is not the one on show. */
  readonly onShowText: ((range: TextRange) => void) | undefined;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** Why an expression failed a visit, marked where it failed, what to do about it, and the data it saw. */
export function FailedExpression({ evaluation, onShowText, children }: FailedExpressionProps) {
  const { field, text, marked, reason, range, saw } = evaluation;
  return (
    <section className={styles.failed} aria-label="The expression that failed">
      {reason !== undefined && <p className={styles.reason}>{reason}</p>}
      <div className={styles.box}>
        <Marked text={text} marked={marked} />
        <span className={styles.where}>{fieldWords(field)}</span>
      </div>
      <div className={styles.actions}>
        {children}
        {range !== undefined && onShowText !== undefined && (
          <button type="button" className={styles.fix} onClick={() => onShowText(range)}>
            <TextSearch size={13} aria-hidden="true" /> Show in the text
          </button>
        )}
      </div>
      <dl className={styles.saw} aria-label="What it saw">
        {saw.map((seen) => (
          <SeenLine key={seen.name} seen={seen} />
        ))}
      </dl>
    </section>
  );
}

/** The text in its lines, with carets under what is marked. */
function Marked({ text, marked: { start, end } }: { readonly text: string; readonly marked: TextRange }) {
  const lineEnd = text.indexOf('\n', start);
  const cut = lineEnd < 0 ? text.length : lineEnd;
  const stop = Math.max(start + 1, Math.min(end, cut));
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = ' '.repeat(start - lineStart);
  return (
    <pre className={styles.code}>
      {text.slice(0, start)}
      <mark>{text.slice(start, stop)}</mark>
      {text.slice(stop, cut)}
      {'\n'}
      <span className={styles.carets} aria-hidden="true">
        {indent}
        {'^'.repeat(stop - start)}
      </span>
      {text.slice(cut)}
    </pre>
  );
}

function SeenLine({ seen: { name, value } }: { readonly seen: Seen }) {
  const text = value === undefined ? undefined : JSON.stringify(value);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {text === undefined && <em>nothing</em>}
        {text !== undefined && text.length <= SHORT && <code>{text}</code>}
        {text !== undefined && text.length > SHORT && (
          <details>
            <summary>
              <code>{text.slice(0, SHORT)}…</code>
            </summary>
            <JsonText text={JSON.stringify(value, null, 2)} label={`What ${name} was`} />
          </details>
        )}
      </dd>
    </div>
  );
}

const fieldWords = (field: Evaluation['field']): string =>
  field.map((key) => (typeof key === 'number' ? `${key + 1}` : key)).join(' › ');
