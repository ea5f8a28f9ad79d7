import type { Resource } from '../../asl';
import type { HistoryEventType } from '../events';
import type { EventSite, SiteState } from '../history/eventSite';
import type { TaskSites } from './taskWork';

/** Lambda functions and activities have event families of their own; every service shares Task*. Source: history.md 4. */
export function taskSites(resource: Resource, state: SiteState): TaskSites {
  const site = (type: HistoryEventType): EventSite => ({ type, state, resource });
  switch (resource.kind) {
    case 'lambda':
    case 'other':
      return {
        scheduled: site('LambdaFunctionScheduled'),
        started: site('LambdaFunctionStarted'),
        submitted: undefined,
        succeeded: site('LambdaFunctionSucceeded'),
        failed: site('LambdaFunctionFailed'),
        timedOut: site('LambdaFunctionTimedOut'),
      };
    case 'activity':
      return {
        scheduled: site('ActivityScheduled'),
        started: site('ActivityStarted'),
        submitted: undefined,
        succeeded: site('ActivitySucceeded'),
        failed: site('ActivityFailed'),
        timedOut: site('ActivityTimedOut'),
      };
    case 'service':
      return {
        scheduled: site('TaskScheduled'),
        started: site('TaskStarted'),
        submitted: resource.pattern === 'requestResponse' ? undefined : site('TaskSubmitted'),
        succeeded: site('TaskSucceeded'),
        failed: site('TaskFailed'),
        timedOut: site('TaskTimedOut'),
      };
  }
}
