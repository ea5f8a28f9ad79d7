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
import { ShownRun } from './run/shownRun';
import type { LoadedRun, RunRequest, Speed, StartResult, StoredHistory } from './run.types';
import { beginRun, type OpenRun, type RunWorld, reopenRun } from './runs/openRun';
import { OpenRuns } from './runs/openRuns';
import { RunLibrary } from './runs/runLibrary';
import { NO_STORE, type RunStore } from './runs/runStore';
import type { RunOnShow } from './runs/runs.types';

/** Runs that may go on at a time. */
const MOST_LIVE = 8;

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
 * What the execution worker does with its messages: several runs, one of them on show; what names no run is about that one.
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
  const library = new RunLibrary(store, runs);
  /** A run of which only events are left. */
  let loaded: ShownRun | undefined;
  const push = (message: ExecutionPush) => post(message);
  const world: RunWorld = {
    pulse,
    stubs: callService,
    runHandler,
    store,
    limit: () => library.limit,
    publish: (batch) => push({ type: 'progress', batch }),
    warn: (run, reason) => push({ type: 'unkept', run, reason }),
    ended: () => void library.tidyUp(),
    crashed: (run, error) =>
      push({ type: 'crashed', run, message: `The run was given up: ${sentence(error)}` }),
  };

  const show = (run: OpenRun | undefined) => {
    loaded = undefined;
    runs.show(run?.id);
  };

  /** Shows a run and plays it, in place of the one of its name. */
  const adopt = async (run: OpenRun): Promise<StartResult> => {
    if (runs.live.filter((id) => id !== run.id).length >= MOST_LIVE) {
      run.close();
      return { ok: false, reason: `${MOST_LIVE} runs are going on. Stop one of them first.` };
    }
    const before = runs.get(run.id);
    before?.close();
    await before?.recorder.settled();
    // Kept before its first step: what never ends must not be what was never known.
    await run.recorder.keepWhole(run.request, run.session.point);
    runs.add(run);
    show(run);
    run.play();
    return { ok: true };
  };

  /** A run in memory, or brought back from what is kept; a sentence when it cannot be. */
  const opened = async (
    id: string,
    speed: Speed,
    stops: StopRequest,
    goOn: boolean,
  ): Promise<OpenRun | string> => {
    const known = runs.get(id);
    if (known) return known;
    const kept = await library.read(id);
    if (typeof kept === 'string') return kept;
    const { control, status } = kept.record.point;
    const begin = goOn && control === 'running' && status === undefined ? 'running' : 'paused';
    const reopened = await reopenRun(kept, { speed, begin, stops }, world);
    if (!reopened.ok) return reopened.reason;
    const { run } = reopened;
    runs.add(run);
    run.play();
    return run;
  };

  const showChild = async (id: string, execution: string): Promise<ChildOnShow | string> => {
    const run = await opened(id, 'instant', { breakpoints: [] }, false);
    if (typeof run === 'string') return run;
    const found = run.children.open(execution);
    if (!found) return 'This execution is not kept any more.';
    show(undefined);
    loaded = found.shown;
    return found.child;
  };

  const showRun = async (
    id: string,
    speed: Speed,
    stops: StopRequest,
    goOn: boolean,
  ): Promise<RunOnShow | string> => {
    const run = await opened(id, speed, stops, goOn);
    if (typeof run === 'string') return run;
    show(run);
    const { session, recorder, definition, request } = run;
    const { input, mocks } = request;
    return {
      record: recorder.record,
      ...definition,
      input,
      ...(mocks === undefined ? {} : { mocks }),
      speed: session.speed,
      progress: { ...session.whole(), run: run.id },
    };
  };

  const load = (
    text: string,
    format: RunRequest['format'],
    stored: StoredHistory,
    name: string | undefined,
  ): LoadedRun => {
    const machine = buildModel(parseText(text, format));
    const table = new StateTable(buildGraph(machine));
    show(undefined);
    loaded = new ShownRun(openStoredHistory(stored, table), table, { machine, name });
    loaded.fold.advance();
    const { states, taken } = loaded.fold.takeChanges();
    return { states, taken, timeline: loaded.fold.position };
  };

  const session = () => runs.onShow?.session;
  const onShow = (): ShownRun => {
    const shown = loaded ?? runs.onShow?.shown;
    if (!shown) throw new Error('There is no run to look at.');
    return shown;
  };

  return serveRequests<ExecutionRequests>(
    {
      async start({ run, speed, paused, stops, about }) {
        const begun = beginRun(run, about, { speed, begin: paused ? 'stepping' : 'running', stops }, world);
        return begun.ok ? adopt(begun.run) : begun;
      },
      load: ({ text, format, history, name }) => load(text, format, history, name),
      showRun: ({ run, speed, stops, goOn }) => showRun(run, speed, stops, goOn),
      showChild: ({ run, execution }) => showChild(run, execution),
      closeRun: ({ run }) => done(runs.close(run)),
      listRuns: () => library.list(),
      removeRuns: async ({ runs: ids }) => done(await library.remove(ids)),
      limitRuns: async ({ limit }) => done(await library.setLimit(limit)),
      exportRun: ({ run }) => library.export(run),
      importRun: ({ text }) => library.import(text),
      pause: () => done(session()?.pause()),
      continue: ({ target }) => done(session()?.continue(target)),
      step: ({ kind }) => done(session()?.step(kind)),
      setBreakpoints: ({ run, breakpoints }) => done(runs.get(run)?.session.setBreakpoints(breakpoints)),
      stop: () => done(session()?.stop()),
      setSpeed: ({ speed }) => done(session()?.setSpeed(speed)),
      getEvents: ({ from, count }) => onShow().events(from, count),
      getVisits: ({ state, from, count }) => onShow().visits(state, from, count),
      getVisit: ({ state, number }) => onShow().visit(state, number),
      tryHandler: (call) => runHandler(call),
      ...serveCalls(() => (loaded ? undefined : runs.onShow?.desk)),
      showMoment: ({ target }) => onShow().showMoment(target),
      getTicks: ({ places }) => onShow().ticks(places),
      getData: ({ watches }) => onShow().data(watches),
      ...lookHandlers(() => onShow().looks),
      exportHistory: () => onShow().export(),
      ...serveAmending(() => (loaded ? undefined : runs.onShow), world, adopt),
      findEntry: ({ event }) => entryAt(onShow(), event),
    },
    post,
  );
}

/** The reply of a request that only does something. */
const done = (_nothing: unknown): null => null;

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
