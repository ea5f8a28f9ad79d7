import { amendedAt } from './amendedAt';
import type { ReadableHistory } from './readableHistory';
import type { VisitTable } from './visitTable';

/**
 * The variables a visit found when it was entered: name → JSON text. Follows the thread of events back; what was
 * assigned inside a container that has ended is not seen from outside, and nothing is seen from a child execution.
 * Variables that were changed by hand are all known from there. Source: variables.md, scopes.
 */
export function variablesAt(
  visits: VisitTable,
  history: ReadableHistory,
  row: number,
): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  let at = visits.entered.get(row);
  const amended = amendedAt(history);
  for (let steps = history.length; at >= 0 && steps > 0; steps--) {
    const values = amended.get(at);
    if (values !== undefined) {
      for (const [name, value] of Object.entries(values)) {
        if (!found.has(name)) found.set(name, JSON.stringify(value));
      }
      break;
    }
    const record = history.record(at);
    if (record.childIndex !== undefined) break;
    at = record.previousEventId - 1;
    if (at < 0) break;
    const { type } = history.record(at);
    if (!type.endsWith('StateExited')) continue;
    const event = history.event(at);
    const assigned =
      'stateExitedEventDetails' in event ? event.stateExitedEventDetails.assignedVariables : undefined;
    for (const [name, text] of Object.entries(assigned ?? {})) {
      if (!found.has(name)) found.set(name, text);
    }
    const container = type === 'MapStateExited' || type === 'ParallelStateExited';
    const visit = visits.visitOf(at);
    if (container && visit >= 0) at = visits.entered.get(visit);
  }
  return Object.fromEntries(found);
}
