import { buildGraph, buildModel, parseText } from '../asl';
import type { CallService } from '../interpreter';
import type { RunHandler } from '../services';
import type { StopRequest } from './breakpoint.types';
import { StateTable } from './fold/stateTable';
import { openStoredHistory } from './fold/storedHistory';
import { noSandbox } from './handlers/noSandbox';
import type { ExecutionPush, ExecutionRequests, FromWorker, ToExecutionWorker } from './protocol';
import { serveRequests } from './requestServer';
import { type CallDesk, serveCalls } from './run/callDesk';
import { prepareRun } from './run/prepareRun';
import type { Pulse } from './run/pulse';
import { runServices } from './run/runServices';
import { RunSession } from './run/runSession';
import { ShownRun } from './run/shownRun';
import { Stops } from './run/stops/stops';
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
  let session: RunSession | undefined;
  let desk: CallDesk | undefined;
  const push = (message: ExecutionPush) => post(message);

  const start = (run: RunRequest, speed: Speed, paused: boolean, stopAt: StopRequest): StartResult => {
    const prepared = prepareRun(run);
    if (!prepared.ok) return prepared;
    const { execution, machine, graph } = prepared;
    const services = runServices(run, machine, execution, callService, runHandler);
    if (!services.ok) return services;
    session?.giveUp();
    const { settings } = execution;
    const next = ShownRun.of(execution.timeline, graph, { machine, settings });
    const publish = (batch: ProgressBatch) => push({ type: 'progress', batch });
    const stops = new Stops(machine, execution, next.fold, stopAt);
    const playing = new RunSession(execution, next.fold, stops, services, pulse, publish, speed, paused);
    shown = next;
    session = playing;
    desk = { execution, machine, ...services };
    // Begins after the reply, so that the page knows the run before it hears of its progress.
    void pulse
      .breathe()
      .then(() => playing.play())
      .catch((error: unknown) => {
        playing.giveUp();
        push({ type: 'crashed', message: `The run was given up: ${sentence(error)}` });
      });
    return { ok: true };
  };

  const load = (
    text: string,
    format: RunRequest['format'],
    stored: StoredHistory,
    name: string | undefined,
  ): LoadedRun => {
    session?.giveUp();
    session = undefined;
    desk = undefined;
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
      pause: () => done(session?.pause()),
      continue: ({ target }) => done(session?.continue(target)),
      step: ({ kind }) => done(session?.step(kind)),
      setBreakpoints: ({ breakpoints }) => done(session?.setBreakpoints(breakpoints)),
      stop: () => done(session?.stop()),
      setSpeed: ({ speed }) => done(session?.setSpeed(speed)),
      getEvents: ({ from, count }) => onShow().events(from, count),
      getVisits: ({ state, from, count }) => onShow().visits(state, from, count),
      getVisit: ({ state, number }) => onShow().visit(state, number),
      tryHandler: runHandler,
      ...serveCalls(() => desk),
      showMoment: ({ target }) => onShow().showMoment(target),
      getTicks: ({ places }) => onShow().ticks(places),
      getData: ({ watches }) => onShow().data(watches),
      store: ({ cap }) => onShow().keep(cap),
      exportHistory: () => onShow().export(),
    },
    post,
  );
}

/** The reply of a request that only does something. */
const done = (_nothing: unknown): null => null;

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
