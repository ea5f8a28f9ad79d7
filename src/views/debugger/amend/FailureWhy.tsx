import { Check, X } from 'lucide-react';
import type { VisitExplanation } from '../../../worker';
import { delayWords } from './delayWords';
import { inOrder } from './inOrder';
import styles from './Why.module.css';

type Failure = NonNullable<VisitExplanation['failure']>;
type Retrier = Failure['retriers'][number];
type Catcher = Failure['catchers'][number];

/** What the retriers and catchers of a state made of its error. */
export function FailureWhy({ failure }: { readonly failure: Failure }) {
  const { error, isUnmatchable, retriers, catchers } = failure;
  const caught = catchers.find(({ isTaken }) => isTaken);
  return (
    <section className={styles.why} aria-label="What became of the error">
      <h4>What became of {error ?? 'the error'}</h4>
      {isUnmatchable && (
        <p className={styles.line}>No retrier and no catcher matches {error}, not even by its name.</p>
      )}
      {inOrder(retriers).map(({ place, of }) => (
        <RetrierLine key={place} retrier={of} />
      ))}
      {inOrder(catchers).map(({ place, of }) => (
        <CatcherLine key={place} catcher={of} />
      ))}
      {retriers.length === 0 && <p className={styles.line}>The state has no Retry.</p>}
      {catchers.length === 0 && <p className={styles.line}>The state has no Catch.</p>}
      {catchers.length > 0 && caught === undefined && !isUnmatchable && (
        <p className={styles.line}>No catcher names {error ?? 'it'}.</p>
      )}
    </section>
  );
}

function RetrierLine({
  retrier: { errorEquals, matches, maxAttempts, delays },
}: {
  readonly retrier: Retrier;
}) {
  const used = delays.length >= maxAttempts ? 'all used' : 'left over';
  return (
    <div className={styles.line}>
      <Matches matches={matches} /> Retry <code>{errorEquals.join(', ')}</code>
      {(matches || delays.length > 0) && ` · ${delays.length} of ${maxAttempts} attempts, ${used}`}
      {delays.length > 0 && (
        <ol className={styles.delays}>
          {delays.map((delay) => (
            <li key={delay.power}>{delayWords(delay)}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

function CatcherLine({ catcher: { errorEquals, next, matches, isTaken } }: { readonly catcher: Catcher }) {
  return (
    <p className={styles.line}>
      <Matches matches={matches} /> Catch <code>{errorEquals.join(', ')}</code>
      {next !== undefined && ` → ${next}`}
      {matches && !isTaken && ' · an earlier catcher comes first'}
    </p>
  );
}

function Matches({ matches }: { readonly matches: boolean }) {
  return matches ? (
    <Check size={14} className={styles.yes} aria-label="names it" />
  ) : (
    <X size={14} className={styles.no} aria-label="does not name it" />
  );
}
