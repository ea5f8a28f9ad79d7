import type { StoreApi } from 'zustand/vanilla';
import { pointerSegments, type StatePath } from '../../asl';
import type { HistoryEvent } from '../../interpreter';
import type { RunMocks, WithoutMock } from '../../worker';
import type { ExecutionKeeper } from '../execution';
import type { NoticeActions } from '../notices';
import { newRun } from '../runRequest';
import { STUBS_ONLY } from '../serviceSettings';
import type { RunSummary, WorkspaceState } from '../state';
import type { RecordedActions } from './recorded.types';

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly execution: Pick<ExecutionKeeper, 'show' | 'getEvents' | 'look' | 'setServices' | 'takeHand'>;
  readonly notices: NoticeActions;
}

type AgainActions = Pick<RecordedActions, 'mockResults' | 'runAgain' | 'compare' | 'showRecorded'>;

/** A recorded run had again: its results as mocks, a run of the document with them, and both compared. */
export function createAgain({ store, execution, notices }: Surroundings): AgainActions {
  const warn = (message: string) => notices.add('warning', message);

  const showOn = (run: RunSummary, events: readonly HistoryEvent[]): Promise<void> => {
    const { text, format } = store.getState().document;
    return execution.show({ summary: run, text, format, history: { events } });
  };

  /** The run on show, looked at with the document as it stands. */
  const recordedRun = async () => {
    const { execution: state, document } = store.getState();
    const { run } = state;
    if (run?.again) {
      const { recorded, events } = run.again;
      await showOn(recorded, events);
      return { run: recorded, events };
    }
    if (!run?.recorded) return undefined;
    const { rows } = await execution.getEvents(0, run.events);
    const events = rows.map(({ event }) => event);
    if (run.version !== document.version) await showOn(run, events);
    return { run, events };
  };

  return {
    async mockResults() {
      if ((await recordedRun()) === undefined) return;
      const derived = await execution.look('getMocks', { timed: false });
      const { mocks, calls } = derived;
      if (mocks.length === 0) return warn(`This run has no results to use. ${withoutMocks(derived)}`.trim());
      const before = store.getState().execution.services.tasks;
      const others = before.filter(({ state }) => !mocks.some((each) => each.state === state));
      execution.setServices({ tasks: [...others, ...mocks] });
      const answered =
        mocks.length === 1 ? '1 Task state now answers' : `${mocks.length} Task states now answer`;
      const message = `${answered} as in this run (${calls} ${calls === 1 ? 'call' : 'calls'}). ${withoutMocks(derived)}`;
      notices.add(derived.left.length > 0 ? 'warning' : 'info', message.trim(), {
        label: 'Undo',
        take: () => execution.setServices({ tasks: before }),
      });
    },

    async runAgain() {
      const again = await recordedRun();
      if (again === undefined) return;
      const { run, events } = again;
      const hands = execution.takeHand();
      const { mocks, left } = await execution.look('getMocks', { timed: true });
      const { document, execution: state, settings } = store.getState();
      const { request, summary } = newRun(
        document,
        {
          ...state,
          input: run.input,
          type: run.type,
          services: { ...state.services, mocks: undefined, ask: STUBS_ONLY.ask, tasks: mocks },
        },
        run.startedAt,
        hands.seed(),
      );
      const { executionArn } = request.settings;
      const about = hands.about(hands.now());
      const result = await hands.client.start(
        {
          ...request,
          settings: {
            ...request.settings,
            executionName: run.id,
            executionArn: executionArn.slice(0, executionArn.lastIndexOf(':') + 1) + run.id,
          },
        },
        settings.speed,
        false,
        hands.stops(true),
        about,
        hands.isBehind(),
      );
      if (!result.ok) return warn(`It cannot be run again here: ${result.reason}`);
      const without = left.filter(({ why }) => why !== 'notCalled');
      await hands.branched(
        {
          ...summary,
          id: run.id,
          again: { recorded: run, events, note: withoutMocks({ left: without }) },
        },
        about,
        'running',
        true,
      );
    },

    async compare(strict) {
      const again = store.getState().execution.run?.again;
      if (!again) return undefined;
      return execution.look('compareWith', { recorded: again.events, strict });
    },

    async showRecorded() {
      await recordedRun();
    },
  };
}

const REASONS: Readonly<Record<WithoutMock, string>> = {
  notCalled: 'not called',
  unanswered: 'no answer recorded',
  noData: 'its data is not in the history',
  distributed: 'runs in a Distributed Map, whose children have histories of their own',
};
/** Names listed before it gets long. */
const LISTED = 4;

/** Which states get no mock and why, in a sentence; empty when there is none. */
function withoutMocks({ left }: Pick<RunMocks, 'left'>): string {
  if (left.length === 0) return '';
  const reasons = [...new Set(left.map(({ why }) => why))].map((why) => {
    const names = left.flatMap((each) => (each.why === why ? [`“${nameOf(each.state)}”`] : []));
    const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
    return `${names.slice(0, LISTED).join(', ')}${more} (${REASONS[why]})`;
  });
  return `No results for ${reasons.join(', ')}.`;
}

const nameOf = (state: StatePath): string => pointerSegments(state).at(-1) ?? state;
