import type { State } from '../../asl';
import { compileRetriers } from '../compile/retriers';
import { Failure } from '../data/failure';
import { matchesError, RUNTIME_ERROR } from '../errorNames';
import type { RetrierProgram } from '../program';
import { retryDelay } from '../retry';
import type { DelayExplanation, FailureExplanation } from './explain.types';

/** An attempt that failed. */
export interface FailedTry {
  readonly error: string | undefined;
  /** Seconds from its end to the next attempt's begin; undefined when none has followed. */
  readonly waited: number | undefined;
}

/**
 * What the retriers and catchers of a state made of its failures, the last one last. The history does not say which of
 * them it was: it follows from the errors.
 */
export function explainFailure({ definition }: State, tries: readonly FailedTry[]): FailureExplanation {
  const error = tries.at(-1)?.error;
  const failure = new Failure(error, undefined);
  const retriers = 'Retry' in definition ? (compileRetriers(definition.Retry) ?? []) : [];
  const catchers = 'Catch' in definition ? (definition.Catch ?? []) : [];
  const delays = delaysOf(retriers, tries);
  const taken = catchers.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, failure));
  return {
    error,
    isUnmatchable: error === RUNTIME_ERROR,
    retriers: retriers.map(({ errorEquals, maxAttempts }, index) => ({
      errorEquals,
      matches: matchesError(errorEquals, failure),
      maxAttempts,
      delays: delays[index] ?? [],
    })),
    catchers: catchers.map(({ ErrorEquals, Next }, index) => ({
      errorEquals: ErrorEquals,
      ...(Next === undefined ? {} : { next: Next }),
      matches: matchesError(ErrorEquals, failure),
      isTaken: index === taken,
    })),
  };
}

/** By retrier: the first that names an error decides, as long as it has attempts left. */
function delaysOf(
  retriers: readonly RetrierProgram[],
  tries: readonly FailedTry[],
): readonly (readonly DelayExplanation[])[] {
  const delays: DelayExplanation[][] = retriers.map(() => []);
  for (const { error, waited } of tries) {
    const place = retriers.findIndex(({ errorEquals }) =>
      matchesError(errorEquals, new Failure(error, undefined)),
    );
    const [retrier, made] = [retriers[place], delays[place]];
    if (retrier === undefined || made === undefined || made.length >= retrier.maxAttempts) continue;
    const { intervalSeconds, backoffRate, maxDelaySeconds, jitter } = retrier;
    made.push({
      interval: intervalSeconds,
      rate: backoffRate,
      power: made.length,
      ...(maxDelaySeconds === undefined ? {} : { cap: maxDelaySeconds }),
      delay: retryDelay({ ...retrier, jitter: false }, made.length, () => 0),
      jitter,
      ...(waited === undefined ? {} : { waited }),
    });
  }
  return delays;
}
