import { type MockConfig, type MockedTask, readMockConfig, type S3Object } from '../services';
import { type AskChoice, type MachineText, type MockChoice, NOBODY_ASKED } from '../worker';

/** A MockConfigFile.json as the user has it, and which of its test cases answers. */
export interface MockSettings {
  readonly text: string;
  /** Chosen by hand; without it the machine named as the document, or the first. */
  readonly machine?: string;
  readonly testCase?: string;
}

/** What the next run's Tasks are answered by, besides stubs. */
export interface ServiceSettings {
  readonly mocks: MockSettings | undefined;
  /** What is left to the user. */
  readonly ask: AskChoice;
  /** How single states are answered, before any test case. */
  readonly tasks: readonly MockedTask[];
  /** What is in S3. */
  readonly objects: readonly PageObject[];
  /** State machines that Tasks may start. */
  readonly machines: readonly PageMachine[];
}

/** A state machine of the page; its name may change, its id does not. */
export interface PageMachine extends MachineText {
  readonly id: number;
}

/** An object of the page's buckets; bucket and key may change, its id does not. */
export interface PageObject extends S3Object {
  readonly id: number;
}

export const STUBS_ONLY: ServiceSettings = {
  mocks: undefined,
  ask: NOBODY_ASKED,
  tasks: [],
  objects: [],
  machines: [],
};

/** Services as an example brings them. */
export interface GivenServices {
  /** A MockConfigFile.json. */
  readonly mocks?: string;
  readonly objects?: readonly S3Object[];
  readonly machines?: readonly MachineText[];
}

export const givenServices = ({ mocks, objects = [], machines = [] }: GivenServices): ServiceSettings => ({
  mocks: mocks === undefined ? undefined : { text: mocks },
  ask: NOBODY_ASKED,
  tasks: [],
  objects: numbered(objects),
  machines: numbered(machines),
});

/** Each with an id of the page's own. */
export const numbered = <Item extends object>(items: readonly Item[]) =>
  items.map((item, id) => ({ ...item, id }));

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
