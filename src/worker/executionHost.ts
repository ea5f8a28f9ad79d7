import { buildGraph, buildModel, parseText } from '../asl';
import type { CallService } from '../interpreter';
import type { RunHandler } from '../services';
import { entryAt } from './amend/entryAt';
import { serveAmending } from './amend/serveAmending';
import type { StopRequest } from './breakpoint.types';
import type { ChildOnShow } from './child.types';
import { StateTable } from './fold/stateTable';
import { openStoredHistory } from './fold/storedHistory';
import { noSandbox } from './handlers/noSandbox';
import { lookHandlers } from './history/lookHandlers';
import type { ExecutionPush, ExecutionRequests, FromWorker, ToExecutionWorker } from './protocol';
import { serveRequests } from './requestServer';
import { serveCalls } from './run/callDesk';
import type { Pulse } from './run/pulse';
import { GIVEN_UP } from './run/runSession';
import { ShownRun } from './run/shownRun';
import type { LoadedRun, RunRequest, Speed, StoredHistory } from './run.types';
import type { ChildSteps } from './runs/childSteps';
import { ChildStops } from './runs/childStops';
import { ComingRuns } from './runs/comingRuns';
import { beginRun, type OpenRun, type RunWorld } from './runs/openRun';
import { OpenRuns } from './runs/openRuns';
import { RunHolds } from './runs/runHolds';
import { RunLibrary } from './runs/runLibrary';
import { NO_STORE, type RunStore } from './runs/runStore';
import type { RunOnShow } from './runs/runs.types';
import { createStage } from './runs/stage';

/** What a host is made with. */
export interface HostParts {
  readonly post: (message: FromWorker) => void;
  readonly pulse: Pulse;
  /** Answers what nothing else does. */
  readonly callService: CallService;
  readonly runHandler?: RunHandler;
  /** Where runs outlive the worker. */
  readonly store?: RunStore;
}

/**
 * What the execution worker does with its messages: several runs, one of them on show. What is about a run names it.
 * @returns what to do with each message
 */
export function createExecutionHost({
  post,
  pulse,
  callService,
  runHandler = noSandbox,
  store = NO_STORE,
}: HostParts): (request: ToExecutionWorker) => Promise<void> {
  const runs = new OpenRuns();
  const holds = new RunHolds(store);
  const coming = new ComingRuns();
  const childStops = new ChildStops();
  const library = new RunLibrary(store, runs, holds);
  /** A run of which only events are left, or an execution that a Task has started, while it is on show. */
  let past: { readonly name: string; readonly shown: ShownRun; readonly steps?: ChildSteps } | undefined;
  const push = (message: ExecutionPush) => post(message);
  const world: RunWorld = {
    pulse,
    stubs: callService,
    runHandler,
    store,
    holds,
    limit: () => library.limit,
    publish: (batch) => push({ type: 'progress', batch }),
    warn: (run, reason) => push({ type: 'unkept', run, reason }),
    ended: () => void library.tidyUp(),
    crashed: (run, error) =>
      push({ type: 'crashed', run, message: `The run was given up: ${sentence(error)}` }),
    stepped: push,
    childStops,
  };

  const { claim, bringUp, opened, lookFor } = createStage(world, runs, library, coming, (run) => show(run));
  const show = (run: OpenRun | undefined) => {
    past?.steps?.lookAt(undefined);
    past = undefined;
    runs.show(run?.id);
  };

  const showChild = async (id: string, execution: string): Promise<ChildOnShow | string> => {
    const isLatest = claim();
    const run = await opened(id, 'instant', { breakpoints: [] }, false);
    if (typeof run === 'string') return run;
    const { steps, children } = run;
    // It may be stepped into while all of it is made ready to be looked at.
    const whole = steps.onShow(execution) ?? (await children.open(execution, pulse, () => !isLatest()));
    const found = steps.onShow(execution) ?? whole;
    if (!found) return isLatest() ? 'This execution is not kept any more.' : GIVEN_UP;
    if (isLatest()) {
      show(undefined);
      past = { name: execution, shown: found.shown, steps };
      steps.lookAt(execution);
    }
    return found.child;
  };

  const showRun = async (
    id: string,
    speed: Speed,
    stops: StopRequest,
    goOn: boolean,
  ): Promise<RunOnShow | string> => {
    const isLatest = goOn ? claim() : lookFor(id);
    const run = await opened(id, speed, stops, goOn);
    if (typeof run === 'string') return run;
    if (isLatest()) show(run);
    const { session, recorder, definition, request } = run;
    const { input, later = [] } = request;
    const { mockedTasks = [], ask, mocks } = later.at(-1) ?? request;
    return {
      record: recorder.record,
      ...definition,
      input,
      services: {
        mockedTasks,
        ...(ask === undefined ? {} : { ask }),
        ...(mocks === undefined ? {} : { mocks }),
      },
      speed: session.speed,
      progress: { ...run.steps.seen(session.whole()), run: run.id },
    };
  };

  const load = (
    text: string,
    format: RunRequest['format'],
    stored: StoredHistory,
    name: string,
  ): LoadedRun => {
    claim();
    const machine = buildModel(parseText(text, format));
    const table = new StateTable(buildGraph(machine));
    const shown = new ShownRun(openStoredHistory(stored, table), table, { machine, name });
    show(undefined);
    past = { name, shown };
    shown.fold.advance();
    const { states, taken } = shown.fold.takeChanges();
    return { states, taken, timeline: shown.fold.position };
  };

  const controls = (run: string) =>
    past?.name === run
      ? past.steps?.controls(run)
      : (runs.get(run)?.steps.controls() ?? past?.steps?.controls(run));
  const looked = (run: string): ShownRun => {
    const shown = past?.name === run ? past.shown : runs.get(run)?.shown;
    if (!shown) throw new Error('There is no run to look at.');
    return shown;
  };
  /** A run that a hand can be taken in. */
  const open = (run: string) => (past?.name === run ? undefined : runs.get(run));
  const giveUp = (ids: readonly string[]) => {
    for (const id of ids) coming.giveUp(id);
  };

  return serveRequests<ExecutionRequests>(
    {
      start: ({ run, behind, speed, paused, stops, about }) =>
        bringUp(run.settings.executionName, behind, async () =>
          beginRun(run, about, { speed, begin: paused ? 'stepping' : 'running', stops }, world),
        ),
      load: ({ text, format, history, name }) => load(text, format, history, name),
      showRun: ({ run, speed, stops, goOn }) => showRun(run, speed, stops, goOn),
      showChild: ({ run, execution }) => showChild(run, execution),
      closeRun({ run }) {
        giveUp([run]);
        runs.close(run);
        return null;
      },
      listRuns: () => library.list(),
      removeRuns({ runs: ids }) {
        giveUp(ids);
        return library.remove(ids);
      },
      limitRuns: async ({ limit }) => done(await library.setLimit(limit)),
      exportRun: ({ run }) => library.export(run),
      importRun: ({ text }) => library.import(text),
      pause: ({ run }) => done(controls(run)?.pause()),
      continue: ({ run, ask }) => done(controls(run)?.continue(ask.target)),
      step: ({ run, ask }) => done(controls(run)?.step(ask.kind)),
      setBreakpoints: ({ run, ask }) => done(controls(run)?.setBreakpoints(ask.breakpoints)),
      stopInside({ machines }) {
        const added = childStops.tell(machines);
        for (const { steps } of runs.all) steps.stopAnew(childStops, added);
        return null;
      },
      stop({ run }) {
        giveUp([run]);
        return done(controls(run)?.stop());
      },
      setSpeed: ({ run, ask }) => done(controls(run)?.setSpeed(ask.speed)),
      getEvents: ({ run, ask: { from, count } }) => looked(run).events(from, count),
      getVisits: ({ run, ask: { state, from, count } }) => looked(run).visits(state, from, count),
      getVisit: ({ run, ask: { state, number } }) => looked(run).visit(state, number),
      tryHandler: (call) => runHandler(call),
      ...serveCalls((run) => open(run)?.desk),
      showMoment: ({ run, ask }) => looked(run).showMoment(ask.target),
      getTicks: ({ run, ask }) => looked(run).ticks(ask.places),
      getData: ({ run, ask }) => looked(run).data(ask.watches),
      ...lookHandlers((run) => looked(run).looks),
      exportHistory: ({ run }) => looked(run).export(),
      ...serveAmending(open, world, bringUp),
      findEntry: ({ run, ask }) => entryAt(looked(run), ask.event),
    },
    post,
  );
}

/** The reply of a request that only does something. */
const done = (_nothing: unknown): null => null;

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
