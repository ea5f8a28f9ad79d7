import type { Named, RunRequests } from '../protocol';
import type { Handlers } from '../requestServer';
import { type OpenRun, type Play, type RunWorld, type TakingUp, takeUpRun } from '../runs/openRun';
import type { Stage } from '../runs/stage';
import { branchRun, forceRule } from './branchRun';
import { explainVisit } from './explainVisit';
import { redriveRun } from './redriveRun';

type Amending = 'branch' | 'redrive' | 'forceChoice' | 'explain';

const NO_JOURNAL = 'Only the events of this run are left, so it cannot go on. Run the workflow again.';

/**
 * Answers what takes a hand in a run. Each time the run, or its branch, is played again up to where the hand is taken: so
 * what goes on is the same as what is brought back from its journal later.
 * @param of undefined when there is no such run, or only its events
 */
export function serveAmending(
  of: (run: string) => OpenRun | undefined,
  world: RunWorld,
  bringUp: Stage['bringUp'],
): Handlers<Named<Pick<RunRequests, Amending>>> {
  const takeUp = (
    takingUp: TakingUp,
    play: Play,
    behind: boolean | undefined,
    first?: (run: OpenRun) => void,
  ) =>
    bringUp(takingUp.record.id, behind, async (signal) => {
      const opened = await takeUpRun(takingUp, play, world, signal);
      if (opened.ok) first?.(opened.run);
      return opened;
    });
  return {
    async branch({ run, ask: { branch, about, behind, speed, paused, stops } }) {
      const from = of(run);
      if (from === undefined) return refuse(NO_JOURNAL);
      const entrance = branchRun(from, branch, about);
      if (!entrance.ok) return entrance;
      const { takingUp, position } = entrance;
      const begin = paused ? 'paused' : 'running';
      const { state } = from.execution.timeline.record(position);
      if (state === undefined) return refuse('There is no state.');
      const taken = await takeUp(takingUp, { speed, begin, stops }, behind);
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
    async redrive({ run, ask: { definition, services, behind, speed, stops } }) {
      const from = of(run);
      if (from === undefined) return refuse(NO_JOURNAL);
      const takingUp = redriveRun(from, definition, services);
      if (typeof takingUp === 'string') return refuse(takingUp);
      return takeUp(takingUp, { speed, begin: 'running', stops }, behind);
    },
    async forceChoice({ run, ask: { rule, behind, speed, stops } }) {
      const from = of(run);
      if (from === undefined) return refuse(NO_JOURNAL);
      const forced = forceRule(from, rule);
      if (!forced.ok) return forced;
      return takeUp(forced.takingUp, { speed, begin: 'paused', stops }, behind, ({ session }) =>
        session.step('over'),
      );
    },
    explain({ run, ask: { state, number } }) {
      const from = of(run);
      return from === undefined ? null : explainVisit(from, { state, number });
    },
  };
}

const refuse = (reason: string) => ({ ok: false, reason }) as const;
