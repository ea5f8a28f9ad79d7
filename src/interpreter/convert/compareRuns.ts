import { type Json, sameJson } from '../../asl';
import type { HistoryEvent } from '../events';
import type { CallService, Execution } from '../execution.types';
import { runToEnd } from '../run';

/** How two versions of a workflow did on the same input. */
export type RunComparison =
  /** The same way through the states, and the same data at each. */
  | { readonly type: 'same'; readonly status: string; readonly states: number; readonly cut: boolean }
  | {
      readonly type: 'different';
      /** Where they part, in words. */
      readonly at: string;
      readonly before: string;
      readonly after: string;
      /** The version before failed at a field that could not be evaluated: nothing catches that, in JSONPath. */
      readonly unevaluated: boolean;
    };

/** One version, ready to be run, and who answers its Tasks. */
export interface RunnableVersion {
  readonly execution: Execution;
  readonly callService: CallService;
}

/** States entered at most by each run. */
const MOST_TRANSITIONS = 5000;

/** Runs both versions to their ends, and says whether they do the same. */
export async function compareRuns(
  before: RunnableVersion,
  after: RunnableVersion,
  maxTransitions = MOST_TRANSITIONS,
): Promise<RunComparison> {
  const [first, second] = [await marksOf(before, maxTransitions), await marksOf(after, maxTransitions)];
  const unevaluated = first.marks.some(
    ({ words, value }) => words === FAILURE && value === UNEVALUATED_FIELD,
  );
  const most = Math.max(first.marks.length, second.marks.length);
  for (let index = 0; index < most; index++) {
    const [a, b] = [first.marks[index], second.marks[index]];
    if (a && b && sameMark(a, b)) continue;
    const place = a ?? b;
    return { type: 'different', at: place?.words ?? '', before: shown(a), after: shown(b), unevaluated };
  }
  const states = first.marks.filter(({ words }) => words.startsWith(ENTERED)).length;
  return { type: 'same', status: first.status, states, cut: first.cut };
}

/** Something that both versions must come to. */
interface Mark {
  readonly words: string;
  readonly value: Json;
}

async function marksOf(
  { execution, callService }: RunnableVersion,
  maxTransitions: number,
): Promise<{
  readonly marks: readonly Mark[];
  readonly status: string;
  readonly cut: boolean;
}> {
  const result = await runToEnd(execution, callService, { maxTransitions });
  const { timeline, status } = execution;
  const marks: Mark[] = [];
  for (let index = 0; index < timeline.length; index++) {
    const mark = markOf(timeline.event(index));
    if (mark) marks.push(mark);
  }
  return { marks, status, cut: result === 'budget' };
}

function markOf(event: HistoryEvent): Mark | undefined {
  if ('stateEnteredEventDetails' in event) {
    const { name, input } = event.stateEnteredEventDetails;
    return { words: `${ENTERED}“${name}”`, value: read(input) };
  }
  if ('stateExitedEventDetails' in event) {
    const { name, output, assignedVariables } = event.stateExitedEventDetails;
    const assigned = assignedVariables === undefined ? null : sorted(assignedVariables);
    return { words: `what “${name}” gave`, value: [read(output), assigned] };
  }
  switch (event.type) {
    case 'TaskScheduled':
      return { words: 'what a Task asked for', value: read(event.taskScheduledEventDetails.parameters) };
    case 'LambdaFunctionScheduled':
      return { words: 'what a Task asked for', value: read(event.lambdaFunctionScheduledEventDetails.input) };
    case 'ActivityScheduled':
      return { words: 'what a Task asked for', value: read(event.activityScheduledEventDetails.input) };
    case 'ExecutionFailed':
      return {
        words: FAILURE,
        value: reasonOf(event.executionFailedEventDetails.error),
      };
    default:
      return undefined;
  }
}

const ENTERED = 'the input of ';
const FAILURE = 'the failure of the execution';
const UNEVALUATED_FIELD = 'a field that could not be evaluated';

/** What each language calls a field that could not be evaluated. */
const UNEVALUATED: ReadonlySet<string> = new Set([
  'States.Runtime',
  'States.ParameterPathFailure',
  'States.ResultPathMatchFailure',
  'States.IntrinsicFailure',
  'States.QueryEvaluationError',
]);

const reasonOf = (error: string | undefined): Json =>
  error === undefined ? null : UNEVALUATED.has(error) ? UNEVALUATED_FIELD : error;

const sorted = (variables: Readonly<Record<string, string>>): Json =>
  Object.entries(variables)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, read(value)]);

function read(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

const sameMark = (a: Mark, b: Mark): boolean => a.words === b.words && sameJson(a.value, b.value);

const LONGEST_SHOWN = 300;

function shown(mark: Mark | undefined): string {
  if (!mark) return 'nothing more';
  const text = `${mark.words}: ${JSON.stringify(mark.value)}`;
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
