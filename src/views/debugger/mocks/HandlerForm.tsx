import { Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StatePath } from '../../../asl';
import type { HandlerOutcome, StateMock } from '../../../services';
import { selectRun, useWorkspace, useWorkspaceActions } from '../../../workspace';
import { JsonText, lastVisit } from '../../parts';
import { prettyJson } from '../eventDetails';
import { stateName } from '../stateName';
import styles from './mocks.module.css';

type Handler = Extract<StateMock, { readonly kind: 'handler' }>;

interface HandlerFormProps {
  readonly state: StatePath;
  readonly mock: Handler;
  readonly onChange: (mock: Handler) => void;
}

type Trial =
  | { readonly type: 'running' }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'done'; readonly outcome: HandlerOutcome };

/** A handler's source, and a trial of it on what the last run asked, or on what is typed. */
export function HandlerForm({ state, mock, onChange }: HandlerFormProps) {
  const workspace = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  const [typed, setTyped] = useState<string>();
  const [seen, setSeen] = useState<string>();
  const [trial, setTrial] = useState<Trial>();
  const ended = run?.result === undefined ? undefined : run.id;
  useEffect(() => {
    if (ended === undefined) return;
    let gone = false;
    lastVisit(workspace, state).then(
      (visit) => {
        const asked = visit?.attempt?.parameters ?? visit?.input;
        if (!gone && asked !== undefined) setSeen(prettyJson(asked));
      },
      // The worker is gone; the page has said so.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [workspace, state, ended]);
  const input = typed ?? seen ?? '{}';
  const tryIt = async () => {
    const problem = jsonProblem(input);
    if (problem !== undefined)
      return setTrial({ type: 'refused', reason: `The input is not JSON: ${problem}` });
    setTrial({ type: 'running' });
    const context = {
      State: { Name: stateName(state), RetryCount: 0 },
      attempt: 0,
      invocation: 0,
      mapIndex: [],
    };
    try {
      const outcome = await workspace.execution.tryHandler(mock.source, input, JSON.stringify(context));
      setTrial({ type: 'done', outcome });
    } catch (error) {
      setTrial({ type: 'refused', reason: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <>
      <textarea
        className={styles.code}
        aria-label="Handler"
        rows={7}
        spellCheck={false}
        value={mock.source}
        onChange={({ target }) => onChange({ ...mock, source: target.value })}
      />
      <div className={styles.trial}>
        <label className={styles.stacked}>
          Input {typed === undefined && seen !== undefined && '(of the last run)'}
          <textarea
            className={styles.code}
            rows={2}
            spellCheck={false}
            value={input}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <button
          type="button"
          className={styles.button}
          disabled={trial?.type === 'running'}
          onClick={() => void tryIt()}
        >
          <Play size={13} aria-hidden="true" /> Try it
        </button>
      </div>
      <section aria-label="Trial of the handler" aria-live="polite">
        {trial?.type === 'running' && <p className={styles.note}>Running…</p>}
        {trial?.type === 'refused' && <p className={styles.problem}>{trial.reason}</p>}
        {trial?.type === 'done' && <TrialOutcome outcome={trial.outcome} />}
      </section>
      <p className={styles.note}>
        A function of the input and the context, run in a sandbox without network, page or timers: at most a
        second and 32 MB. What it throws fails the Task: <code>{'throw { error, cause }'}</code>.
      </p>
    </>
  );
}

function TrialOutcome({ outcome }: { readonly outcome: HandlerOutcome }) {
  const { lines, dropped, took } = outcome;
  const more = dropped > 0 ? `\n… and ${dropped.toLocaleString('en')} more` : '';
  return (
    <>
      <p className={styles.took}>
        {outcome.type === 'returned' ? 'Returned' : 'Failed'} after {took.toLocaleString('en')} ms
      </p>
      {outcome.type === 'returned' ? (
        <JsonText text={prettyJson(outcome.result)} label="Result of the trial" />
      ) : (
        <p className={styles.problem}>
          <strong>{outcome.error}</strong> {outcome.cause}
        </p>
      )}
      {lines.length > 0 && <JsonText text={lines.join('\n') + more} label="Console of the trial" prose />}
    </>
  );
}

function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
