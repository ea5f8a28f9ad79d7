import { FastForward, Inbox } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OpenCalls } from '../../../worker';
import {
  selectOpenCalls,
  selectPhase,
  selectRun,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { formatDuration } from '../../parts';
import { AskSettings } from './AskSettings';
import { CallCard } from './CallCard';
import { nextWords } from './callWords';
import styles from './inbox.module.css';

/** The calls that wait for the user, each with the form of its answer. */
export function InboxPane() {
  const open = useWorkspace(selectOpenCalls);
  const run = useWorkspace(selectRun);
  const pane = useRef<HTMLElement>(null);
  const goOn = useFocusOnNext(pane, open);
  return (
    <section ref={pane} className={styles.pane} aria-label="Inbox" tabIndex={-1}>
      {open === undefined ? (
        <Nothing />
      ) : (
        <>
          <TimeBar open={open} />
          {open.calls.map((call, place) => (
            <CallCard
              key={`${run?.id} ${call.task}`}
              call={call}
              now={open.now}
              onAnswered={() => goOn(place)}
            />
          ))}
          {open.total > open.calls.length && (
            <p className={styles.note}>
              {(open.total - open.calls.length).toLocaleString('en')} more calls wait behind these.
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Once a call is answered, the focus goes to the one in its place; also when that comes a moment later. */
function useFocusOnNext(pane: React.RefObject<HTMLElement | null>, open: OpenCalls | undefined) {
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    const root = pane.current;
    if (wanted.current === undefined || root === null) return;
    const { activeElement } = document;
    if (activeElement !== document.body && !root.contains(activeElement)) {
      wanted.current = undefined;
      return;
    }
    const cards = open === undefined ? [] : [...root.querySelectorAll<HTMLElement>(':scope > article')];
    const card = cards[Math.min(wanted.current, cards.length - 1)];
    if (card) wanted.current = undefined;
    (card ?? root).focus();
  }, [open, pane]);
  return (place: number) => {
    wanted.current = place;
  };
}

function Nothing() {
  return (
    <div className={styles.nothing}>
      <p className={styles.empty}>
        <Inbox size={18} aria-hidden="true" /> Nothing waits for you.
      </p>
      <p className={styles.note}>
        A Task whose mock is “Ask me” (Services, Task states) waits here until you answer it. Or, for the
        whole of the next run:
      </p>
      <AskSettings />
    </div>
  );
}

function TimeBar({ open }: { readonly open: OpenCalls }) {
  const { calls } = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  const paused = useWorkspace(selectPhase) === 'paused';
  const next = nextWords(open);
  const at = formatDuration(Math.max(0, open.now - (run?.startedAt ?? open.now)));
  return (
    <div className={styles.time}>
      <p>
        <strong>Time stands still at +{at}</strong>{' '}
        {paused ? 'The run is paused: answers arrive when it goes on.' : next}
      </p>
      {next !== undefined && !paused && (
        <button type="button" className={styles.button} onClick={() => void calls.letTimePass()}>
          <FastForward size={13} aria-hidden="true" /> Let time pass
        </button>
      )}
    </div>
  );
}
