import type { Resource, StatePath } from '../../asl';
import type { HistoryEventType } from '../events';

/**
 * Where an event comes from: its type and its state. One object per pair, made when the program is compiled,
 * so that recording an event stores a reference and no text.
 */
export interface EventSite {
  readonly type: HistoryEventType;
  /** Absent for events of the execution itself; a child execution's are its Map's. */
  readonly state: SiteState | undefined;
  /** Events of a task: what it calls. */
  readonly resource?: Resource;
}

/** What the history needs to know about a state. */
export interface SiteState {
  readonly path: StatePath;
  readonly name: string;
  /** The Map whose iterations the state runs in, when it stands in one. */
  readonly enclosingMap: SiteState | undefined;
}

/** Events of an execution itself. */
export interface ExecutionSites {
  readonly started: EventSite;
  readonly succeeded: EventSite;
  readonly failed: EventSite;
  readonly aborted: EventSite;
  readonly timedOut: EventSite;
  readonly redriven: EventSite;
}

/** @param map the Distributed Map that starts the execution; undefined for the machine's own */
export const executionSites = (map: SiteState | undefined): ExecutionSites => ({
  started: { type: 'ExecutionStarted', state: map },
  succeeded: { type: 'ExecutionSucceeded', state: map },
  failed: { type: 'ExecutionFailed', state: map },
  aborted: { type: 'ExecutionAborted', state: map },
  timedOut: { type: 'ExecutionTimedOut', state: map },
  redriven: { type: 'ExecutionRedriven', state: map },
});
