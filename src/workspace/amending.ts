import type { StatePath } from '../asl';
import type {
  BranchChange,
  EditedDefinition,
  ExecutionClient,
  RunAbout,
  ServiceChoice,
  StopRequest,
} from '../worker';
import { nameOnShow } from './onShow';
import { answeringOf, newRun, servicesNow } from './runRequest';
import type { RunSummary, WorkspaceState } from './state';

/** What a run is to have from a visit on. Texts are JSON; absent: as it was. */
export interface BranchChoice {
  readonly state: StatePath;
  readonly number: number;
  readonly input?: string;
  readonly variables?: string;
  /** With the definition as it stands now. */
  readonly edited: boolean;
  /** It stands there; else it runs on. */
  readonly paused: boolean;
}

/** What taking a hand in a run needs of the page. */
export interface Hands {
  readonly client: ExecutionClient;
  /** As it was when the hand was taken: whoever goes elsewhere since does not mean another run, or text. */
  readonly state: WorkspaceState;
  /** Something else was asked to come on show since. */
  readonly isBehind: () => boolean;
  readonly now: () => number;
  readonly seed: () => number;
  /** @param edited with the definition as it stands: breakpoints are where they are in it */
  readonly stops: (edited: boolean) => StopRequest;
  /** What the next run is called. */
  readonly about: (startedAt: number) => RunAbout;
  /** A branch has begun; the run that it comes from stays open. */
  readonly branched: (
    run: RunSummary,
    about: RunAbout,
    begun: 'running' | 'paused',
    edited: boolean,
  ) => Promise<void>;
  /** The run goes on. */
  readonly goesOn: (run: RunSummary, edited: boolean) => void;
}

/** @returns why there is no branch; undefined when it is on show */
export async function branch(hands: Hands, choice: BranchChoice): Promise<string | undefined> {
  const { document, execution, settings } = hands.state;
  const { run } = execution;
  if (run === undefined) return 'There is no run to branch from.';
  const { state, number, input, variables, edited, paused } = choice;
  const fresh = newRun(document, { ...execution, type: run.type }, hands.now(), hands.seed());
  const { executionName, executionArn } = fresh.request.settings;
  const about = hands.about(fresh.summary.startedAt);
  const services = servicesOf(hands, run);
  const result = await hands.client.of(nameOnShow(execution)).ask('branch', {
    behind: hands.isBehind(),
    branch: {
      visit: { state, number },
      name: executionName,
      arn: executionArn,
      ...(input === undefined ? {} : { input }),
      ...(variables === undefined ? {} : { variables }),
      ...definitionOf(hands, edited),
      ...services,
    },
    about,
    speed: settings.speed,
    paused,
    stops: hands.stops(edited),
  });
  if (!result.ok) return result.reason;
  const changed: BranchChange[] = [];
  if (input !== undefined) changed.push('input');
  if (variables !== undefined) changed.push('variables');
  if (edited) changed.push('definition');
  const { result: _, redriven: __, ...rest } = answeredBy(run, services);
  const branched = { parent: run.id, event: result.event, changed };
  const { earlier } = result;
  const isAsDocument = earlier
    ? earlier.text === document.text && earlier.format === document.format
    : edited;
  const otherVersion = earlier ? -1 : run.version;
  const version = isAsDocument ? document.version : otherVersion;
  const begun = paused ? 'paused' : 'running';
  const branch = { ...rest, id: executionName, version, result: undefined, branched, restored: false };
  await hands.branched(branch, about, begun, edited);
  return undefined;
}

/** @returns why it cannot be redriven; undefined when it goes on */
export async function redrive(hands: Hands, edited: boolean): Promise<string | undefined> {
  const { document, execution, settings } = hands.state;
  const { run } = execution;
  if (run === undefined) return 'There is no run to redrive.';
  const services = servicesOf(hands, run);
  const result = await hands.client.of(nameOnShow(execution)).ask('redrive', {
    behind: hands.isBehind(),
    ...definitionOf(hands, edited),
    ...services,
    speed: settings.speed,
    stops: hands.stops(edited),
  });
  if (!result.ok) return result.reason;
  const version = edited ? document.version : run.version;
  const redriven = edited ? 'edited' : 'same';
  hands.goesOn({ ...answeredBy(run, services), version, result: undefined, redriven }, edited);
  return undefined;
}

/** @returns why the Choice cannot be forced; undefined when it was */
export async function forceChoice(hands: Hands, rule: number | 'default'): Promise<string | undefined> {
  const { execution, settings } = hands.state;
  const { run } = execution;
  if (run === undefined) return 'There is no run.';
  const { speed } = settings;
  const result = await hands.client.of(nameOnShow(execution)).ask('forceChoice', {
    behind: hands.isBehind(),
    rule,
    speed,
    stops: hands.stops(false),
  });
  if (!result.ok) return result.reason;
  hands.goesOn(run, false);
  return undefined;
}

function definitionOf({ state }: Hands, edited: boolean): { readonly definition?: EditedDefinition } {
  const { text, format } = state.document;
  return edited ? { definition: { text, format } } : {};
}

interface Services {
  readonly services?: ServiceChoice;
}

/** What Tasks call is what is there now; the results of a recorded run stay those of that run. */
const servicesOf = ({ state }: Hands, run: RunSummary): Services =>
  run.again === undefined ? { services: servicesNow(state.document, state.execution) } : {};

/** The run, which says who answers from now on. */
function answeredBy(run: RunSummary, { services }: Services): RunSummary {
  if (services === undefined) return run;
  const { mockedTasks: _, ask: __, mocks: ___, ...rest } = run;
  return { ...rest, ...answeringOf(services) };
}
