import { formatTimestamp } from '../data/timestamp';
import type { HistoryEvent } from '../events';
import type { ExecutionSettings } from '../execution.types';
import { eventDetails } from './eventDetails';
import type { OwnEvents } from './ownEvents';

/**
 * The AWS-shaped event. Its texts are made here, each time it is asked for: AWS stores texts, we store references.
 */
export function renderEvent(log: OwnEvents, index: number, settings: ExecutionSettings): HistoryEvent {
  const site = log.site(index);
  const envelope = {
    timestamp: formatTimestamp(log.time(index)),
    type: site.type,
    id: index + 1,
    previousEventId: log.previousEventId(index),
  };
  const details = eventDetails(site, log.dataOf(index), settings);
  return { ...envelope, ...details } as HistoryEvent;
}
