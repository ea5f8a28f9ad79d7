import type { MockedTask, S3Object } from '../services';
import { type AskChoice, type MachineText, NOBODY_ASKED } from '../worker';

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
