import { isJsonObject, type Json, type JsonObject } from '../../asl';

/**
 * MockConfigFile.json as Step Functions Local reads it: test cases per state machine, each naming a response
 * per Task state; responses by invocation of the state, counted from 0.
 * Source: developer guide, "Mocked service integrations", configuration file.
 */
export interface MockConfig {
  /** Machine name → test case name → state name → response name. */
  readonly machines: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, string>>>;
  readonly responses: ReadonlyMap<string, MockedResponse>;
}

export type MockedResponse = readonly MockedOutcome[];

/** What the invocations `from` to `to` (inclusive, from 0) get. */
export type MockedOutcome = { readonly from: number; readonly to: number } & (
  | { readonly type: 'return'; readonly value: Json }
  | { readonly type: 'throw'; readonly error: string; readonly cause: string | undefined }
);

export type MockConfigResult =
  | { readonly ok: true; readonly config: MockConfig }
  /** Every problem with the path to it; nothing of the file is used. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a configuration; every case it holds is either understood or named in a problem. */
export function readMockConfig(value: Json): MockConfigResult {
  const problems: string[] = [];
  const root = objectAt(value, 'The file', problems);
  for (const key of Object.keys(root)) {
    if (key !== 'StateMachines' && key !== 'MockedResponses') {
      problems.push(`${key}: only StateMachines and MockedResponses may stand here.`);
    }
  }
  const responses = new Map<string, MockedResponse>();
  for (const [name, response] of entriesAt(root.MockedResponses ?? {}, 'MockedResponses', problems)) {
    responses.set(name, readResponse(response, `MockedResponses.${name}`, problems));
  }
  const machines = new Map<string, ReadonlyMap<string, ReadonlyMap<string, string>>>();
  for (const [name, machine] of entriesAt(root.StateMachines ?? {}, 'StateMachines', problems)) {
    machines.set(name, readMachine(machine, `StateMachines.${name}`, responses, problems));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: { machines, responses } };
}

function readMachine(
  value: Json,
  path: string,
  responses: ReadonlyMap<string, MockedResponse>,
  problems: string[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const cases = new Map<string, ReadonlyMap<string, string>>();
  const machine = objectAt(value, path, problems);
  if (machine.TestCases === undefined) problems.push(`${path}.TestCases: is missing.`);
  for (const [name, states] of entriesAt(machine.TestCases ?? {}, `${path}.TestCases`, problems)) {
    const byState = new Map<string, string>();
    for (const [state, response] of entriesAt(states, `${path}.TestCases.${name}`, problems)) {
      const at = `${path}.TestCases.${name}.${state}`;
      if (typeof response !== 'string') problems.push(`${at}: must be the name of a mocked response.`);
      else if (!responses.has(response)) problems.push(`${at}: there is no mocked response “${response}”.`);
      else byState.set(state, response);
    }
    cases.set(name, byState);
  }
  return cases;
}

const INVOCATIONS = /^(\d{1,9})(?:-(\d{1,9}))?$/;

function readResponse(value: Json, path: string, problems: string[]): MockedResponse {
  const outcomes: MockedOutcome[] = [];
  for (const [key, outcome] of entriesAt(value, path, problems)) {
    const at = `${path}.${key}`;
    const range = INVOCATIONS.exec(key);
    const from = Number(range?.[1]);
    const to = Number(range?.[2] ?? range?.[1]);
    if (!range || to < from) {
      problems.push(`${at}: must be an invocation (“0”) or a range of them (“1-3”), counted from 0.`);
      continue;
    }
    const taken = outcomes.find((other) => other.from <= to && from <= other.to);
    if (taken) problems.push(`${at}: the invocations ${taken.from}–${taken.to} are answered already.`);
    const read = readOutcome(outcome, at, problems);
    if (read) outcomes.push({ from, to, ...read });
  }
  if (outcomes.length === 0 && problems.length === 0) problems.push(`${path}: has no outcome.`);
  return outcomes;
}

type Outcome = MockedOutcome extends infer One
  ? One extends MockedOutcome
    ? Omit<One, 'from' | 'to'>
    : never
  : never;

function readOutcome(value: Json, path: string, problems: string[]): Outcome | undefined {
  const outcome = objectAt(value, path, problems);
  const keys = Object.keys(outcome);
  if (keys.length !== 1 || (keys[0] !== 'Return' && keys[0] !== 'Throw')) {
    problems.push(`${path}: must have either Return or Throw, and nothing else.`);
    return undefined;
  }
  if (keys[0] === 'Return') return { type: 'return', value: outcome.Return ?? null };
  const { Error: error, Cause: cause } = objectAt(outcome.Throw ?? null, `${path}.Throw`, problems);
  if (typeof error !== 'string') {
    problems.push(`${path}.Throw.Error: must be the error's name.`);
    return undefined;
  }
  if (cause !== undefined && typeof cause !== 'string') {
    problems.push(`${path}.Throw.Cause: must be a string.`);
    return undefined;
  }
  return { type: 'throw', error, cause };
}

function objectAt(value: Json, path: string, problems: string[]): JsonObject {
  if (isJsonObject(value)) return value;
  problems.push(`${path}: must be an object.`);
  return {};
}

const entriesAt = (value: Json, path: string, problems: string[]): readonly (readonly [string, Json])[] =>
  Object.entries(objectAt(value, path, problems));
