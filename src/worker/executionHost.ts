import { buildGraph, buildModel, parseText } from '../asl';
import type { CallService } from '../interpreter';
import type { RunHandler } from '../services';
import { entryAt } from './amend/entryAt';
import { serveAmending } from './amend/serveAmending';
import type { StopRequest } from './breakpoint.types';
import { StateTable } from './fold/stateTable';
import { openStoredHistory } from './fold/storedHistory';
import { noSandbox } from './handlers/noSandbox';
import { lookHandlers } from './history/lookHandlers';
import type { ExecutionPush, ExecutionRequests, FromWorker, ToExecutionWorker } from './protocol';
import { serveRequests } from './requestServer';
import { type LiveRun, type Opening, openRun, type RunParts } from './run/liveRun';
import { prepareRun } from './run/prepareRun';
import type { Pulse } from './run/pulse';
import { runServices } from './run/runServices';
import { ShownRun } from './run/shownRun';
import type { LoadedRun, ProgressBatch, RunRequest, Speed, StartResult, StoredHistory } from './run.types';

/**
 * What the execution worker does with its messages: one run at a time, live or from storage.
 * @returns what to do with each message
 */
export function createExecutionHost(
  post: (message: FromWorker) => void,
  pulse: Pulse,
  callService: CallService,
  runHandler: RunHandler = noSandbox,
): (request: ToExecutionWorker) => Promise<void> {
  let shown: ShownRun | undefined;
  let live: LiveRun | undefined;
  const push = (message: ExecutionPush) => post(message);
  const publish = (batch: ProgressBatch) => push({ type: 'progress', batch });

  /** Shows a run in place of the one before, and plays it. */
  const open = (parts: RunParts, opening: Opening): LiveRun | string => {
    const services = runServices(parts.request, parts.machine, parts.execution, callService, runHandler);
    if (!services.ok) return services.reason;
    live?.session.giveUp();
    const next = openRun(parts, opening, services.callService, pulse, publish);
    live = next;
    shown = next.shown;
    // Begins after the reply, so that the page knows the run before it hears of its progress.
    void pulse
      .breathe()
      .then(() => next.session.play())
      .catch((error: unknown) => {
        next.session.giveUp();
        push({ type: 'crashed', message: `The run was given up: ${sentence(error)}` });
      });
    return next;
  };

  const start = (run: RunRequest, speed: Speed, paused: boolean, stops: StopRequest): StartResult => {
    const prepared = prepareRun(run);
    if (!prepared.ok) return prepared;
    const mode = paused ? 'entering' : 'running';
    return begun(open({ ...prepared, request: run }, { stops, speed, mode, position: 0 }));
  };

  const amending = serveAmending(() => live, open);

  const load = (
    text: string,
    format: RunRequest['format'],
    stored: StoredHistory,
    name: string | undefined,
  ): LoadedRun => {
    live?.session.giveUp();
    live = undefined;
    const machine = buildModel(parseText(text, format));
    const table = new StateTable(buildGraph(machine));
    const history = openStoredHistory(stored, table);
    shown = new ShownRun(history, table, { machine, name });
    shown.fold.advance();
    const { states, taken } = shown.fold.takeChanges();
    return { states, taken, timeline: shown.fold.position };
  };

  const onShow = (): ShownRun => {
    if (!shown) throw new Error('There is no run to look at.');
    return shown;
  };

  return serveRequests<ExecutionRequests>(
    {
      start: ({ run, speed, paused, stops }) => start(run, speed, paused, stops),
      load: ({ text, format, history, name }) => load(text, format, history, name),
      pause: () => done(live?.session.pause()),
      continue: ({ target }) => done(live?.session.continue(target)),
      step: ({ kind }) => done(live?.session.step(kind)),
      setBreakpoints: ({ breakpoints }) => done(live?.session.setBreakpoints(breakpoints)),
      stop: () => done(live?.session.stop()),
      setSpeed: ({ speed }) => done(live?.session.setSpeed(speed)),
      getEvents: ({ from, count }) => onShow().events(from, count),
      getVisits: ({ state, from, count }) => onShow().visits(state, from, count),
      getVisit: ({ state, number }) => onShow().visit(state, number),
      tryHandler: runHandler,
      showMoment: ({ target }) => onShow().showMoment(target),
      getTicks: ({ places }) => onShow().ticks(places),
      getData: ({ watches }) => onShow().data(watches),
      ...lookHandlers(() => onShow().looks),
      store: ({ cap }) => onShow().keep(cap),
      exportHistory: () => onShow().export(),
      ...amending,
      findEntry: ({ event }) => entryAt(onShow(), event),
    },
    post,
  );
}

/** The reply of a request that only does something. */
const done = (_nothing: unknown): null => null;

const begun = (opened: LiveRun | string): StartResult =>
  typeof opened === 'string' ? { ok: false, reason: opened } : { ok: true };

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
