import type { EpochMs } from '../../asl';
import type { HistoryEvent } from '../../interpreter';
import { STATUSES } from '../history.types';
import type { Visit, VisitSummary } from '../run.types';
import { attemptsOf } from './attempts';
import { failureOf, outputOf } from './eventDetails';
import type { Fold } from './fold';
import { markAt } from './markAt';
import type { ReadableHistory } from './readableHistory';
import { variablesAt } from './variablesAt';

/**
 * @param row    row of the visit among all visits of the run
 * @param number its place among the visits of its state, from 0
 */
export function summariseVisit(
  fold: Fold,
  history: ReadableHistory,
  row: number,
  number: number,
): VisitSummary {
  const { visits, table } = fold;
  const entered = visits.entered.get(row);
  const ended = visits.ended.get(row);
  const mark = markAt(history, entered);
  const exited = ended >= 0 && /Exited$/.test(history.record(ended).type);
  return {
    state: table.path(visits.state.get(row)),
    number,
    iteration: visits.iterations(row),
    status: STATUSES[visits.status.get(row)] ?? 'notStarted',
    enteredEventId: history.idOf(entered),
    enteredAt: timeOf(history, entered),
    ...(exited ? { exitedEventId: history.idOf(ended) } : {}),
    ...(ended >= 0 ? { endedAt: timeOf(history, ended) } : {}),
    attempts: visits.attempts.get(row),
    ...(mark === undefined ? {} : { mark }),
  };
}

/** Everything about a visit; its values become text here, when somebody looks at them. */
export function readVisit(fold: Fold, history: ReadableHistory, row: number, number: number): Visit {
  const { visits } = fold;
  const events = [...visits.eventsOf(row)];
  const summary = summariseVisit(fold, history, row, number);
  const ended = visits.ended.get(row);
  const failed = summary.status === 'failed' || summary.status === 'caught' || summary.status === 'retrying';
  const failure = failed ? visits.failure.get(row) : -1;
  const exit = summary.exitedEventId === undefined ? undefined : history.event(ended);
  return {
    ...summary,
    ...inputOf(history.event(visits.entered.get(row))),
    variables: variablesAt(visits, history, row),
    ...(exit ? exitDetails(exit) : {}),
    ...(failure >= 0 ? failureOf(history.event(failure)) : {}),
    tries: attemptsOf(history, events, ended),
  };
}

const timeOf = (history: ReadableHistory, index: number): EpochMs => history.record(index).time;

const inputOf = (event: HistoryEvent): { readonly input?: string } =>
  'stateEnteredEventDetails' in event ? { input: event.stateEnteredEventDetails.input } : {};

function exitDetails(event: HistoryEvent): Pick<Visit, 'output' | 'assignedVariables'> {
  const assigned =
    'stateExitedEventDetails' in event ? event.stateExitedEventDetails.assignedVariables : undefined;
  return { ...outputOf(event), ...(assigned ? { assignedVariables: assigned } : {}) };
}
