import { buildGraph, buildModel, parseText } from '../asl';
import type { CallService } from '../interpreter';
import type { StopRequest } from './breakpoint.types';
import { StateTable } from './fold/stateTable';
import { openStoredHistory } from './fold/storedHistory';
import type { ExecutionPush, ExecutionRequests, FromWorker, ToExecutionWorker } from './protocol';
import { serveRequests } from './requestServer';
import type { Pulse } from './run/pulse';
import { ShownRun } from './run/shownRun';
import type { LoadedRun, RunRequest, Speed, StartResult, StoredHistory } from './run.types';
import { beginRun, type OpenRun, type RunWorld, reopenRun } from './runs/openRun';
import { OpenRuns } from './runs/openRuns';
import { RunLibrary } from './runs/runLibrary';
import { NO_STORE, type RunStore } from './runs/runStore';
import type { RunAbout, RunOnShow } from './runs/runs.types';

/** Runs that may go on at a time. */
const MOST_LIVE = 8;

/**
 * What the execution worker does with its messages: several runs, one of them on show; what names no run is about that one.
 * @param store where runs outlive the worker
 * @returns what to do with each message
 */
export function createExecutionHost(
  post: (message: FromWorker) => void,
  pulse: Pulse,
  callService: CallService,
  store: RunStore = NO_STORE,
): (request: ToExecutionWorker) => Promise<void> {
  const runs = new OpenRuns();
  const library = new RunLibrary(store, runs);
  /** A run of which only events are left. */
  let loaded: ShownRun | undefined;
  const push = (message: ExecutionPush) => post(message);
  const world: RunWorld = {
    pulse,
    stubs: callService,
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

  const start = async (
    request: RunRequest,
    speed: Speed,
    paused: boolean,
    stops: StopRequest,
    about: RunAbout,
  ): Promise<StartResult> => {
    if (runs.live.length >= MOST_LIVE) {
      return { ok: false, reason: `${MOST_LIVE} runs are going on. Stop one of them first.` };
    }
    const opened = await beginRun(
      request,
      about,
      { speed, begin: paused ? 'stepping' : 'running', stops },
      world,
    );
    if (!opened.ok) return opened;
    runs.add(opened.run);
    show(opened.run);
    opened.run.play();
    return { ok: true };
  };

  const showRun = async (
    id: string,
    speed: Speed,
    stops: StopRequest,
    goOn: boolean,
  ): Promise<RunOnShow | string> => {
    let run = runs.get(id);
    if (!run) {
      const kept = await library.read(id);
      if (typeof kept === 'string') return kept;
      const { control, status } = kept.record.point;
      const begin = goOn && control === 'running' && status === undefined ? 'running' : 'paused';
      const opened = await reopenRun(kept, { speed, begin, stops }, world);
      if (!opened.ok) return opened.reason;
      run = opened.run;
      runs.add(run);
      run.play();
    }
    show(run);
    const { session, recorder, request } = run;
    const { text, format, input, mocks } = request;
    return {
      record: recorder.record,
      text,
      format,
      input,
      ...(mocks === undefined ? {} : { mocks }),
      speed: session.speed,
      progress: { ...session.whole(), run: run.id },
    };
  };

  const load = (text: string, format: RunRequest['format'], stored: StoredHistory): LoadedRun => {
    const table = new StateTable(buildGraph(buildModel(parseText(text, format))));
    show(undefined);
    loaded = new ShownRun(openStoredHistory(stored, table), table);
    loaded.fold.advance();
    const { states, taken } = loaded.fold.takeChanges();
    return { states, taken };
  };

  const session = () => runs.onShow?.session;
  const onShow = (): ShownRun => {
    const shown = loaded ?? runs.onShow?.shown;
    if (!shown) throw new Error('There is no run to look at.');
    return shown;
  };

  return serveRequests<ExecutionRequests>(
    {
      start: ({ run, speed, paused, stops, about }) => start(run, speed, paused, stops, about),
      load: ({ text, format, history }) => load(text, format, history),
      showRun: ({ run, speed, stops, goOn }) => showRun(run, speed, stops, goOn),
      closeRun: ({ run }) => done(runs.close(run)),
      listRuns: () => library.list(),
      removeRuns: async ({ runs: ids }) => done(await library.remove(ids)),
      limitRuns: async ({ limit }) => done(await library.setLimit(limit)),
      exportRun: ({ run }) => library.export(run),
      importRun: ({ text }) => library.import(text),
      pause: () => done(session()?.pause()),
      continue: ({ target }) => done(session()?.continue(target)),
      step: ({ kind }) => done(session()?.step(kind)),
      setBreakpoints: ({ breakpoints }) => done(session()?.setBreakpoints(breakpoints)),
      stop: () => done(session()?.stop()),
      setSpeed: ({ speed }) => done(session()?.setSpeed(speed)),
      getEvents: ({ from, count }) => onShow().events(from, count),
      getVisits: ({ state, from, count }) => onShow().visits(state, from, count),
      getVisit: ({ state, number }) => onShow().visit(state, number),
      exportHistory: () => onShow().export(),
    },
    post,
  );
}

/** The reply of a request that only does something. */
const done = (_nothing: unknown): null => null;

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
