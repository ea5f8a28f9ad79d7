import type { Json } from '../../asl';
import { jsonText } from '../data/jsonText';
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
  const details = eventDetails(site, log.dataOf(index), settings, textOf(log, settings));
  return { ...envelope, ...details } as HistoryEvent;
}

/**
 * How a value becomes text: the execution's input, wherever it is passed on unchanged, is the caller's own text.
 * Source: history.md 6.
 */
function textOf(log: OwnEvents, { inputText }: ExecutionSettings): (value: Json) => string {
  if (inputText === undefined) return jsonText;
  const input = log.dataOf(0);
  return (value) =>
    value === input && typeof value === 'object' && value !== null ? inputText : jsonText(value);
}
