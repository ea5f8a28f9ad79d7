import type { StateType } from '../../asl';
import type { HistoryEventType } from '../events';
import type { EventSite, SiteState } from '../history/eventSite';

/** Event types by state type. Unknown types borrow Pass's: such a state is never entered. */
const TYPES: Readonly<Record<StateType, readonly [entered: HistoryEventType, exited: HistoryEventType]>> = {
  Pass: ['PassStateEntered', 'PassStateExited'],
  Choice: ['ChoiceStateEntered', 'ChoiceStateExited'],
  Wait: ['WaitStateEntered', 'WaitStateExited'],
  Succeed: ['SucceedStateEntered', 'SucceedStateExited'],
  // Fail has no Exited event; its site is never recorded.
  Fail: ['FailStateEntered', 'SucceedStateExited'],
  Task: ['TaskStateEntered', 'TaskStateExited'],
  Parallel: ['ParallelStateEntered', 'ParallelStateExited'],
  Map: ['MapStateEntered', 'MapStateExited'],
};

const ABORTED: Readonly<Partial<Record<StateType, HistoryEventType>>> = {
  Task: 'TaskStateAborted',
  Wait: 'WaitStateAborted',
  Parallel: 'ParallelStateAborted',
  Map: 'MapStateAborted',
};

export interface StateSites {
  readonly entered: EventSite;
  readonly exited: EventSite;
  readonly aborted: EventSite | undefined;
}

export function stateSites(type: StateType | undefined, state: SiteState): StateSites {
  const [entered, exited] = TYPES[type ?? 'Pass'];
  const aborted = type === undefined ? undefined : ABORTED[type];
  return {
    entered: { type: entered, state },
    exited: { type: exited, state },
    aborted: aborted === undefined ? undefined : { type: aborted, state },
  };
}

/** Any event of a state that is not a task's. */
export const siteOf = (type: HistoryEventType, state: SiteState): EventSite => ({ type, state });
