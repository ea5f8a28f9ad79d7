import type { HistoryEventType } from '../../../interpreter';
import type { StateMoment } from '../../breakpoint.types';
import { roleOf } from '../../fold/eventRole';
import type { Fold } from '../../fold/fold';
import type { ReadableHistory } from '../../fold/readableHistory';
import { Status } from '../../fold/visitTable';

/** Something that a breakpoint may wait for. */
export interface Occurrence {
  readonly kind: StateMoment;
  /** The visit it happens in, a row of the fold's. */
  readonly visit: number;
  /** The iteration that begins. */
  readonly item?: number;
}

/** What may happen with an event of a type, as `occurrencesAt` says it of one. */
export function momentsOf(type: HistoryEventType): readonly StateMoment[] {
  switch (roleOf(type)) {
    case 'entered':
      return ['entry', 'error'];
    case 'exited':
      return ['exit'];
    case 'scheduled':
      return isContainer(type) ? ['retry', 'error'] : ['retry'];
    case 'failed':
    case 'timedOut':
    case 'evaluationFailed':
    case 'containerFailed':
    case 'iterationFailed':
    case 'executionFailed':
      return ['error'];
    default:
      return ['iteration'];
  }
}

const isContainer = (type: HistoryEventType): boolean =>
  type === 'ParallelStateStarted' || type === 'MapStateStarted';

/** What happens with an event that the fold has just read. */
export function occurrencesAt(fold: Fold, history: ReadableHistory, event: number): readonly Occurrence[] {
  const { visits } = fold;
  const { type, previousEventId, childIndex } = history.record(event);
  const visit = visits.visitOf(event);
  const origin = visits.visitOf(previousEventId - 1);
  switch (roleOf(type)) {
    case 'entered': {
      const found: Occurrence[] = caughtInSilence(fold, origin) ? [{ kind: 'error', visit: origin }] : [];
      found.push({ kind: 'entry', visit });
      if (type === 'FailStateEntered') found.push({ kind: 'error', visit });
      return found;
    }
    case 'exited':
      return visit < 0 ? [] : [{ kind: 'exit', visit }];
    case 'scheduled':
      if (visit < 0 || visits.attempts.get(visit) <= 1) return [];
      // That all of it failed before shows in nothing else.
      return isContainer(type)
        ? [
            { kind: 'error', visit },
            { kind: 'retry', visit },
          ]
        : [{ kind: 'retry', visit }];
    case 'failed':
    case 'timedOut':
    case 'evaluationFailed':
      return visit < 0 ? [] : [{ kind: 'error', visit }];
    case 'containerFailed':
      return [
        ...failedInSilence(fold, origin, event),
        ...(visit < 0 ? [] : [{ kind: 'error', visit } as const]),
      ];
    case 'iterationFailed':
    case 'executionFailed':
      return failedInSilence(fold, origin, event);
    case 'iterationStarted':
      return visit < 0 ? [] : [{ kind: 'iteration', visit, item: history.iterationStarted(event) }];
    default:
      return childIndex === undefined || visit < 0 ? [] : [{ kind: 'iteration', visit, item: childIndex }];
  }
}

/** A failure without an event of its own, which this event ends. */
function failedInSilence({ visits }: Fold, origin: number, event: number): readonly Occurrence[] {
  if (origin < 0 || visits.ended.get(origin) !== event) return [];
  const failure = visits.failure.get(origin);
  return failure < 0 || failure === event ? [{ kind: 'error', visit: origin }] : [];
}

/** A failure without an event of its own shows only in where its catcher leads. */
const caughtInSilence = ({ visits }: Fold, origin: number): boolean =>
  origin >= 0 && visits.status.get(origin) === Status.caught && visits.failure.get(origin) < 0;
