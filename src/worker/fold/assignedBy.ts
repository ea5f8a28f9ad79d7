import type { ReadableHistory } from './readableHistory';

/** The variables that a StateExited event assigns: name → JSON text. */
export function assignedBy(history: ReadableHistory, event: number): Readonly<Record<string, string>> {
  const details = history.event(event);
  return 'stateExitedEventDetails' in details
    ? (details.stateExitedEventDetails.assignedVariables ?? {})
    : {};
}
