import type { StoreApi } from 'zustand/vanilla';
import type { StatePath } from '../asl';
import type { HandlerOutcome } from '../services';
import type {
  Breakpoint,
  ExecutionClient,
  ExecutionNews,
  HistoryPage,
  ProgressBatch,
  Speed,
  StepKind,
  StoredHistory,
  Visit,
  VisitPage,
} from '../worker';
import { sameCalls } from './calls';
import type { Clock } from './clock';
import { inputProblem } from './input';
import { planMocks, type ServiceSettings, STUBS_ONLY } from './mocks';
import type { MomentKeeper } from './moments';
import type { ProgressStore } from './progressStore';
import { newRun } from './runRequest';
import type { ExecutionState, ExecutionType, RunPhase, RunSetup, RunSummary, WorkspaceState } from './state';

export const NO_EXECUTION: ExecutionState = {
  phase: 'idle',
  input: '{}',
  inputProblem: undefined,
  inputOrigin: 'sample',
  type: 'STANDARD',
  services: STUBS_ONLY,
  servicesOrigin: 'user',
  run: undefined,
  at: undefined,
  open: undefined,
  message: undefined,
  reason: undefined,
  timeline: 0,
  moment: undefined,
};

export interface ExecutionActions {
  /** Runs the document as it stands on the input as it stands. Ends the run before it. */
  run(): Promise<void>;
  /** As `run`, when nothing is paused: it stops at the first state. Otherwise goes on by a step. */
  step(kind: StepKind): Promise<void>;
  /** Runs, or goes on, until the state is entered. */
  runTo(state: StatePath): Promise<void>;
  pause(): Promise<void>;
  continue(): Promise<void>;
  stop(): Promise<void>;
  /** Takes the run off the canvas. */
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
  /** JSON text in the shape of GetExecutionHistory. */
  exportHistory(): Promise<string>;
}

/** What is kept of a run that has ended. */
export interface FinishedRun {
  readonly summary: RunSummary;
  readonly text: string;
  readonly format: WorkspaceState['document']['format'];
  readonly history: StoredHistory;
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
  /** A run has ended and can be stored. */
  readonly ended: () => void;
}

export interface ExecutionKeeper extends ExecutionActions {
  /** Shows a run from storage. */
  show(run: FinishedRun): Promise<void>;
  readonly setup: RunSetup;
  setUp(setup: RunSetup): void;
  /** Another document was opened: an example's input, type and services are not its own. */
  forgetExample(): void;
  /** The run on show, for storage; undefined while none has ended. */
  finished(cap: number): Promise<FinishedRun | undefined>;
}

const PHASE: Readonly<Record<ProgressBatch['control'], RunPhase>> = {
  running: 'running',
  paused: 'paused',
  ended: 'ended',
};

export function createExecution(around: Surroundings): ExecutionKeeper {
  const { store, client, progress, moments } = around;
  /** The states that breakpoints had when the run was started: it runs the text of then. */
  const states = new Map<number, StatePath>();
  let ran: { readonly text: string; readonly format: WorkspaceState['document']['format'] } | undefined;

  const set = (part: Partial<ExecutionState>) =>
    store.setState(({ execution }) => ({ execution: { ...execution, ...part } }));
  const phase = () => store.getState().execution.phase;
  const isOpen = () => phase() === 'running' || phase() === 'paused';

  const start = async (paused: boolean, target?: StatePath) => {
    if (phase() === 'starting') return;
    const problem = store.getState().execution.inputProblem;
    if (problem) {
      set({ message: `The input is not JSON: ${problem}` });
      return;
    }
    const { services } = store.getState().execution;
    const plan = services.mocks && planMocks(services.mocks, store.getState().document.name);
    if (plan && !plan.ok) {
      set({ message: `The mocks cannot be used: ${plan.problems[0]}` });
      return;
    }
    if (isOpen()) await client.stop();
    const { document, execution, settings, breakpoints } = store.getState();
    const { summary, request } = newRun(document, execution, around.clock.now(), around.seed());
    set({ phase: 'starting', message: undefined, open: undefined, reason: undefined });
    states.clear();
    for (const each of breakpoints) if (each.kind !== 'variable') states.set(each.id, each.state);
    const stops = { breakpoints, ...(target === undefined ? {} : { target }) };
    try {
      const result = await client.start(request, settings.speed, paused, stops);
      if (phase() !== 'starting') return;
      if (result.ok) {
        progress.clear();
        moments.forget();
        ran = { text: document.text, format: document.format };
        set({ phase: paused ? 'paused' : 'running', run: summary, at: undefined, timeline: 0 });
      } else {
        set({ phase: execution.run?.result ? 'ended' : 'idle', message: result.reason });
      }
    } catch (error) {
      set({ phase: 'crashed', message: sentence(error) });
    }
  };

  const hear = (news: ExecutionNews) => {
    if (news.type === 'crashed') {
      if (isOpen() || phase() === 'starting')
        set({ phase: 'crashed', message: news.message, open: undefined });
      else around.failed(news.message);
      return;
    }
    const { batch } = news;
    const { run } = store.getState().execution;
    if (run?.id !== batch.run) return;
    progress.apply(batch.states, batch.taken, batch.last);
    const { now, events, timeline, transitions, result, note, reason } = batch;
    set({
      phase: PHASE[batch.control],
      message: note,
      open: sameCalls(store.getState().execution.open, batch.open),
      reason,
      timeline,
      run: { ...run, now, events, transitions, result },
      ...(batch.at === undefined ? {} : { at: batch.at }),
    });
    if (result) around.ended();
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

  const inRun = (breakpoint: Breakpoint): Breakpoint =>
    breakpoint.kind === 'variable'
      ? breakpoint
      : { ...breakpoint, state: states.get(breakpoint.id) ?? breakpoint.state };
  store.subscribe(({ breakpoints }, before) => {
    if (breakpoints !== before.breakpoints && isOpen())
      void tell(() => client.setBreakpoints(breakpoints.map(inRun)));
  });

  return {
    run: () => start(false),
    async runTo(state) {
      if (store.getState().execution.moment) await moments.show({ type: 'live' });
      if (phase() === 'paused') await tell(() => client.continue(state));
      else if (phase() !== 'running') await start(false, state);
    },
    async step(kind) {
      if (store.getState().execution.moment) await moments.show({ type: 'step', kind });
      else if (phase() === 'paused') await tell(() => client.step(kind));
      else if (phase() === 'running') await tell(() => client.pause());
      else await start(true);
    },
    async pause() {
      if (phase() === 'running') await tell(() => client.pause());
    },
    async continue() {
      if (store.getState().execution.moment) await moments.show({ type: 'live' });
      if (phase() === 'paused') await tell(() => client.continue());
    },
    async stop() {
      if (isOpen() || phase() === 'starting') await tell(() => client.stop());
    },
    clear() {
      if (isOpen()) void tell(() => client.stop());
      progress.clear();
      moments.forget();
      set({
        phase: 'idle',
        run: undefined,
        at: undefined,
        open: undefined,
        message: undefined,
        reason: undefined,
        timeline: 0,
      });
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
      if (isOpen()) void tell(() => client.setSpeed(speed));
    },
    getEvents: (from, count) => client.getEvents(from, count),
    getVisits: (state, from, count) => client.getVisits(state, from, count),
    getVisit: (state, number) => client.getVisit(state, number),
    tryHandler: (source, input, context) =>
      client.tryHandler({ source, input, context, seed: 1, now: around.clock.now() }),
    exportHistory: () => client.exportHistory(),

    async show({ summary, text, format, history }) {
      ran = { text, format };
      progress.clear();
      moments.forget();
      const { document } = store.getState();
      const version = text === document.text && format === document.format ? document.version : -1;
      set({ phase: 'ended', run: { ...summary, restored: true, version }, at: undefined, open: undefined });
      const { states, taken, timeline } = await client.load(text, format, history, summary.id);
      if (store.getState().execution.run?.id !== summary.id) return;
      progress.apply(states, taken, undefined);
      set({ timeline });
    },
    async finished(cap) {
      const { run } = store.getState().execution;
      if (!run?.result || !ran) return undefined;
      return { summary: run, ...ran, history: await client.store(cap) };
    },
  };
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
