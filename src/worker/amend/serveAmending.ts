import type { BodyOf, ExecutionRequests, ReplyOf } from '../protocol';
import type { StartResult } from '../run.types';
import { type OpenRun, type Play, type RunWorld, type TakingUp, takeUpRun } from '../runs/openRun';
import { branchRun, forceRule } from './branchRun';
import { explainVisit } from './explainVisit';
import { redriveRun } from './redriveRun';

type Amending = 'branch' | 'redrive' | 'forceChoice' | 'explain';
type Serve<Type extends Amending> = (
  body: BodyOf<ExecutionRequests, Type>,
) => Promise<ReplyOf<ExecutionRequests, Type>>;

const NO_JOURNAL = 'Only the events of this run are left, so it cannot go on. Run the workflow again.';

/**
 * Answers what takes a hand in the run on show. Each time the run, or its branch, is played again up to where the hand is
 * taken: so what goes on is the same as what is brought back from its journal later.
 * @param adopt shows a run and plays it, or says why not
 */
export function serveAmending(
  onShow: () => OpenRun | undefined,
  world: RunWorld,
  adopt: (run: OpenRun) => Promise<StartResult>,
): { readonly [Type in Amending]: Serve<Type> } {
  const takeUp = async (takingUp: TakingUp, play: Play, first?: (run: OpenRun) => void) => {
    const opened = await takeUpRun(takingUp, play, world);
    if (!opened.ok) return opened;
    const adopted = await adopt(opened.run);
    if (adopted.ok) first?.(opened.run);
    return adopted;
  };
  return {
    async branch({ branch, about, speed, paused, stops }) {
      const from = onShow();
      if (from === undefined) return refuse(NO_JOURNAL);
      const entrance = branchRun(from, branch, about);
      if (!entrance.ok) return entrance;
      const { takingUp, position } = entrance;
      const begin = paused ? 'paused' : 'running';
      const { state } = from.execution.timeline.record(position);
      if (state === undefined) return refuse('There is no state.');
      const taken = await takeUp(takingUp, { speed, begin, stops });
      if (!taken.ok) return taken;
      const { definition } = takingUp;
      const isEarlier = branch.definition === undefined && definition.text !== from.definition.text;
      return {
        ok: true,
        state,
        event: from.execution.timeline.idOf(position),
        ...(isEarlier ? { earlier: definition } : {}),
      };
    },
    async redrive({ definition, speed, stops }) {
      const run = onShow();
      if (run === undefined) return refuse(NO_JOURNAL);
      const takingUp = redriveRun(run, definition);
      if (typeof takingUp === 'string') return refuse(takingUp);
      return takeUp(takingUp, { speed, begin: 'running', stops });
    },
    async forceChoice({ rule, speed, stops }) {
      const run = onShow();
      if (run === undefined) return refuse(NO_JOURNAL);
      const forced = forceRule(run, rule);
      if (!forced.ok) return forced;
      return takeUp(forced.takingUp, { speed, begin: 'paused', stops }, ({ session }) =>
        session.step('over'),
      );
    },
    explain({ state, number }) {
      const run = onShow();
      return run === undefined ? Promise.resolve(null) : explainVisit(run, { state, number });
    },
  };
}

const refuse = (reason: string) => ({ ok: false, reason }) as const;
