import styles from './BackoffCurve.module.css';
import { type Backoff, delaysOf, secondsInWords } from './backoff';

const MOST = 12;
const HEIGHT = 44;
const BAR = 22;
const GAP = 4;

/** The delay before each retry, drawn: bars for the first ones, the band below a bar with jitter. */
export function BackoffCurve({ backoff }: { readonly backoff: Backoff }) {
  const delays = delaysOf(backoff, MOST);
  if (delays.length === 0) return <p className={styles.words}>Never retried.</p>;
  const longest = Math.max(...delays, 0.001);
  const all = delaysOf(backoff, Math.min(backoff.maxAttempts, 10_000));
  const total = all.reduce((sum, delay) => sum + delay, 0);
  const words = `${backoff.maxAttempts.toLocaleString('en')} ${backoff.maxAttempts === 1 ? 'retry' : 'retries'}, ${
    backoff.jitter ? 'up to ' : ''
  }${secondsInWords(total)} of waiting in all`;
  return (
    <figure className={styles.figure}>
      <svg
        width={delays.length * (BAR + GAP)}
        height={HEIGHT + 14}
        role="img"
        aria-label={`Delays: ${delays.map(secondsInWords).join(', ')}`}
      >
        {delays.map((delay, retry) => {
          const height = Math.max(2, (delay / longest) * (HEIGHT - 12));
          const x = retry * (BAR + GAP);
          return (
            <g key={x}>
              <rect
                className={backoff.jitter ? styles.band : styles.bar}
                x={x}
                y={HEIGHT - height}
                width={BAR}
                height={height}
                rx={2}
              />
              <text className={styles.delay} x={x + BAR / 2} y={HEIGHT - height - 3}>
                {secondsInWords(delay).replace(' ', '')}
              </text>
              <text className={styles.number} x={x + BAR / 2} y={HEIGHT + 11}>
                {retry + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className={styles.words}>{words}</figcaption>
    </figure>
  );
}
