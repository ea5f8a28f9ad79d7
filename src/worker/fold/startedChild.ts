import type { HistoryEvent } from '../../interpreter';
import { outputOf } from './eventDetails';

/** Executions that can be looked at, by their ARNs. */
export interface KnownChildren {
  readonly size: number;
  has(execution: string): boolean;
}

export const NO_CHILDREN: KnownChildren = new Map();

/** The execution that a Task's answer names, when it is one that can be looked at: all forms of startExecution tell its ARN. */
export function startedChild(answer: string | undefined, known: KnownChildren): string | undefined {
  if (known.size === 0 || answer === undefined) return undefined;
  try {
    const told: unknown = JSON.parse(answer);
    const arn: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, 'ExecutionArn') : null;
    return typeof arn === 'string' && known.has(arn) ? arn : undefined;
  } catch {
    return undefined;
  }
}

/** Likewise of an event. */
export function childOfEvent(event: HistoryEvent, known: KnownChildren): string | undefined {
  if (event.type !== 'TaskSubmitted' && event.type !== 'TaskSucceeded') return undefined;
  return known.size === 0 ? undefined : startedChild(outputOf(event).output, known);
}
