import { findState, type StateMachine } from '../../asl';
import {
  type Execution,
  explainChoice,
  explainFailure,
  type FailureExplanation,
  ruleTaken,
} from '../../interpreter';
import type { VisitExplanation, VisitPlace } from '../amend.types';
import { visitScope } from '../run/stops/visitScope';
import type { Attempt, Visit } from '../run.types';
import type { OpenRun } from '../runs/openRun';

/** Why a visit of a run went as it did: a Choice's rules, what retriers and catchers made of an error, changes by hand. */
export async function explainVisit(
  live: OpenRun,
  place: NonNullable<VisitPlace>,
): Promise<VisitExplanation | null> {
  const { shown, machine, execution } = live;
  const row = shown.rowOf(place.state, place.number);
  const state = findState(machine, place.state);
  const visit = shown.visit(place.state, place.number);
  if (row < 0 || state === undefined || visit === null) return null;
  const entered = shown.fold.visits.entered.get(row);
  const changed = changedAt(execution, entered);
  const failure = failureOf(machine, visit);
  const { definition } = state;
  if (definition.Type !== 'Choice')
    return { ...(failure ? { failure } : {}), ...(changed ? { changed } : {}) };
  const scope = visitScope(execution, shown.fold, row, entered);
  const rules = await explainChoice(state, definition, scope, () => performance.now());
  const forced = execution.timeline.marks.find(
    (mark) => mark.type === 'forceChoice' && mark.position === entered,
  );
  const taken = forced?.type === 'forceChoice' ? forced.rule : ruleTaken(rules);
  return {
    choice: {
      rules,
      ...(definition.Default === undefined ? {} : { default: definition.Default }),
      ...(taken === undefined ? {} : { taken }),
      isForced: forced !== undefined,
      canForce: live.session.isPaused && shown.fold.position === entered + 1,
    },
    ...(changed ? { changed } : {}),
  };
}

function changedAt(execution: Execution, position: number): VisitExplanation['changed'] {
  const marks = execution.timeline.marks.filter((mark) => mark.position === position);
  const amended = marks.flatMap((mark) => (mark.type === 'amend' ? [mark] : []));
  if (amended.length === 0) return undefined;
  return {
    input: amended.some(({ changesInput }) => changesInput),
    variables: [...new Set(amended.flatMap(({ changed }) => changed))],
  };
}

function failureOf(machine: StateMachine, visit: Visit): FailureExplanation | undefined {
  const state = findState(machine, visit.state);
  const failed = visit.tries.filter(({ outcome }) => outcome === 'failed' || outcome === 'timedOut');
  if (state === undefined || (failed.length === 0 && visit.error === undefined)) return undefined;
  const tries = failed.map((attempt) => ({ error: attempt.error, waited: waitAfter(visit.tries, attempt) }));
  const own = visit.error === undefined ? [] : [{ error: visit.error, waited: undefined }];
  return explainFailure(state, tries.length > 0 ? tries : own);
}

function waitAfter(tries: readonly Attempt[], { number, endedAt }: Attempt): number | undefined {
  const next = tries[number + 1];
  return next === undefined || endedAt === undefined ? undefined : (next.scheduledAt - endedAt) / 1000;
}
