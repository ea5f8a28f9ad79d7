import type { CallService, HistoryEventType, ServiceAnswer, ServiceCall } from '../../src/interpreter';
import { bucketsOf, simulatedS3, stubAnswer } from '../../src/services';
import type { Case, Outcome } from './case';

/** Answers tasks with the outcomes a case recorded, one per attempt in the order the attempts are scheduled. */
export function recordedServices(of: Case): CallService {
  const unused = new Map((of.mocks ?? []).map(({ state, outcomes }) => [state, [...outcomes]]));
  const workers = workerNames(of);
  const objects = (of.s3 ?? []).map(({ Bucket, Key, Body }) => ({ bucket: Bucket, key: Key, body: Body }));
  const buckets = simulatedS3(bucketsOf(objects), stubAnswer);
  return (call) => {
    if (call.resource.kind === 'service' && call.resource.service === 's3') return buckets(call);
    const outcomes = unused.get(call.stateName) ?? unused.get('(the state)') ?? [];
    const index = indexFor(outcomes, call);
    const [outcome] = index < 0 ? [] : outcomes.splice(index, 1);
    const worker = call.resource.kind === 'activity' ? workers.shift() : undefined;
    return { ...answerOf(outcome), ...(worker === undefined ? {} : { workerName: worker }) };
  };
}

/**
 * The outcome of the call's own iteration. Where iterations ran one by one, the record lists the iterations
 * before it as if they were around it: then the last index is the iteration's.
 */
function indexFor(outcomes: readonly Outcome[], call: ServiceCall): number {
  const exact = outcomes.findIndex(
    ({ mapIndex }) => mapIndex === undefined || mapIndex.join() === call.mapIndex.join(),
  );
  if (exact >= 0) return exact;
  return outcomes.findIndex(({ mapIndex }) => mapIndex?.at(-1) === call.mapIndex.at(-1));
}

function answerOf(outcome: Outcome | undefined): ServiceAnswer {
  const submitted = outcome?.submitted === undefined ? {} : { submitted: outcome.submitted };
  if (outcome?.succeed !== undefined) return { ...submitted, type: 'succeed', output: outcome.succeed };
  if (outcome?.fail) {
    const { error, cause } = outcome.fail;
    return {
      ...submitted,
      type: 'fail',
      ...(error === undefined || error === null ? {} : { error }),
      ...(cause === undefined || cause === null ? {} : { cause }),
      ...(outcome.event === undefined ? {} : { event: outcome.event as HistoryEventType }),
    };
  }
  if (outcome?.timeout) {
    const { cause } = outcome.timeout;
    return { ...submitted, type: 'timeout', ...(cause === undefined ? {} : { cause }) };
  }
  return { ...submitted, type: 'never' };
}

/** Who polled an activity is a fact about the world: it is on record in the history only. */
function workerNames(of: Case): string[] {
  return (of.expected.events ?? []).flatMap((event) => {
    const details = event.activityStartedEventDetails as { readonly workerName?: string } | undefined;
    return details?.workerName === undefined ? [] : [details.workerName];
  });
}
