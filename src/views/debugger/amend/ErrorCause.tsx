import { JsonText } from '../../parts';
import { prettyJson } from '../eventDetails';
import styles from './ErrorCause.module.css';

interface ErrorCauseProps {
  readonly text: string;
  /** It has been said plainly: what may quote all of the data waits to be asked for. */
  readonly folded: boolean;
}

/** What AWS says of an error. */
export function ErrorCause({ text, folded }: ErrorCauseProps) {
  const cause = <JsonText text={prettyJson(text)} label="Cause" prose />;
  if (!folded) return <div className={styles.cause}>{cause}</div>;
  return (
    <details className={styles.folded}>
      <summary>What AWS says</summary>
      {cause}
    </details>
  );
}
