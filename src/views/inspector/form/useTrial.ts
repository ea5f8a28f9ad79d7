import { useEffect, useState } from 'react';
import type { JsonObject, StatePath } from '../../../asl';
import type { StateDetail, StateTrial, TrialResult } from '../../../worker';
import { selectRun, useWorkspace, useWorkspaceActions, type Workspace } from '../../../workspace';
import { lastVisit } from '../../parts';

/** The data a state is tried on, and where it comes from. */
export interface TrialData extends Pick<StateTrial, 'input' | 'variables' | 'answer'> {
  readonly source: 'visit' | 'input';
}

export interface Trial {
  readonly data: TrialData;
  readonly result: TrialResult;
}

/** Milliseconds of quiet before a state that is being edited is tried. */
const PAUSE = 150;

/**
 * The state tried on what its last visit in the run on show got; before any run, the first state is tried on the
 * input. Tried again whenever the state changes.
 */
export function useTrial(detail: StateDetail | undefined): Trial | undefined {
  const workspace = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  const seen = `${run?.id ?? ''} ${run?.result ? 'ended' : (run?.events ?? 0)}`;
  const [trial, setTrial] = useState<{ readonly state: StatePath; readonly trial: Trial }>();
  const path = detail?.path;
  const definition = detail?.definition;

  useEffect(() => {
    if (path === undefined || definition === undefined) return;
    let gone = false;
    const timer = setTimeout(async () => {
      try {
        const data = await dataFor(workspace, path, definition, seen);
        if (!data || gone) return setTrial(undefined);
        const result = await workspace.tryState({ state: path, ...data });
        if (!gone) setTrial({ state: path, trial: { data, result } });
      } catch {
        // A worker is gone; the page has said so.
      }
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [workspace, path, definition, seen]);

  return trial?.state === path ? trial?.trial : undefined;
}

async function dataFor(
  workspace: Workspace,
  path: StatePath,
  definition: JsonObject,
  seen: string,
): Promise<TrialData | undefined> {
  if (!seen.startsWith(' ')) {
    const visit = await lastVisit(workspace, path);
    if (visit) {
      const answer = answerOf(visit.attempt, definition);
      return {
        source: 'visit',
        input: visit.input,
        variables: visit.variables,
        ...(answer ? { answer } : {}),
      };
    }
  }
  const { analysis, execution } = workspace.store.getState();
  const start = analysis.graph?.scopes[0]?.transitions.find(({ kind }) => kind.type === 'start');
  return (start?.to as string | undefined) === path && execution.inputProblem === undefined
    ? { source: 'input', input: execution.input, variables: '{}' }
    : undefined;
}

interface Answered {
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** What the service said last; only a Task can be tried on an error. */
function answerOf(attempt: Answered | undefined, { Type }: JsonObject): StateTrial['answer'] {
  if (attempt?.output !== undefined) return { result: attempt.output };
  return attempt?.error !== undefined && Type === 'Task'
    ? { error: attempt.error, cause: attempt.cause ?? '' }
    : undefined;
}
