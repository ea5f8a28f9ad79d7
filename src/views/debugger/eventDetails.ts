import type { HistoryEvent } from '../../interpreter';

export type EventOutcome = 'neutral' | 'good' | 'bad' | 'aborted';

/** The one `...EventDetails` object of an event; undefined for the types that have none. */
export function eventDetails(event: HistoryEvent): Readonly<Record<string, unknown>> | undefined {
  for (const [key, value] of Object.entries(event)) {
    if (key.endsWith('EventDetails')) return value as Readonly<Record<string, unknown>>;
  }
  return undefined;
}

/** What the service part of an event names: `lambda:invoke`, a function's or an activity's name; '' for none. */
export function eventResource(event: HistoryEvent): string {
  const details = eventDetails(event);
  const resource = details?.resource;
  if (typeof resource !== 'string') return '';
  const type = details?.resourceType;
  return typeof type === 'string' ? `${type}:${resource}` : (resource.split(':').at(-1) ?? resource);
}

export function eventOutcome({ type }: HistoryEvent): EventOutcome {
  if (/(Failed|TimedOut)$/.test(type)) return 'bad';
  if (/Aborted$/.test(type)) return 'aborted';
  return /Succeeded$/.test(type) ? 'good' : 'neutral';
}

/** JSON text with line breaks for reading; what is no JSON stays as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
