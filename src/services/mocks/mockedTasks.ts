import type { Json, JsonObject, QueryLanguage, Seconds, StatePath } from '../../asl';
import {
  type CallService,
  type Condition,
  compileCondition,
  type ServiceAnswer,
  type ServiceCall,
} from '../../interpreter';
import { digits } from '../identity';
import type { HandlerCall, HandlerOutcome } from './handler.types';
import { readJsonText } from './readJsonText';
import type { MockedTask, MockOutcome, MockRow, MockRule, StateMock } from './stateMock';

/** What mocks need besides themselves. */
export interface MockSurroundings {
  /** The run's: what is left to chance is drawn from it, the state and the invocation. */
  readonly seed: number;
  languageOf(state: StatePath): QueryLanguage;
  /** @param task that the handler answers */
  runHandler(call: HandlerCall, task: ServiceCall['task']): Promise<HandlerOutcome>;
  /** Answers states that are to have a stub. */
  readonly unmocked: CallService;
  /** Answers states that are left to the user. */
  readonly asked: CallService;
  /** Answers all other states. */
  readonly others: CallService;
}

type Answer = (call: ServiceCall) => ServiceAnswer | Promise<ServiceAnswer>;

/** Answers each state by the mock it has, and passes on the calls of all others. The mocks have no problems. */
export function mockedTasks(mocks: readonly MockedTask[], around: MockSurroundings): CallService {
  const answers = new Map(mocks.map(({ state, mock }) => [state, answerOf(mock, state, around)]));
  return (call) => (answers.get(call.state) ?? around.others)(call);
}

function answerOf(mock: StateMock, state: StatePath, around: MockSurroundings): Answer {
  switch (mock.kind) {
    case 'stub':
      return around.unmocked;
    case 'ask':
      return around.asked;
    case 'fixed':
    case 'pinned': {
      const answer = readOutcome(mock.outcome);
      return () => answer;
    }
    case 'sequence':
      return sequence(mock.rows, mock.by);
    case 'rules':
      return rules(mock.rules, mock.otherwise, around.languageOf(state), around);
    case 'rate':
      return rate(mock, around);
    case 'handler':
      return handler(mock.source, around);
  }
}

function readOutcome(outcome: MockOutcome): ServiceAnswer {
  const after = outcome.latency === undefined ? {} : { after: outcome.latency as Seconds };
  switch (outcome.type) {
    case 'return': {
      const read = readJsonText(outcome.value);
      return { ...after, type: 'succeed', output: read.ok ? read.json : null };
    }
    case 'throw':
      return { ...after, ...failure(outcome.error, outcome.cause) };
    case 'timeout':
    case 'never':
      return { ...after, type: outcome.type };
  }
}

const failure = (error: string, cause: string): ServiceAnswer => ({
  type: 'fail',
  error,
  ...(cause === '' ? {} : { cause }),
});

function sequence(rows: readonly MockRow[], by: 'attempt' | 'invocation'): Answer {
  const read = rows.map(({ from, to, outcome }) => ({ from, to, answer: readOutcome(outcome) }));
  return (call) => {
    const count = call[by];
    const row = read.find(({ from, to }) => from <= count && (to === null || count <= to));
    return (
      row?.answer ??
      failure('States.Runtime', `The mock of “${call.stateName}” has no row for ${by} ${count}.`)
    );
  };
}

function rules(
  given: readonly MockRule[],
  otherwise: MockOutcome | undefined,
  language: QueryLanguage,
  { unmocked }: MockSurroundings,
): Answer {
  const read = given.map(({ when, outcome }) => ({
    when: when.type === 'item' ? when.index : compileCondition(when.text, language),
    answer: readOutcome(outcome),
  }));
  const last = otherwise && readOutcome(otherwise);
  return async (call) => {
    for (const [index, { when, answer }] of read.entries()) {
      const holds = await ruleHolds(when, call);
      if (holds === true) return answer;
      if (holds !== false) {
        const cause = `Rule ${index + 1} of the mock of “${call.stateName}” cannot be evaluated: ${holds.problem}`;
        return failure('States.Runtime', cause);
      }
    }
    return last ?? unmocked(call);
  };
}

function ruleHolds(when: number | Condition | string, call: ServiceCall) {
  if (typeof when === 'number') return call.mapIndex.at(-1) === when;
  if (typeof when === 'string') return { problem: when };
  return when({
    input: call.arguments,
    now: call.at,
    context: () => contextOf(call),
    variable: () => undefined,
    random: () => 0,
  });
}

function rate(
  mock: Extract<StateMock, { readonly kind: 'rate' }>,
  { seed, unmocked }: MockSurroundings,
): Answer {
  const { from, to } = mock.latency;
  return async (call) => {
    const latency = from + (to - from) * chance(seed, call, 'latency');
    const answer =
      chance(seed, call, 'failure') < mock.rate ? failure(mock.error, mock.cause) : await unmocked(call);
    return { ...answer, after: ((answer.after ?? 0) + latency) as Seconds };
  };
}

function handler(source: string, around: MockSurroundings): Answer {
  return async (call) => {
    const asked: HandlerCall = {
      source,
      input: JSON.stringify(call.arguments),
      context: JSON.stringify(contextOf(call)),
      seed: Math.floor(chance(around.seed, call, 'handler') * 2 ** 32),
      now: call.at,
    };
    return handlerAnswer(await around.runHandler(asked, call.task));
  };
}

function handlerAnswer(outcome: HandlerOutcome): ServiceAnswer {
  if (outcome.type === 'failed') return failure(outcome.error, outcome.cause);
  const read = readJsonText(outcome.result);
  return { type: 'succeed', output: read.ok ? read.json : null };
}

/** What rules and handlers know of a call besides what the service is asked. */
function contextOf(call: ServiceCall): JsonObject {
  const { stateName, resource, attempt, invocation, mapIndex, executionArn, taskToken } = call;
  const index = mapIndex.at(-1);
  return {
    Execution: { Id: executionArn },
    State: { Name: stateName, RetryCount: attempt },
    Task: { Resource: resource.arn, ...(taskToken === undefined ? {} : { Token: taskToken }) },
    ...(index === undefined ? {} : { Map: { Item: { Index: index } } }),
    attempt,
    invocation,
    mapIndex: [...mapIndex],
  } satisfies Record<string, Json>;
}

/** A number in [0, 1) that the run's seed, the state and the invocation decide. */
const chance = (seed: number, { state, invocation }: ServiceCall, what: string): number =>
  Number.parseInt(digits(`${seed}/${state}/${invocation}/${what}`, 8), 16) / 2 ** 32;
