import { useEffect, useState } from 'react';
import { selectRun, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { classNames, useFetched } from '../../parts';
import { stateName } from '../stateName';
import { costOf, dollars } from './cost';
import styles from './RunMeters.module.css';

/** Events a Standard execution may have, and bytes that may pass from state to state. */
const MOST_EVENTS = 25_000;
const MOST_BYTES = 256 * 1024;
const AMBER = 0.8;

type Run = NonNullable<ReturnType<typeof selectRun>>;

/** How near the run on show is to AWS's limits, and what it would have cost. */
export default function RunMeters() {
  const run = useWorkspace(selectRun);
  return run && run.events > 0 ? <Meters key={run.id} run={run} /> : null;
}

function Meters({ run }: { readonly run: Run }) {
  const { execution } = useWorkspaceActions();
  const [turn, setTurn] = useState(0);
  const meters = useFetched(run.id, `${run.events} ${turn}`, () => execution.look('getMeters', null));
  // The worker measures a part at a time: it is asked again until nothing is left.
  useEffect(() => {
    if (meters && meters.measured < meters.events) setTurn((before) => before + 1);
  }, [meters]);
  const largest = meters?.largest;
  const cost = costOf({
    type: run.type,
    transitions: run.transitions,
    retries: meters?.retries ?? 0,
    milliseconds: Math.max(0, run.now - run.startedAt),
  });
  const complete = meters !== undefined && meters.measured >= meters.events;
  return (
    <dl className={styles.meters}>
      {run.type === 'STANDARD' && (
        <Meter
          name="Events"
          value={`${run.events.toLocaleString('en')} of ${MOST_EVENTS.toLocaleString('en')}`}
          share={run.events / MOST_EVENTS}
        />
      )}
      {largest && (
        <Meter
          name={complete ? 'Largest payload' : 'Largest payload so far'}
          value={`${kilobytes(largest.bytes)} of 256 KiB${largest.state === undefined ? '' : ` · ${stateName(largest.state)}`}`}
          share={largest.bytes / MOST_BYTES}
        />
      )}
      <div
        className={styles.meter}
        title="At list prices of us-east-1, without free tier and without the services called"
      >
        <dt>Cost</dt>
        <dd>about {dollars(cost)}</dd>
      </div>
    </dl>
  );
}

interface MeterProps {
  readonly name: string;
  readonly value: string;
  /** Of what is allowed. */
  readonly share: number;
}

function Meter({ name, value, share }: MeterProps) {
  const tone = share >= 1 ? styles.red : share >= AMBER ? styles.amber : undefined;
  const word = share >= 1 ? 'over the limit: ' : share >= AMBER ? 'near the limit: ' : '';
  return (
    <div className={classNames(styles.meter, tone)}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ width: `${Math.min(100, share * 100)}%` }} />
        </span>
        <span>
          {word}
          {value}
        </span>
      </dd>
    </div>
  );
}

const kilobytes = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(bytes < 10 * 1024 ? 1 : 0)} KiB`;
