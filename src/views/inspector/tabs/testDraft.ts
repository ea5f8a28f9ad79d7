import type { StatePath } from '../../../asl';
import type { StateTrial, TrialResult } from '../../../worker';
import { readableJson } from '../../../workspace';
import { TEST_STAGE_TITLES } from '../../parts';
import type { TrialData } from '../form/useTrial';

/** Who answers what the tested state asks. */
export type Answered = 'stub' | 'result' | 'error';

/** What a state is to be tested on, as typed. */
export interface TestDraft {
  readonly input: string;
  readonly variables: string;
  readonly answered: Answered;
  readonly result: string;
  readonly error: string;
  readonly cause: string;
  /** Retries that were made before the error. */
  readonly retries: string;
}

/**
 * What a state had in the run on show, or the input of the next run, is what its test begins with.
 *
 * @param standIn JSON of a result, for want of a real one
 */
export function draftFrom(data: TrialData | undefined, standIn: string): TestDraft {
  const answer = data?.answer;
  const told = answer === undefined ? 'stub' : 'result' in answer ? 'result' : 'error';
  return {
    input: readableJson(data?.input ?? '{}'),
    variables: readableJson(data?.variables ?? '{}'),
    answered: told,
    result: readableJson(answer && 'result' in answer ? answer.result : standIn),
    error: answer && 'error' in answer ? answer.error : 'States.TaskFailed',
    cause: answer && 'error' in answer ? answer.cause : '',
    retries: '0',
  };
}

export function trialOf(state: StatePath, draft: TestDraft): StateTrial {
  const { input, variables, answered, result, error, cause, retries } = draft;
  const own = { state, input, variables };
  if (answered === 'stub') return own;
  return { ...own, answer: answered === 'result' ? { result } : { error, cause, retries: Number(retries) } };
}

/** Why a text cannot be what it is to be; undefined when it can. */
export function jsonProblem(text: string, what: 'value' | 'object'): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return what === 'object' && !isObject
    ? 'Variables are an object: { "name": value }, without the $.'
    : undefined;
}

/** Why a text cannot be a number of retries; undefined when it can. */
export const retriesProblem = (text: string): string | undefined =>
  /^\d{1,8}$/.test(text.trim()) ? undefined : 'A number of retries is 0, 1, 2 and so on.';

export interface TestStage {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** What each field made of the data, in the order of the data's way. */
export function stagesOf(result: TrialResult): readonly TestStage[] {
  if (!result.ok) return [];
  const { inspectionData, output } = result.response;
  const texts = new Map<string, unknown>(Object.entries({ ...inspectionData, output }));
  return Object.entries(TEST_STAGE_TITLES).flatMap(([name, title]) => {
    const text = texts.get(name);
    return typeof text === 'string' ? { name, title, text: readableJson(text) } : [];
  });
}

/** Without a cause it is the test's own end: one that is given as the answer has one. */
const TIMEOUT = 'States.Timeout';
const TIMEOUT_WORDS = ' At AWS, too, a test ends after 5 minutes at the latest.';

/** What became of a tested state, in words. */
export function outcomeWords(result: TrialResult): { readonly words: string; readonly good: boolean } {
  if (!result.ok) return { words: `It cannot be tested: ${result.reason}`, good: false };
  const { status, nextState, cause, inspectionData } = result.response;
  const error = result.response.error || 'an error without a name';
  const wait = inspectionData?.errorDetails?.retryBackoffIntervalSeconds;
  switch (status) {
    case 'SUCCEEDED':
      return {
        words: nextState === undefined ? 'Succeeded. Nothing follows.' : `Succeeded. Next: ${nextState}`,
        good: true,
      };
    case 'RETRIABLE':
      return {
        words: `Failed with ${error}. It would be tried again${wait === undefined ? '' : ` after ${wait} s`}.`,
        good: false,
      };
    case 'CAUGHT_ERROR':
      return { words: `Failed with ${error}, which is caught. Next: ${nextState ?? 'nothing'}`, good: false };
    case 'FAILED':
      return {
        words: `Failed with ${error}.${error === TIMEOUT && cause === undefined ? TIMEOUT_WORDS : ''}`,
        good: false,
      };
  }
}
