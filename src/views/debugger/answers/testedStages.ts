import type { StateNode, TestAnswer } from '../../../asl';
import type { TrialResult } from '../../../worker';
import { TEST_STAGE_TITLES } from '../../parts';
import { sameData } from './compared';

/** A stage of a tested state, and what the state as it stands here makes of it. */
export interface ComparedStage {
  readonly name: string;
  readonly title: string;
  readonly aws: string;
  readonly here: string | undefined;
  readonly verdict: 'same' | 'other' | 'unknown';
}

/** A trial calls no address and starts no batches: there is nothing to compare. */
const NOT_TRIED: ReadonlySet<string> = new Set([
  'request',
  'response',
  'afterItemsPointer',
  'afterItemBatcher',
]);

/** Everything AWS told, in the order of the data's way, beside what a trial here came to. */
export function comparedStages(test: TestAnswer, trial: TrialResult | undefined): readonly ComparedStage[] {
  const { error, cause, nextState, output } = test;
  const ends = Object.entries({ error, cause, output, nextState }).flatMap(([name, text]) =>
    text === undefined ? [] : [{ name, text }],
  );
  const own = trial?.ok ? textsOf(trial.response) : undefined;
  return [...test.stages, ...ends].map(({ name, text }) => {
    const here = own?.get(name);
    return {
      name,
      title: TEST_STAGE_TITLES[name] ?? name,
      aws: text,
      here,
      verdict: verdictOf(text, here, own !== undefined && !NOT_TRIED.has(name)),
    };
  });
}

/** What is looked at first: where the data goes apart, else what it came to. */
export const mostTelling = (stages: readonly ComparedStage[]): ComparedStage | undefined =>
  stages.find(({ verdict }) => verdict === 'other') ??
  stages.find(({ name }) => name === 'output') ??
  stages.at(-1);

function verdictOf(aws: string, here: string | undefined, tried: boolean): ComparedStage['verdict'] {
  if (!tried) return 'unknown';
  return here !== undefined && sameData(aws, here) ? 'same' : 'other';
}

type Response = Extract<TrialResult, { readonly ok: true }>['response'];

function textsOf({ inspectionData, status: _, ...ends }: Response): ReadonlyMap<string, string> {
  const entries = Object.entries({ ...inspectionData, ...ends });
  return new Map(
    entries.flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const],
    ),
  );
}

/** Which state was tested: AWS does not say. The selected one, else one that may go on to the same state. */
export function likelyState(
  { nextState }: TestAnswer,
  states: readonly StateNode[],
  selected: string | undefined,
  leadsTo: (state: StateNode, name: string) => boolean,
): StateNode | undefined {
  const onward = nextState === undefined ? [] : states.filter((state) => leadsTo(state, nextState));
  const chosen = states.find(({ path }) => path === selected);
  if (chosen && (nextState === undefined || onward.length === 0 || onward.includes(chosen))) return chosen;
  return onward[0] ?? chosen;
}

/** What the service answered, for a trial that has no service. */
export function mockOf({ stages, error, cause, status }: TestAnswer) {
  const result = stages.find(({ name }) => name === 'result')?.text;
  if (result !== undefined) return { result };
  return error !== undefined && status !== 'SUCCEEDED' ? { error, cause: cause ?? '' } : undefined;
}
