import { findState, type State, type StateMachine } from '../../asl';
import {
  type Execution,
  explainChoice,
  explainEvaluation,
  explainFailure,
  type FailureExplanation,
  type RuleExplanation,
  ruleTaken,
  type Stage,
  workFailure,
} from '../../interpreter';
import type { VisitExplanation, VisitPlace } from '../amend.types';
import { writtenAt } from '../data/runData';
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
  const scope = visitScope(execution, shown.fold, row, entered);
  const { definition } = state;
  const rules =
    definition.Type === 'Choice'
      ? await explainChoice(state, definition, scope, () => performance.now())
      : [];
  const evaluation = await evaluationOf(live, state, visit, rules);
  const failed = { ...(failure ? { failure } : {}), ...(evaluation ? { evaluation } : {}) };
  if (definition.Type !== 'Choice') return { ...failed, ...(changed ? { changed } : {}) };
  const forced = execution.timeline.marks.find(
    (mark) => mark.type === 'forceChoice' && mark.position === entered,
  );
  const taken = forced?.type === 'forceChoice' ? forced.rule : ruleTaken(rules);
  return {
    ...failed,
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

/** The expression that failed a visit, by its cause; where no event has that, by what its fields come to. */
async function evaluationOf(
  { shown }: OpenRun,
  state: State,
  visit: Visit,
  rules: readonly RuleExplanation[],
): Promise<VisitExplanation['evaluation']> {
  if (visit.status !== 'failed' && visit.status !== 'caught') return undefined;
  const read = await shown.stages.read(visit);
  if (read === undefined) return undefined;
  const isOfWork = visit.tries.at(-1)?.outcome === 'failed';
  const cause =
    visit.cause ??
    (isOfWork ? undefined : ((await workFailure(state, read.scope)) ?? problemIn(read.stages, rules)));
  if (cause === undefined) return undefined;
  const failed = {
    cause,
    stages: read.stages,
    scope: read.scope,
    variables: Object.keys(visit.variables),
  };
  const explained = await explainEvaluation(state, failed, () => performance.now());
  return explained && { ...explained, ...writtenAt(state, explained.field) };
}

function problemIn(stages: readonly Stage[], rules: readonly RuleExplanation[]): string | undefined {
  const failed = rules.find(({ answer }) => typeof answer === 'object')?.answer;
  if (typeof failed === 'object') return failed.problem;
  return stages.find(({ problem }) => problem !== undefined)?.problem;
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
