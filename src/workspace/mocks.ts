import { type MockConfig, readMockConfig } from '../services';
import type { MockChoice } from '../worker';
import type { MockSettings } from './serviceSettings';

/** What the mocks come to. */
export type MockPlan =
  | { readonly ok: false; readonly problems: readonly string[] }
  | {
      readonly ok: true;
      readonly machines: readonly string[];
      readonly testCases: readonly string[];
      readonly chosen: { readonly machine: string; readonly testCase: string };
      /** The mocked states: what each invocation gets, in words. */
      readonly states: ReadonlyMap<string, MockedState>;
    };

export interface MockedState {
  readonly response: string;
  /** `0: returns`, `1–2: throws Busy`, in order of invocation. */
  readonly outcomes: readonly string[];
}

/** @param name the document's: of several machines the one with that name is taken */
export function planMocks({ text, machine, testCase }: MockSettings, name: string): MockPlan {
  const value = parse(text);
  if (value instanceof Error) return problem(`The file is not JSON: ${value.message}`);
  const read = readMockConfig(value);
  if (!read.ok) return read;
  const { machines } = read.config;
  const machineNames = [...machines.keys()];
  const chosenMachine = choose(machineNames, machine, name);
  if (chosenMachine === undefined) return problem('StateMachines: names no state machine.');
  const testCases = [...(machines.get(chosenMachine)?.keys() ?? [])];
  const chosenCase = choose(testCases, testCase, undefined);
  if (chosenCase === undefined) {
    return problem(`StateMachines.${chosenMachine}.TestCases: has no test case.`);
  }
  return {
    ok: true,
    machines: machineNames,
    testCases,
    chosen: { machine: chosenMachine, testCase: chosenCase },
    states: statesOf(read.config, chosenMachine, chosenCase),
  };
}

/** What a run is told; undefined when there are no mocks, or none that can be used. */
export function mockChoice(mocks: MockSettings | undefined, name: string): MockChoice | undefined {
  const plan = mocks && planMocks(mocks, name);
  return mocks && plan?.ok ? { text: mocks.text, ...plan.chosen } : undefined;
}

function statesOf(
  { machines, responses }: MockConfig,
  machine: string,
  testCase: string,
): ReadonlyMap<string, MockedState> {
  const states = machines.get(machine)?.get(testCase) ?? new Map<string, string>();
  return new Map(
    [...states].map(([state, response]) => {
      const outcomes = [...(responses.get(response) ?? [])].sort((a, b) => a.from - b.from);
      return [
        state,
        {
          response,
          outcomes: outcomes.map((outcome) => {
            const when = outcome.from === outcome.to ? `${outcome.from}` : `${outcome.from}–${outcome.to}`;
            return `${when}: ${outcome.type === 'return' ? 'returns' : `throws ${outcome.error}`}`;
          }),
        },
      ];
    }),
  );
}

const choose = (
  names: readonly string[],
  wanted: string | undefined,
  second: string | undefined,
): string | undefined =>
  names.find((name) => name === wanted) ?? names.find((name) => name === second) ?? names[0];

const problem = (text: string): MockPlan => ({ ok: false, problems: [text] });

function parse(text: string) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
