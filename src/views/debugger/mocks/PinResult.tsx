import { Pin } from 'lucide-react';
import type { MockOutcome } from '../../../services';
import type { Visit } from '../../../worker';
import { selectGraph, selectServices, useWorkspace, useWorkspaceActions } from '../../../workspace';
import styles from './mocks.module.css';
import { tasksOf } from './TaskList';

/** Makes what a Task's service answered in a visit its answer in the next runs. */
export function PinResult({ visit, run }: { readonly visit: Visit; readonly run: string }) {
  const { taskMocks } = useWorkspaceActions();
  const { state, number, tries } = visit;
  const isTask = tasksOf(useWorkspace(selectGraph)).some(({ path }) => path === state);
  const mock = useWorkspace(selectServices).tasks.find((each) => each.state === state)?.mock;
  const outcome = outcomeOf(tries.at(-1));
  if (!isTask || outcome === undefined) return null;
  const from = `visit ${number + 1} of run ${run.slice(0, 8)}`;
  const isPinned = mock?.kind === 'pinned' && mock.from === from;
  return (
    <button
      type="button"
      className={styles.button}
      aria-pressed={isPinned}
      title="The next runs get this answer without asking again"
      onClick={() => taskMocks.set(state, isPinned ? undefined : { kind: 'pinned', outcome, from })}
    >
      <Pin size={13} aria-hidden="true" /> {isPinned ? 'Pinned' : 'Pin the result'}
    </button>
  );
}

function outcomeOf(attempt: Visit['tries'][number] | undefined): MockOutcome | undefined {
  if (attempt?.output !== undefined) return { type: 'return', value: pretty(attempt.output) };
  if (attempt?.error === undefined) return undefined;
  return { type: 'throw', error: attempt.error, cause: attempt.cause ?? '' };
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
