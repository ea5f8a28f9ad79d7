import { buildModel, type Json, type JsonObject, parseText } from '../../asl';
import { matchCatcher } from '../catch';
import { compileProgram } from '../compile/compileProgram';
import { Failure } from '../data/failure';
import { Engine } from '../engine';
import { matchesError } from '../errorNames';
import { executionOf } from '../execution';
import type { CallService, ExecutionSettings, ServiceAnswer } from '../execution.types';
import { WAITING } from '../flow/phase';
import type { Frame } from '../frame';
import { ScheduledTask } from '../history/eventData';
import { retryDelay } from '../retry';
import { deliverAnswer } from '../run';
import type { StateConfiguration } from './testState.types';

/** What a state is run with. */
export interface StateRun {
  readonly machine: JsonObject;
  readonly settings: ExecutionSettings;
  readonly input: Json;
  readonly variables: JsonObject;
  readonly contextFields: JsonObject;
  readonly configuration: StateConfiguration;
  /** Answers a Task, or stands for the work of a Map or Parallel. */
  readonly callService: CallService;
}

export interface StateOutcome {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  readonly output: Json | undefined;
  readonly failure: Failure | undefined;
  readonly nextState: string | undefined;
  readonly variables: ReadonlyMap<string, Json>;
  /** What a Task's service got, and gave. */
  readonly payload: Json | undefined;
  readonly result: Json | undefined;
  readonly catchIndex: number | undefined;
  readonly retryIndex: number | undefined;
  /** Seconds until the next attempt. */
  readonly backoff: number | undefined;
}

export function engineOf({ machine, settings, input, variables, contextFields }: StateRun): {
  readonly engine: Engine;
  readonly frame: Frame;
} {
  const { program } = compileProgram(buildModel(parseText(JSON.stringify(machine), 'json')));
  const engine = new Engine(program, settings, input);
  engine.contextFields = contextFields;
  const frame = engine.rootOf(engine.main);
  frame.variables = new Map(Object.entries(variables));
  return { engine, frame };
}

/** Enters the state, plays its work, and stops where the next state, or the next attempt, would begin. */
export async function runState(run: StateRun): Promise<StateOutcome> {
  const { engine, frame } = engineOf(run);
  const execution = executionOf(engine);
  const { state } = frame;
  const retries = run.configuration.retrierRetryCount ?? 0;
  let result: Json | undefined;
  await execution.run(1);
  frame.retriesBy = state?.retriers?.map(() => retries);
  for (;;) {
    for (const command of execution.takeCommands()) {
      if (command.type !== 'callService') continue;
      const answer: ServiceAnswer = await run.callService(command.call);
      if (answer.type === 'succeed') result = answer.output;
      deliverAnswer(execution, command.call, answer);
    }
    const progress = await execution.run(0);
    if (progress !== 'idle' || isBackingOff(frame, retries)) break;
    const next = execution.nextTimer;
    if (next === undefined) break;
    execution.advanceTo(next);
  }
  return outcomeOf(engine, frame, state, retries, result);
}

/** A retrier has counted another attempt. */
function isBackingOff(frame: Frame, retries: number): boolean {
  return frame.phase === WAITING && (frame.retriesBy?.some((count) => count > retries) ?? false);
}

function outcomeOf(
  engine: Engine,
  frame: Frame,
  state: Frame['state'],
  retries: number,
  result: Json | undefined,
): StateOutcome {
  const { main } = engine;
  const failure =
    frame.failure === undefined ? undefined : withoutPlace(frame, frame.failure, state?.name ?? '');
  const ended = main.status !== 'RUNNING';
  const common = {
    variables: frame.variables ?? new Map<string, Json>(),
    payload: payloadOf(engine),
    result,
    failure,
    catchIndex: undefined,
    retryIndex: undefined,
    backoff: undefined,
  };
  const retryIndex =
    failure && state?.retriers?.findIndex(({ errorEquals }) => matchesError(errorEquals, failure));
  const known = retryIndex === undefined || retryIndex < 0 ? undefined : retryIndex;
  if (isBackingOff(frame, retries)) {
    const retrier = known === undefined ? undefined : state?.retriers?.[known];
    const backoff = retrier && retryDelay(retrier, retries, () => engine.random());
    return {
      ...common,
      status: 'RETRIABLE',
      output: undefined,
      nextState: undefined,
      retryIndex: known,
      backoff,
    };
  }
  if (main.status === 'FAILED' || main.status === 'TIMED_OUT') {
    return {
      ...common,
      status: 'FAILED',
      failure: failure ?? main.failure,
      output: undefined,
      nextState: undefined,
      retryIndex: known,
    };
  }
  const catcher = failure && matchCatcher(state?.catchers, failure);
  return {
    ...common,
    status: catcher === undefined ? 'SUCCEEDED' : 'CAUGHT_ERROR',
    output: ended ? main.output : frame.input,
    nextState: ended ? undefined : frame.state?.name,
    catchIndex: catcher && state?.catchers?.indexOf(catcher),
  };
}

/** TestState's causes do not say where in an execution they arose. */
function withoutPlace(frame: Frame, failure: Failure, name: string): Failure {
  const place = `An error occurred while executing the state '${name}' (entered at the event id #${frame.enteredEvent}). `;
  const { error, cause, location } = failure;
  return cause?.startsWith(place) ? new Failure(error, cause.slice(place.length), location) : failure;
}

/** What the Scheduled event says. */
function payloadOf({ main }: Engine): Json | undefined {
  for (let index = 0; index < main.length; index++) {
    const data = main.dataOf(index);
    if (data instanceof ScheduledTask) return data.parameters;
  }
  return undefined;
}
