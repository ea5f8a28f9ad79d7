import type { BodyOf, ExecutionRequests, ReplyOf } from '../protocol';
import type { LiveRun, Opening, RunParts } from '../run/liveRun';
import { branchRun, forceRule } from './branchRun';
import { explainVisit } from './explainVisit';
import { redriveRun } from './redriveRun';

type Amending = 'branch' | 'redrive' | 'forceChoice' | 'explain';
type Serve<Type extends Amending> = (
  body: BodyOf<ExecutionRequests, Type>,
) => Promise<ReplyOf<ExecutionRequests, Type>>;

const NOT_LIVE = 'This run was brought back from storage and cannot go on. Run the workflow again.';

/** Answers what takes a hand in the run on show. @param open shows a run and plays it, or says why not */
export function serveAmending(
  onShow: () => LiveRun | undefined,
  open: (parts: RunParts, opening: Opening) => LiveRun | string,
): { readonly [Type in Amending]: Serve<Type> } {
  const refuse = (reason: string) => ({ ok: false, reason }) as const;
  return {
    async branch({ branch, speed, paused, stops }) {
      const live = onShow();
      if (live === undefined) return refuse(NOT_LIVE);
      const branched = await branchRun(live, branch);
      if (!branched.ok) return branched;
      const { parts, position } = branched;
      const mode = paused ? 'paused' : 'running';
      const opened = open(parts, { stops, speed, mode, position: position + 1 });
      if (typeof opened === 'string') return refuse(opened);
      const { timeline } = parts.execution;
      const { state } = timeline.record(position);
      return state === undefined
        ? refuse('There is no state.')
        : { ok: true, state, event: timeline.idOf(position) };
    },
    async redrive({ definition, speed, stops }) {
      const live = onShow();
      if (live === undefined) return refuse(NOT_LIVE);
      const position = live.execution.timeline.length;
      const redriven = redriveRun(live, definition);
      if (!redriven.ok) return redriven;
      const opened = open(redriven.parts, { stops, speed, mode: 'running', position });
      return typeof opened === 'string' ? refuse(opened) : { ok: true };
    },
    async forceChoice({ rule, speed, stops }) {
      const live = onShow();
      if (live === undefined) return refuse(NOT_LIVE);
      const forced = await forceRule(live, rule);
      if (!forced.ok) return forced;
      const opened = open(forced.parts, { stops, speed, mode: 'paused', position: forced.position + 1 });
      if (typeof opened === 'string') return refuse(opened);
      opened.session.step('over');
      return { ok: true };
    },
    explain({ state, number }) {
      const live = onShow();
      return live === undefined ? Promise.resolve(null) : explainVisit(live, { state, number });
    },
  };
}
