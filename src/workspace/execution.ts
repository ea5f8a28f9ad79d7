import type { StoreApi } from 'zustand/vanilla';
import type { StatePath } from '../asl';
import type { HandlerOutcome } from '../services';
import type {
  Breakpoint,
  Entry,
  ExecutionClient,
  ExecutionNews,
  HistoryPage,
  Look,
  RunAbout,
  Speed,
  StepKind,
  StoredHistory,
  Visit,
  VisitExplanation,
  VisitPage,
} from '../worker';
import type { BranchChoice, Hands } from './amending';
import { sameCalls } from './calls';
import type { Clock } from './clock';
import { inputProblem } from './input';
import type { KeptRunsKeeper, RunsActions } from './keptRuns.types';
import type { MomentKeeper } from './moments';
import { nameOnShow } from './onShow';
import type { ProgressStore } from './progressStore';
import { inRun, type OpenTab, placesOf, type RunTabs, UNTOLD } from './runTabs';
import { type ServiceSettings, STUBS_ONLY } from './serviceSettings';
import {
  type ExecutionState,
  type ExecutionType,
  PHASES,
  type RunSetup,
  type RunSummary,
  type StoredTabs,
  type WorkspaceState,
} from './state';

export const NO_EXECUTION: ExecutionState = {
  runs: [],
  interrupted: [],
  elsewhere: [],
  phase: 'idle',
  input: '{}',
  inputProblem: undefined,
  inputOrigin: 'sample',
  type: 'STANDARD',
  services: STUBS_ONLY,
  servicesOrigin: 'user',
  run: undefined,
  at: undefined,
  visit: undefined,
  open: undefined,
  message: undefined,
  reason: undefined,
  timeline: 0,
  moment: undefined,
  parents: [],
};

export interface ExecutionActions extends RunsActions {
  /** Runs the document as it stands on the input as it stands. Runs that go on go on. */
  run(): Promise<void>;
  /** Ends the run on show, and runs anew in its place. */
  restart(): Promise<void>;
  /** As `run`, when nothing is paused: it stops at the first state. Otherwise goes on by a step. */
  step(kind: StepKind): Promise<void>;
  /** Runs, or goes on, until the state is entered. */
  runTo(state: StatePath): Promise<void>;
  pause(): Promise<void>;
  continue(): Promise<void>;
  stop(): Promise<void>;
  /** Takes the run on show off the canvas and stops it. */
  clear(): void;
  setInput(text: string): void;
  /** An input made up from the definition; it takes the place of another made-up one only. */
  suggestInput(text: string): void;
  setType(type: ExecutionType): void;
  /** Answers the next runs' Tasks. */
  setServices(services: Partial<ServiceSettings>): void;
  setSpeed(speed: Speed): void;
  /** Events `from` (an index from 0) and on, at most `count`. */
  getEvents(from: number, count: number): Promise<HistoryPage>;
  getVisits(state: StatePath, from: number, count: number): Promise<VisitPage>;
  getVisit(state: StatePath, number: number): Promise<Visit | undefined>;
  /** Runs a handler on its own, in the sandbox. `input` and `context` are JSON texts. */
  tryHandler(source: string, input: string, context: string): Promise<HandlerOutcome>;
  /** What a view of the history asks about the run on show. */
  readonly look: Look;
  /** JSON text in the shape of GetExecutionHistory. */
  exportHistory(): Promise<string>;
  /** A new run that goes on from a visit of the run on show. @returns why not */
  branch(choice: BranchChoice): Promise<string | undefined>;
  /** The run on show, which did not succeed, goes on; `edited`: with the definition as it stands. */
  redrive(edited: boolean): Promise<void>;
  /** The run, paused at a Choice, takes a rule that is not asked. */
  forceChoice(rule: number | 'default'): Promise<void>;
  /** Why a visit went as it did; null when nothing is known of it. */
  explain(state: StatePath, number: number): Promise<VisitExplanation | null>;
  /** The state entered at an event, or next after it. */
  findEntry(event: number): Promise<Entry | null>;
}

/** What earlier versions of the page kept of a run that had ended. */
export interface FinishedRun {
  readonly summary: RunSummary;
  readonly text: string;
  readonly format: WorkspaceState['document']['format'];
  readonly history: StoredHistory;
}

/** Where a run stops: in the definition that it is one of. */
type RunsStops = Pick<OpenTab, 'definition' | 'stopsAt'>;

/** A run that was asked for and has not begun. */
interface Coming {
  /** Absent: its worker has not heard of it. */
  run?: string;
  isCalledOff: boolean;
  readonly isLatest: () => boolean;
}

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly client: ExecutionClient;
  readonly progress: ProgressStore;
  readonly moments: MomentKeeper;
  readonly clock: Clock;
  /** A number that differs from run to run. */
  readonly seed: () => number;
  readonly changeSpeed: (speed: Speed) => void;
  readonly failed: (message: string) => void;
  readonly kept: Pick<KeptRunsKeeper, 'findInterrupted' | 'restoreWay'> & RunsActions;
  readonly tabs: RunTabs;
  /** Where runs of a definition stop. */
  readonly stopsOf: (definition: string) => readonly Breakpoint[];
  /** Says where executions stop that Tasks start. */
  readonly stopInside: () => Promise<void>;
  /** Pastes and edits that are not done yet. */
  readonly underWay: () => Promise<void> | undefined;
  /** The run on show has ended. */
  readonly ended: () => void;
}

export interface ExecutionKeeper extends ExecutionActions, Pick<KeptRunsKeeper, 'restoreWay'> {
  /** Shows what an earlier version of the page stored of a run. */
  show(run: FinishedRun): Promise<void>;
  /** For what takes a hand in the run on show from outside, or starts one. */
  takeHand(): Hands;
  readonly claim: RunTabs['claim'];
  /** Stops a run, on show or not. */
  stopRun(id: string): Promise<void>;
  /** The run on show, when it came from elsewhere and has no tab. */
  readonly untabbed: FinishedRun | undefined;
  readonly setup: RunSetup;
  setUp(setup: RunSetup): void;
  /** Another document was opened: an example's input, type and services are not its own. */
  forgetExample(): void;
  /** Which runs of the workflow on show are open, for storage. */
  readonly tabs: StoredTabs;
  /** How many runs were started before the page was loaded. */
  countOn(started: number): void;
}

export function createExecution(around: Surroundings): ExecutionKeeper {
  const { store, client, progress, moments, tabs, kept } = around;
  let started = 0;
  let untabbed: FinishedRun | undefined;
  /** The run that was asked for last, until it has begun. */
  let coming: Coming | undefined;

  const set = (part: Partial<ExecutionState>) =>
    store.setState(({ execution }) => ({ execution: { ...execution, ...part } }));
  const phase = () => store.getState().execution.phase;
  const isOpen = () => phase() === 'running' || phase() === 'paused';

  const onShow = () => client.of(nameOnShow(store.getState().execution));

  const nextAbout = (document: string, startedAt: number): RunAbout => ({
    name: `Run ${started + 1}`,
    document,
    startedAt,
  });
  /** A run that has begun comes on show in a tab of its own. */
  const open = async (
    run: RunSummary,
    { name }: RunAbout,
    begun: 'running' | 'paused',
    stops: RunsStops,
    told: readonly Breakpoint[],
    home: string,
    isLatest: () => boolean,
  ) => {
    started++;
    const { id } = run;
    const tab = { ...stops, ...UNTOLD, id, name, phase: begun, run };
    const gone = tabs.add(tab, home);
    // They may have changed before anybody knew of it.
    if (around.stopsOf(stops.definition) !== told) tellStops(tab);
    // Whoever went elsewhere meanwhile finds its tab.
    if (isLatest()) tabs.show(id);
    if (gone !== undefined) await client.closeRun(gone);
  };

  const start = async (paused: boolean, target?: StatePath) => {
    // Whoever runs right behind a paste or an edit means what comes of it.
    const underWay = around.underWay();
    if (underWay) await underWay;
    if (coming?.isLatest()) return;
    const { here: home } = tabs;
    const problem = store.getState().execution.inputProblem;
    if (problem) {
      set({ message: `The input is not JSON: ${problem}` });
      return;
    }
    const { document, execution, settings, breakpoints, definition } = store.getState();
    const mine: Coming = { isCalledOff: false, isLatest: tabs.claim() };
    coming = mine;
    set({ phase: 'starting', message: undefined, open: undefined, reason: undefined });
    const resting = () => tabs.shown?.phase ?? (execution.phase === 'starting' ? 'idle' : execution.phase);
    /** It does not begin: what was on show still is. */
    const stayHere = (message: string | undefined) => {
      if (mine.isLatest()) set({ phase: resting(), message });
      else if (message !== undefined) around.failed(message);
    };
    const stops = { breakpoints, ...(target === undefined ? {} : { target }) };
    try {
      // What a run is made of comes with the first one.
      const [{ newRun }, { planMocks }] = await Promise.all([
        import('./runRequest'),
        import('./mocks'),
        around.stopInside(),
      ]);
      if (mine.isCalledOff) return stayHere(undefined);
      const { mocks } = execution.services;
      const plan = mocks && planMocks(mocks, document.name);
      if (plan && !plan.ok) return stayHere(`The mocks cannot be used: ${plan.problems[0]}`);
      const { summary, request } = newRun(document, execution, around.clock.now(), around.seed());
      const about = nextAbout(document.name, summary.startedAt);
      mine.run = summary.id;
      const behind = !mine.isLatest();
      const result = await client.start(request, settings.speed, paused, stops, about, behind);
      if (!result.ok) return stayHere(mine.isCalledOff ? undefined : result.reason);
      const begun = paused ? 'paused' : 'running';
      const own = { definition, stopsAt: placesOf(breakpoints) };
      await open(summary, about, begun, own, breakpoints, home, mine.isLatest);
    } catch (error) {
      if (mine.isLatest()) set({ phase: 'crashed', message: sentence(error) });
      else around.failed(sentence(error));
    } finally {
      if (coming === mine) {
        coming = undefined;
        // What was to come on show in its place may not have come.
        if (phase() === 'starting') set({ phase: resting() });
      }
    }
  };

  /** A run that was asked for is not wanted any more. */
  const callOff = async (called: Coming) => {
    called.isCalledOff = true;
    const { run } = called;
    if (run !== undefined) await tell(() => client.of(run).stop());
  };

  /** All runs of the worker are gone with it. */
  const loseAll = (message: string) => {
    const live = tabs.live();
    const others = live.filter(({ id }) => id !== tabs.shown?.id).map(({ name }) => name);
    const said = others.length > 0 ? `${message} ${others.join(', ')} went with it.` : message;
    if (live.length === 0 && phase() !== 'starting') around.failed(message);
    else if (phase() === 'starting') set({ phase: 'crashed', message: said });
    for (const { id } of live) tabs.change(id, { phase: 'crashed', message: said });
    void kept.findInterrupted(new Set(live.map(({ id }) => id)));
  };

  const hear = (news: ExecutionNews) => {
    if (news.type === 'crashed') {
      if (news.run === undefined) return loseAll(news.message);
      if (tabs.get(news.run)) tabs.change(news.run, { phase: 'crashed', message: news.message });
      else around.failed(news.message);
      return;
    }
    if (news.type === 'unkept')
      return void import('./unkept').then(({ UNKEPT }) => around.failed(UNKEPT[news.reason]));
    if (news.type !== 'progress') return;
    const { batch } = news;
    const tab = tabs.get(batch.run);
    if (!tab) return;
    if (tab === tabs.shown) progress.apply(batch.states, batch.taken, batch.last);
    const { now, time, events, timeline, transitions, result, note, reason, visit } = batch;
    tabs.change(batch.run, {
      phase: PHASES[batch.control],
      message: note,
      open: sameCalls(tab.open, batch.open),
      reason,
      visit,
      timeline,
      run: { ...tab.run, now, time, events, transitions, result },
      ...(batch.at === undefined ? {} : { at: batch.at }),
    });
    if (result && tabs.shown?.id === tab.id) around.ended();
  };
  client.subscribe(hear);

  /** A command to the worker; its failure is a notice, not a rejection nobody waits for. */
  const tell = async (command: () => Promise<void>) => {
    try {
      await command();
    } catch (error) {
      around.failed(sentence(error));
    }
  };

  const amending = () => import('./amending');
  /** What a hand in the run came to: why nothing did is said where the result of the run stands. */
  const say = async (done: Promise<string | undefined>) => {
    const { here } = tabs;
    const message = await done.catch(sentence);
    if (message !== undefined && here === tabs.here) set({ message });
  };

  const tellStops = (tab: OpenTab) => {
    const breakpoints = around.stopsOf(tab.definition).map(inRun(tab));
    void tell(() => client.of(tab.id).setBreakpoints(breakpoints));
  };
  store.subscribe(({ breakpoints, definition }, before) => {
    if (breakpoints === before.breakpoints && definition === before.definition) return;
    for (const tab of tabs.live()) if (tab.definition === definition) tellStops(tab);
  });

  const takeHand = (): Hands => {
    const { here: home, shown } = tabs;
    const state = store.getState();
    const { breakpoints, definition } = state;
    const isLatest = tabs.claim();
    /** Those of a run that goes on from this one. */
    const own = (edited: boolean): RunsStops =>
      (!edited && shown) || { definition, stopsAt: placesOf(breakpoints) };
    let told = breakpoints;
    return {
      client,
      state,
      isBehind: () => !isLatest(),
      now: around.clock.now,
      seed: around.seed,
      stops(edited) {
        if (edited || !shown) return { breakpoints };
        told = around.stopsOf(shown.definition);
        return { breakpoints: told.map(inRun(shown)) };
      },
      about: (startedAt) => nextAbout(state.document.name, startedAt),
      branched: (run, about, begun, edited) => open(run, about, begun, own(edited), told, home, isLatest),
      goesOn(run, edited) {
        tabs.change(run.id, { ...own(edited), ...UNTOLD, phase: 'running', run });
        const tab = tabs.get(run.id);
        if (tab && around.stopsOf(tab.definition) !== told) tellStops(tab);
        if (!isLatest() && run.id !== tabs.shown?.id) return;
        // What it did before is told again.
        progress.clear();
        tabs.show(run.id);
      },
    };
  };

  return {
    ...kept,
    takeHand,
    claim: tabs.claim,
    stopRun: (id) => tell(() => client.of(id).stop()),
    run: () => start(false),
    async restart() {
      const before = tabs.shown;
      if (isOpen()) await tell(() => onShow().stop());
      await start(false);
      if (!before || before.id === tabs.shown?.id) return;
      tabs.close(before.id);
      await tell(() => client.closeRun(before.id));
    },
    async runTo(state) {
      if (store.getState().execution.moment) await moments.show({ type: 'live' });
      if (phase() === 'paused') await tell(() => onShow().continue(state));
      else if (phase() !== 'running') await start(false, state);
    },
    async step(kind) {
      if (store.getState().execution.moment) await moments.show({ type: 'step', kind });
      else if (phase() === 'paused') await tell(() => onShow().step(kind));
      else if (phase() === 'running') await tell(() => onShow().pause());
      else await start(true);
    },
    async pause() {
      if (phase() === 'running') await tell(() => onShow().pause());
    },
    async continue() {
      if (store.getState().execution.moment) await moments.show({ type: 'live' });
      if (phase() === 'paused') await tell(() => onShow().continue());
    },
    async stop() {
      if (coming?.isLatest()) await callOff(coming);
      else if (isOpen()) await tell(() => onShow().stop());
    },
    clear() {
      if (coming?.isLatest()) void callOff(coming);
      tabs.claim();
      if (isOpen()) void tell(() => onShow().stop());
      const { shown } = tabs;
      if (shown) tabs.close(shown.id);
      else tabs.show(undefined);
      progress.clear();
    },
    setInput: (input) => set({ input, inputProblem: inputProblem(input), inputOrigin: 'user' }),
    suggestInput(input) {
      if (store.getState().execution.inputOrigin !== 'sample') return;
      set({ input, inputProblem: inputProblem(input) });
    },
    get setup() {
      const { input, inputOrigin, type, services, servicesOrigin } = store.getState().execution;
      return { input, inputOrigin, type, services, servicesOrigin };
    },
    setUp: (setup) => set({ ...setup, inputProblem: inputProblem(setup.input) }),
    forgetExample() {
      const { inputOrigin, servicesOrigin } = store.getState().execution;
      if (inputOrigin === 'example') set({ inputOrigin: 'sample' });
      if (servicesOrigin === 'example')
        set({ type: 'STANDARD', services: STUBS_ONLY, servicesOrigin: 'user' });
    },
    setType: (type) => set({ type }),
    setServices: (part) =>
      set({ services: { ...store.getState().execution.services, ...part }, servicesOrigin: 'user' }),
    setSpeed(speed) {
      around.changeSpeed(speed);
      if (isOpen()) void tell(() => onShow().setSpeed(speed));
    },
    getEvents: (from, count) => onShow().getEvents(from, count),
    getVisits: (state, from, count) => onShow().getVisits(state, from, count),
    getVisit: (state, number) => onShow().getVisit(state, number),
    tryHandler: (source, input, context) =>
      client.tryHandler({ source, input, context, seed: 1, now: around.clock.now() }),
    look: (type, body) => onShow().look(type, body),
    exportHistory: () => onShow().exportHistory(),
    async branch(choice) {
      const own = takeHand();
      return (await amending()).branch(own, choice).catch(sentence);
    },
    redrive(edited) {
      const own = takeHand();
      return say(amending().then(({ redrive }) => redrive(own, edited)));
    },
    forceChoice(rule) {
      const own = takeHand();
      return say(amending().then(({ forceChoice }) => forceChoice(own, rule)));
    },
    explain: (state, number) => onShow().ask('explain', { state, number }),
    findEntry: (event) => onShow().ask('findEntry', { event }),

    async show(finished) {
      const { summary, text, format, history } = finished;
      tabs.show(undefined);
      untabbed = finished;
      const { document } = store.getState();
      const version = text === document.text && format === document.format ? document.version : -1;
      set({ phase: 'ended', run: { ...summary, restored: true, version }, at: undefined, open: undefined });
      const { states, taken, timeline } = await client.load(text, format, history, summary.id);
      if (store.getState().execution.run?.id !== summary.id) return;
      progress.apply(states, taken, undefined);
      set({ timeline });
    },
    get untabbed() {
      return store.getState().execution.run?.id === untabbed?.summary.id ? untabbed : undefined;
    },
    get tabs() {
      const { run, parents } = store.getState().execution;
      return {
        open: tabs.stored,
        started,
        ...(run === undefined ? {} : { shown: run.id }),
        ...(parents.length > 0 ? { parents, child: run?.child } : {}),
      };
    },
    countOn(before) {
      started = before;
    },
  };
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
