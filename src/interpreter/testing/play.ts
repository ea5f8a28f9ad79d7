import { buildModel, type EpochMs, type Json, parseText } from '../../asl';
import { compileProgram } from '../compile/compileProgram';
import { createExecution } from '../execution';
import type {
  CallService,
  Execution,
  ExecutionSettings,
  Job,
  RunResult,
  ServiceAnswer,
} from '../execution.types';
import type { Program } from '../program';
import { runToEnd } from '../run';
import { defaultSettings } from '../settings';

export const START = Date.UTC(2025, 0, 1) as EpochMs;

export const settingsOf = (known: Partial<ExecutionSettings> = {}): ExecutionSettings =>
  defaultSettings({ startTime: START, ...known });

export const programOf = (definition: object): Program =>
  compileProgram(buildModel(parseText(JSON.stringify(definition), 'json'))).program;

/** A machine of the given states, starting at the first. */
export const machine = (states: Readonly<Record<string, object>>, rest: object = {}): object => ({
  StartAt: Object.keys(states)[0],
  States: states,
  ...rest,
});

export const LAMBDA = 'arn:aws:lambda:us-east-1:123456789012:function:work';

/** Answers calls in the order they are made; the last answer is for all that follow. */
export function answers(...list: readonly ServiceAnswer[]): CallService {
  let next = 0;
  return () => list[Math.min(next++, list.length - 1)] ?? { type: 'never' };
}

const NEVER: CallService = () => ({ type: 'never' });

/** Answers each task with what a journal has for it, and the rest with nothing. */
export function fromJournal(execution: Execution, journal: readonly Job[]): CallService {
  return ({ task }) => {
    for (const job of journal) if ('task' in job && job.task === task) execution.deliver(job);
    return { type: 'never' };
  };
}

export interface Play {
  readonly input?: Json;
  readonly services?: CallService;
  readonly settings?: Partial<ExecutionSettings>;
}

/** Runs a definition without asynchronous expressions to its end. */
export function play(definition: object, { input = {}, services = NEVER, settings }: Play = {}): Execution {
  const execution = createExecution(programOf(definition), settingsOf(settings), input);
  ended(runToEnd(execution, services, { maxTransitions: 100_000 }));
  return execution;
}

/** Runs a definition to its end, asynchronous expressions included. */
export async function playAsync(
  definition: object,
  { input = {}, services = NEVER, settings }: Play = {},
): Promise<Execution> {
  const execution = createExecution(programOf(definition), settingsOf(settings), input);
  await runToEnd(execution, services, { maxTransitions: 100_000 });
  return execution;
}

function ended(result: RunResult | Promise<RunResult>): void {
  if (result instanceof Promise) throw new Error('the definition needs asynchronous expressions');
}

/** One line per event: `4<-3 PassStateEntered A`. */
export const lines = ({ history }: Execution): readonly string[] =>
  Array.from({ length: history.length }, (_, index) => {
    const { type, previousEventId, stateName } = history.record(index);
    const iteration = history.mapIndex(index).join('.');
    const place = iteration === '' ? '' : `[${iteration}]`;
    return [`${index + 1}<-${previousEventId}`, type, `${stateName ?? ''}${place}`].join(' ').trim();
  });

/** The types only. */
export const types = ({ history }: Execution): readonly string[] =>
  Array.from({ length: history.length }, (_, index) => history.record(index).type);

/** The whole history as AWS would return it. */
export const eventsOf = ({ history }: Execution): readonly unknown[] =>
  Array.from({ length: history.length }, (_, index) => history.event(index));

/** The details object of the first event of a type. */
export function details(execution: Execution, type: string): unknown {
  const index = types(execution).indexOf(type);
  if (index < 0) return undefined;
  const event: object = execution.history.event(index);
  return Object.entries(event).find(([key]) => key.endsWith('EventDetails'))?.[1];
}

/** Seconds of virtual time the execution took. */
export const seconds = (execution: Execution): number => (execution.now - START) / 1000;
