import { buildGraph, buildModel, parseText } from '../asl';
import type { CallService } from '../interpreter';
import type { RunHandler } from '../services';
import { entryAt } from './amend/entryAt';
import { type BringUp, serveAmending } from './amend/serveAmending';
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
import type { LoadedRun, RunRequest, Speed, StartResult, StoredHistory } from './run.types';
import { ComingRuns } from './runs/comingRuns';
import { beginRun, type OpenRun, type RunWorld, reopenRun } from './runs/openRun';
import { OpenRuns } from './runs/openRuns';
import { RunHolds } from './runs/runHolds';
import { ELSEWHERE, RunLibrary } from './runs/runLibrary';
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
  const library = new RunLibrary(store, runs, holds);
  /** A run of which only events are left, or an execution that a Task has started, while it is on show. */
  let past: { readonly name: string; readonly shown: ShownRun } | undefined;
  let claims = 0;
  /** A run that is brought back only to be looked at. */
  let awaited: string | undefined;
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
  };

  /**
   * To be called when something is asked to come on show: what was asked last does, whatever is ready first.
   * @returns whether nothing else was asked to since
   */
  const claim = (): (() => boolean) => {
    const mine = ++claims;
    if (awaited !== undefined) coming.giveUp(awaited);
    awaited = undefined;
    return () => mine === claims;
  };
  const show = (run: OpenRun | undefined) => {
    past = undefined;
    runs.show(run?.id);
  };

  /** Plays a run, in place of the one of its name. */
  const adopt = async (run: OpenRun, signal: AbortSignal): Promise<StartResult> => {
    const refuse = (reason: string): StartResult => {
      run.close();
      return { ok: false, reason };
    };
    if (runs.live.filter((id) => id !== run.id).length >= MOST_LIVE)
      return refuse(`${MOST_LIVE} runs are going on. Stop one of them first.`);
    if (!(await run.hold())) return refuse(ELSEWHERE);
    if (signal.aborted) return refuse(GIVEN_UP);
    const before = runs.get(run.id);
    before?.close();
    await before?.recorder.settled();
    // Kept before its first step: what never ends must not be what was never known.
    await run.recorder.keepWhole(run.request, run.session.point);
    if (signal.aborted && before === undefined) {
      await store.remove([run.id]).catch(() => {});
      return refuse(GIVEN_UP);
    }
    runs.add(run);
    run.play();
    // The one before is gone already.
    if (signal.aborted) void pulse.breathe().then(() => run.session.stop());
    return { ok: true };
  };

  const bringUp: BringUp = (id, behind, make) => {
    const isLatest = behind ? () => false : claim();
    return coming.during(id, async (signal) => {
      const opened = await make(signal);
      if (!opened.ok) return opened;
      const adopted = await adopt(opened.run, signal);
      if (adopted.ok && isLatest()) show(opened.run);
      return adopted;
    });
  };

  /** A run in memory, or brought back from what is kept; a sentence when it cannot be. */
  const opened = async (
    id: string,
    speed: Speed,
    stops: StopRequest,
    goOn: boolean,
  ): Promise<OpenRun | string> =>
    runs.get(id) ??
    coming.during(id, async (signal) => {
      const seen = await library.read(id);
      if (typeof seen === 'string') return seen;
      // Nobody has to hold a run that is only looked at.
      const isOver = seen.record.point.status !== undefined;
      const letGo = isOver ? () => {} : await holds.take(id);
      if (letGo === undefined) return ELSEWHERE;
      try {
        const kept = isOver ? seen : await library.read(id);
        if (typeof kept === 'string') return kept;
        const { control, status } = kept.record.point;
        const begin = goOn && control === 'running' && status === undefined ? 'running' : 'paused';
        const reopened = await reopenRun(kept, { speed, begin, stops }, world, signal);
        if (!reopened.ok) return reopened.reason;
        const { run } = reopened;
        if (!run.session.isOver && !(await run.hold())) return ELSEWHERE;
        runs.add(run);
        run.play();
        return run;
      } finally {
        letGo();
      }
    });

  const showChild = async (id: string, execution: string): Promise<ChildOnShow | string> => {
    const isLatest = claim();
    const run = await opened(id, 'instant', { breakpoints: [] }, false);
    if (typeof run === 'string') return run;
    const found = run.children.open(execution);
    if (!found) return 'This execution is not kept any more.';
    if (isLatest()) {
      show(undefined);
      past = { name: execution, shown: found.shown };
    }
    return found.child;
  };

  const showRun = async (
    id: string,
    speed: Speed,
    stops: StopRequest,
    goOn: boolean,
  ): Promise<RunOnShow | string> => {
    const isLatest = claim();
    if (!goOn) awaited = id;
    const run = await opened(id, speed, stops, goOn);
    if (isLatest()) awaited = undefined;
    if (typeof run === 'string') return run;
    if (isLatest()) show(run);
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

  const session = (run: string) => runs.get(run)?.session;
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
      pause: ({ run }) => done(session(run)?.pause()),
      continue: ({ run, ask }) => done(session(run)?.continue(ask.target)),
      step: ({ run, ask }) => done(session(run)?.step(ask.kind)),
      setBreakpoints: ({ run, ask }) => done(session(run)?.setBreakpoints(ask.breakpoints)),
      stop({ run }) {
        giveUp([run]);
        return done(session(run)?.stop());
      },
      setSpeed: ({ run, ask }) => done(session(run)?.setSpeed(ask.speed)),
      getEvents: ({ run, ask: { from, count } }) => looked(run).events(from, count),
      getVisits: ({ run, ask: { state, from, count } }) => looked(run).visits(state, from, count),
      getVisit: ({ run, ask: { state, number } }) => looked(run).visit(state, number),
      tryHandler: runHandler,
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
