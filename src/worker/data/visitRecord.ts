import { type Json, type JsonObject, jsonOf, type State } from '../../asl';
import type { VisitRecord } from '../../interpreter';
import { attemptsOf } from '../fold/attempts';
import { failureOf, outputOf } from '../fold/eventDetails';
import { Status } from '../fold/visitTable';
import type { Attempt } from '../run.types';
import type { DataSource } from './dataSource';

/** What was recorded of one attempt of a visit. */
export interface RecordedVisit {
  readonly record: VisitRecord;
  readonly attempt: number;
  readonly attempts: number;
  /** Virtual times, for what reads the clock. */
  readonly enteredAt: number;
  readonly endedAt: number;
}

/** @param chosen the attempt, from 0; the last one when absent */
export function visitRecord(
  source: DataSource,
  state: State,
  row: number,
  chosen: number | undefined,
): RecordedVisit {
  const { history, seen } = source;
  const { visits } = seen;
  const entered = visits.entered.get(row);
  const ended = visits.ended.get(row);
  const tries = attemptsOf(history, [...visits.eventsOf(row)], ended);
  const attempt = Math.max(0, Math.min(chosen ?? tries.length - 1, tries.length - 1));
  const isLast = attempt >= tries.length - 1;
  const tried = tries[attempt];
  const status = visits.status.get(row);
  const isCaught = isLast && status === Status.caught;
  const isFail = state.definition.Type === 'Fail';
  const exit = isLast && ended >= 0 ? history.event(ended) : undefined;
  const exited = exit !== undefined && 'stateExitedEventDetails' in exit ? exit : undefined;
  const failed = failedWords(source, row, tried, isLast);
  const forced = history.marks.find((mark) => mark.type === 'forceChoice' && mark.position === entered);
  const input = history.event(entered);
  const record: VisitRecord = {
    input:
      'stateEnteredEventDetails' in input ? (jsonOf(input.stateEnteredEventDetails.input) ?? null) : null,
    sent: state.definition.Type === 'Task' ? jsonOf(tried?.parameters) : undefined,
    result: isCaught ? undefined : resultOf(source, state, row, tried, isLast),
    caught: isCaught || isFail ? errorOutputOf(source, row) : undefined,
    output: exited && jsonOf(outputOf(exited).output),
    assigned: exited && assignedBy(exited.stateExitedEventDetails.assignedVariables),
    failed: isCaught || isFail ? undefined : failed,
    forced: forced?.type === 'forceChoice' ? forced.rule : undefined,
  };
  const enteredAt = tried?.scheduledAt ?? history.record(entered).time;
  return {
    record,
    attempt,
    attempts: tries.length,
    enteredAt,
    endedAt: tried?.endedAt ?? (ended < 0 ? enteredAt : history.record(ended).time),
  };
}

function resultOf(
  source: DataSource,
  { definition }: State,
  row: number,
  tried: Attempt | undefined,
  isLast: boolean,
): Json | undefined {
  if (definition.Type === 'Task') return tried?.outcome === 'succeeded' ? jsonOf(tried.output) : undefined;
  const isContainer = definition.Type === 'Parallel' || definition.Type === 'Map';
  if (!isContainer || !isLast || tried?.outcome !== 'succeeded') return undefined;
  // What was exported to S3 is not in the result.
  if (definition.Type === 'Map' && definition.ResultWriter !== undefined) return undefined;
  const results: Json[] = [];
  for (const [lane, visits] of source.lanes(row)) {
    const output = outputOfVisit(source, visits.at(-1) ?? -1);
    if (lane !== results.length || output === undefined) return undefined;
    results.push(output);
  }
  return results;
}

/** What a visit gave; undefined when it has not ended, or not well. */
export function outputOfVisit({ history, seen }: DataSource, row: number): Json | undefined {
  const ended = row < 0 ? -1 : seen.visits.ended.get(row);
  const event = ended < 0 ? undefined : history.event(ended);
  return event && 'stateExitedEventDetails' in event ? jsonOf(outputOf(event).output) : undefined;
}

/** What a catcher got: Error, then Cause. */
function errorOutputOf(source: DataSource, row: number): JsonObject {
  const { error, cause } = errorOf(source, row);
  const none = error === 'States.Timeout' ? '' : null;
  return { Error: error ?? null, Cause: cause ?? none };
}

/** A Parallel's or Map's own event does not say what failed in it. */
function errorOf(source: DataSource, row: number): { readonly error?: string; readonly cause?: string } {
  const { history, seen } = source;
  const failure = seen.visits.failure.get(row);
  const own = failure < 0 ? {} : failureOf(history.event(failure));
  if (own.error !== undefined || own.cause !== undefined) return own;
  for (const [, visits] of source.lanes(row)) {
    const last = visits.at(-1) ?? -1;
    if (last >= 0 && seen.visits.status.get(last) === Status.failed) return errorOf(source, last);
  }
  return {};
}

function failedWords(
  source: DataSource,
  row: number,
  tried: Attempt | undefined,
  isLast: boolean,
): string | undefined {
  const { status } = source.seen.visits;
  const hasFailed = isLast && (status.get(row) === Status.failed || status.get(row) === Status.retrying);
  const triedFailed = tried?.outcome === 'failed' || tried?.outcome === 'timedOut';
  if (!hasFailed && !triedFailed) return undefined;
  const { error, cause } = triedFailed ? tried : errorOf(source, row);
  return [error, cause].filter((part) => part !== undefined && part !== '').join(': ') || 'It failed.';
}

const assignedBy = (values: Readonly<Record<string, string>> | undefined): JsonObject | undefined =>
  values && Object.fromEntries(Object.entries(values).map(([name, text]) => [name, jsonOf(text) ?? null]));
