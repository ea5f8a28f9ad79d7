import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type ConvertResult,
  detectFormat,
  type EpochMs,
  type FixChoice,
  type Graph,
  type Layout,
  type QueryLanguage,
  type Recognised,
  type StatePath,
  type TextFormat,
} from '../asl';
import {
  type CompareResult,
  type ExecutionClient,
  type LanguageClient,
  type MachineDetail,
  type MachineStops,
  type MockReport,
  PLAIN_OPTIONS,
  type Speed,
  type StateDetail,
  type StateTrial,
  type TrialResult,
  type VersionText,
} from '../worker';
import { createAnalyser, NO_ANALYSIS } from './analysis';
import type { AnswerActions } from './answers';
import { createAutosave } from './autosave';
import { type BreakpointActions, createBreakpoints } from './breakpoints';
import { type CallActions, createCalls } from './calls';
import type { ChildActions } from './children.types';
import type { Clipboard } from './clipboard';
import type { Clock } from './clock';
import type { CoverageTracker } from './covering/coverage';
import type { CoverageActions } from './covering/coverage.types';
import { NO_COVERAGE } from './covering/isCovered';
import { createDocument, type DocumentActions, EMPTY_DOCUMENT, PLAIN_DRAWING } from './document';
import { createDrawing, type DrawingActions } from './drawing';
import { createEdits, type Edit, type EditOutcome } from './editing';
import { createExecution, type ExecutionActions, NO_EXECUTION } from './execution';
import type { ExportRequest, ExportResult } from './exportDefinition';
import { FIRST } from './firstWorkflow';
import type { IncomingSource } from './incoming';
import { lazyRuns } from './lazyRuns';
import { AT_NOTHING, createLooking, type LookingActions } from './looking';
import type { MachineStopper } from './machineStops';
import { createMoments, type MomentActions } from './moments';
import { createNotices, type NoticeActions } from './notices';
import { nameOnShow } from './onShow';
import { type ExampleSetup, exampleSetup, NEW_SETUP, recogniseText, type TextSource } from './openText';
import { createPlaces, type Places } from './places';
import { createProgressStore, type ProgressStore } from './progressStore';
import type { RecordedActions } from './recorded/recorded.types';
import { createRefactorings, type RefactorActions } from './refactorings';
import { createRunTabs } from './runTabs';
import { createSelection, type SelectionActions } from './selection';
import { createSettings, DEFAULT_SETTINGS, type SettingsActions } from './settings';
import type { ShelfActions } from './shelf/shelf.types';
import type { WorkspaceState } from './state';
import type { StoredDocument, StoredOther, WorkspaceStorage } from './storage.types';
import { createTaskMocks, type TaskMockActions } from './taskMocks';
import { createUnderWay } from './underWay';

export interface WorkspaceParts {
  readonly language: LanguageClient;
  readonly execution: ExecutionClient;
  readonly storage: WorkspaceStorage;
  readonly clock: Clock;
  /** A 32-bit number that differs from run to run. */
  readonly seed: () => number;
}

/** What is open when nothing was stored. */
export interface FirstDocument extends StoredDocument {
  readonly setup?: ExampleSetup;
}

/** What another workflow would look like. */
export interface Preview {
  readonly graph: Graph;
  readonly layout: Layout;
}

/** What is open and what is running: one store to read, and the actions that change it. */
export interface Workspace {
  readonly store: StoreApi<WorkspaceState>;
  /** Statuses of the run, by state and by transition. */
  readonly progress: ProgressStore;
  readonly document: DocumentActions;
  readonly drawing: DrawingActions;
  readonly breakpoints: BreakpointActions;
  /** How single states are answered. */
  readonly taskMocks: TaskMockActions;
  /** The expressions whose values are shown wherever a run is looked at. */
  watch(expressions: readonly string[]): void;
  readonly selection: SelectionActions;
  readonly looking: LookingActions;
  readonly places: Places;
  /** Where the runs of the document came; counted from the first run on. */
  coverage(): Promise<CoverageActions>;
  /** Several workflows open at once. */
  shelf(): Promise<ShelfActions>;
  /** What AWS said of an execution or a state that is shown beside the workflow. */
  answers(): Promise<AnswerActions>;
  /** Runs that were recorded elsewhere; loaded when there is one. */
  recorded(): Promise<RecordedActions>;
  readonly execution: ExecutionActions;
  /** Executions that Tasks of the one on show have started; loaded when one is opened. */
  children(): Promise<ChildActions>;
  /** Goes through the stages of the state that a paused run stands at, one by one, then on to the next state. */
  walkStages(): Promise<void>;
  /** Looking back at the run on show. */
  readonly moments: MomentActions;
  /** Calls that wait for the user. */
  readonly calls: CallActions;
  readonly settings: SettingsActions;
  readonly notices: NoticeActions;
  /** Carries out a gesture on the workflow; a refusal is also shown as a notice. */
  readonly edit: Edit;
  /** Carries out fixes that findings offer, as one step; a refusal is also shown as a notice. */
  readonly fix: (choice: FixChoice) => Promise<EditOutcome>;
  /** Changes of how the workflow is written. */
  readonly refactorings: RefactorActions;
  /** Takes back what was done last; right behind a paste or an edit, that, as soon as it is done. */
  undo(): void;
  redo(): void;
  /** Opens any text as the document; one Undo brings the one before it back. Refuses nothing. */
  openText(text: string, source: TextSource): void;
  /**
   * Opens what a text is that came from outside: a definition, those inside a template, mocks. Says what it did.
   *
   * @param known what it is, where that was asked already
   */
  openIncoming(text: string, source: IncomingSource, known?: Recognised): Promise<void>;
  /** What a text is that came from outside; nothing is opened. */
  recognise(text: string): Promise<Recognised>;
  /**
   * States as text to be pasted, here or elsewhere.
   *
   * @param put where the text goes; a paste before that is done is of this text
   * @returns whether there was something to copy: not when one of them is gone
   */
  copyStates(states: readonly StatePath[], put: (text: string) => Promise<void>): Promise<boolean>;
  /**
   * What to do with a text that was pasted: states are put after the selected one, anything else is opened as the
   * document.
   */
  paste(text: string): Promise<void>;
  /** A drawing of a text that is not open; undefined when it cannot be read. */
  preview(text: string): Promise<Preview | undefined>;
  /** A MockConfigFile.json that answers every Task state of the document as a stub would. */
  scaffoldMocks(): Promise<string>;
  /** What is wrong with a condition that is no part of the definition; null when it can be read. */
  readCondition(text: string, language: QueryLanguage): Promise<string | null>;
  /** What is to be said of the mocks of states, as the text stands. */
  checkMocks(): Promise<readonly MockReport[]>;
  /** What a form about a state shows, of the text as it stands; undefined when the state is gone. */
  describeState(state: StatePath): Promise<StateDetail | undefined>;
  describeMachine(): Promise<MachineDetail | undefined>;
  /** One state tried on data, nothing else run. */
  tryState(trial: StateTrial): Promise<TrialResult>;
  exportDefinition(request: ExportRequest): Promise<ExportResult>;
  /** What the editor asks the language worker about a place of a text. */
  readonly askService: LanguageClient['askService'];
  /** Two versions taken apart and drawn as one, in the direction that the canvas has. */
  compare(before: VersionText, after: VersionText): Promise<CompareResult>;
  /** A text in another notation, formatted; or why it cannot be written in that. */
  convert(version: VersionText, to: TextFormat): Promise<ConvertResult>;
  /** Reads what the user has set up. Done before anything is to be drawn, which goes by it. */
  restoreSettings(): Promise<void>;
  /**
   * Reads what was stored, else opens `first`, which is asked for only then. Done when the document is open; the last
   * run follows. What of it cannot be read is a notice.
   */
  restore(first: () => Promise<FirstDocument>): Promise<void>;
  /** Writes what waits to be stored: call it when the page may go away. */
  flush(): void;
  dispose(): void;
}

export function createWorkspace(parts: WorkspaceParts): Workspace {
  const store = createStore<WorkspaceState>()(() => ({
    shelf: { shown: FIRST, open: [{ id: FIRST, name: '' }] },
    document: EMPTY_DOCUMENT,
    analysis: NO_ANALYSIS,
    drawing: PLAIN_DRAWING,
    breakpoints: [],
    definition: FIRST,
    coverage: NO_COVERAGE,
    watches: [],
    selection: { state: undefined, also: [], origin: 'command' },
    looking: AT_NOTHING,
    execution: NO_EXECUTION,
    settings: DEFAULT_SETTINGS,
    notices: [],
    answer: undefined,
    refactoring: undefined,
    restored: false,
  }));
  const { language, clock } = parts;
  const progress = createProgressStore();
  const notices = createNotices(store);
  const underWay = createUnderWay();
  const warn = (message: string) => notices.add('warning', message);
  const settings = createSettings(store);
  const selection = createSelection(store);
  const looking = createLooking(store, selection);
  const document = createDocument(store, clock, {
    get selection() {
      return store.getState().selection.state;
    },
    get setup() {
      return execution.setup;
    },
    select: (state) => selection.select(state, 'edit'),
    setUp: (setup) => execution.setUp(setup),
    get drawing() {
      return store.getState().drawing;
    },
    draw: (kept) => drawing.restore(kept),
    get definition() {
      return store.getState().definition;
    },
    turnTo: (definition) => breakpoints.turnTo(definition),
    get watches() {
      return store.getState().watches;
    },
    watch: (kept) => watch(kept),
  });
  const watch = (watches: readonly string[]) => store.setState({ watches });
  const breakpoints = createBreakpoints(store);
  const drawing = createDrawing(store, document);
  const runOnShow = () => parts.execution.of(nameOnShow(store.getState().execution));
  const moments = createMoments(store, runOnShow, progress, warn);
  const tabs = createRunTabs(store, progress, moments);
  const changeSpeed = (speed: Speed) => settings.change({ speed });
  let stopped: readonly MachineStops[] = [];
  let stopping: Promise<MachineStopper> | undefined;
  const machineStops = () => {
    stopping ??= import('./machineStops').then(({ createMachineStops }) =>
      createMachineStops(
        {
          store,
          client: parts.execution,
          save: autosave.save,
          shelf,
          stopsOf: breakpoints.of,
          failed: (error) => warn(String(error)),
        },
        stopped,
      ),
    );
    return stopping;
  };
  const stopInside = async () => (await machineStops()).tell();
  const kept = lazyRuns({
    store,
    client: parts.execution,
    progress,
    tabs,
    stopsOf: breakpoints.of,
    stopInside,
    clock,
    changeSpeed,
    failed: warn,
    notices,
    openRunsText: (id, name, text, format) => void openRunsText(id, name, text, format),
    turnTo: async (id) => (await shelf()).show(id),
    showPanel: () => settings.showPanel('debugger', true),
  });
  const execution = createExecution({
    store,
    client: parts.execution,
    progress,
    moments,
    clock,
    seed: parts.seed,
    changeSpeed,
    failed: warn,
    kept,
    tabs,
    stopsOf: breakpoints.of,
    stopInside,
    underWay: () => underWay.all,
    ended: () => ended(),
  });
  /** There is nothing to count before a run has begun. */
  let counting: CoverageTracker | undefined;
  const coverage = async (): Promise<CoverageTracker> => {
    const { createCoverage } = await import('./covering/coverage');
    counting ??= createCoverage(store, progress);
    return counting;
  };
  const begun = (id: string) =>
    void coverage().then((counter) => {
      if (store.getState().execution.run?.id === id) counter.begin();
    });
  const ended = () => {
    const { run } = store.getState().execution;
    void coverage().then((counter) => {
      if (store.getState().execution.run?.id === run?.id) counter.count();
    });
  };
  const taskMocks = createTaskMocks(store, (tasks) => execution.setServices({ tasks }));
  const analyser = createAnalyser(
    store,
    language,
    (result) => {
      if (!result.readable) return;
      drawing.settle(result.analysis.outline);
      breakpoints.settle(result.analysis.outline);
      taskMocks.settle(result.analysis.outline);
      counting?.settle(result.analysis);
    },
    (result) => {
      if (!result.readable) return;
      selection.settle(result.analysis.outline);
      execution.suggestInput(result.analysis.sampleInput);
    },
    warn,
  );
  const places = createPlaces(store, parts.storage.places);
  const autosave = createAutosave(store, parts.storage, clock, execution, warn);

  document.subscribe(({ edits }) => {
    drawing.follow(edits);
    breakpoints.follow(edits);
    taskMocks.follow(edits);
    counting?.follow(edits);
    selection.follow(edits);
    analyser.request();
  });
  const stopWatching = store.subscribe((state, before) => {
    if (state.settings.direction !== before.settings.direction) analyser.request();
    if (state.execution.type !== before.execution.type) analyser.request();
    if (state.drawing !== before.drawing) analyser.request();
    if (state.selection !== before.selection) showSelected(state);
    const [{ run }, { run: ran }] = [state.execution, before.execution];
    if (run && !run.result && (run.id !== ran?.id || run.version !== ran.version)) begun(run.id);
  });

  /** What is chosen elsewhere than in the drawing or the text is to be seen. */
  const showSelected = ({ selection: { state, origin } }: WorkspaceState) => {
    if (state !== undefined && origin !== 'canvas' && origin !== 'editor') drawing.reveal(state);
  };

  const nothing = () => {
    warn('The first example could not be loaded. Reload the page to try again.');
    return EMPTY_DOCUMENT;
  };
  const { edit, fix, carryOut } = createEdits(store, language, document, selection, underWay, warn);
  /** @param parents none: another document is opened, and there is no way back from it */
  const setParents = (parents: WorkspaceState['execution']['parents']) =>
    store.setState((state) => ({ execution: { ...state.execution, parents } }));
  const openText: Workspace['openText'] = (text, source) => {
    const { format, name, label } = recogniseText(text, source);
    const { setup } = execution;
    execution.clear();
    if (counting) counting.leave();
    else store.setState({ coverage: NO_COVERAGE });
    setParents([]);
    if (source.kind === 'example') execution.setUp(exampleSetup(source.setup));
    else if (source.kind === 'new') execution.setUp(NEW_SETUP);
    else execution.forgetExample();
    document.open({ text, format, name: name ?? store.getState().document.name }, label, setup);
  };
  const recorded = async (): Promise<RecordedActions> => {
    const { createRecorded } = await import('./recorded/recorded');
    return createRecorded({ store, language, execution, notices, openText, opened: ended });
  };
  /** The definition that a run ran, with the run on it. */
  const openRunsText = async (id: string, name: string, text: string, format: TextFormat) => {
    const { setup } = execution;
    execution.forgetExample();
    setParents([]);
    // Until now it stopped where the document before says.
    const definition = crypto.randomUUID();
    document.open({ text, format, name }, 'Open the definition of a run', setup, undefined, definition);
    tabs.change(id, { definition });
    await kept.showRun(id);
  };
  let opened: ChildActions | undefined;
  const children = async (): Promise<ChildActions> => {
    const [{ createChildren }, stops] = await Promise.all([import('./children'), machineStops()]);
    const client = parts.execution;
    opened ??= createChildren({
      store,
      client,
      document,
      execution,
      looking,
      notices,
      tabs,
      progress,
      moments,
      bringBack,
      stopAt: breakpoints.restore,
      machineStops: stops,
      stopsOf: breakpoints.of,
    });
    return opened;
  };
  const showChild = async (child: string) => (await children()).restore(child);
  parts.execution.subscribe((news) => {
    if (news.type === 'steppedInto' || news.type === 'steppedOut')
      void children().then(({ follow }) => follow(news));
  });
  /** What is kept beside a text, when that is the document again. */
  const bringBack = ({ drawing: drawn, breakpoints: stops, watches, coverage: counts }: StoredDocument) => {
    if (drawn) drawing.restore(drawn);
    breakpoints.restore(stops ?? []);
    watch(watches ?? []);
    if (counts) store.setState({ coverage: counts });
  };
  let answering: Promise<AnswerActions> | undefined;
  /** One promise for all: what is asked of them is done in the order in which it was asked. */
  const answers = () => {
    answering ??= import('./answers').then(({ createAnswers }) =>
      createAnswers({ store, execution, settings, notices }),
    );
    return answering;
  };
  /** What comes while the stored workflows are still read is opened behind them: it would be overwritten. */
  let restoring: Promise<unknown> | undefined;
  // What is dropped or pasted is nothing for the first picture.
  const openShownAt = async (text: string, source: IncomingSource, shown: string, known?: Recognised) => {
    const { createIncoming } = await import('./incoming');
    const openHistory = async (history: string) => (await recorded()).open(history);
    await createIncoming(language, {
      ...{ store, openText, openHistory, shelf, document, execution, answers, notices },
    })(text, source, shown, known);
  };
  const openIncoming: Workspace['openIncoming'] = async (text, source, known) => {
    if (restoring) await restoring;
    await openShownAt(text, source, store.getState().shelf.shown, known);
  };
  let clipped: Promise<Clipboard> | undefined;
  /** One promise for all: who pastes right behind a copy means what is being copied. */
  const clipboard = () => {
    clipped ??= import('./clipboard').then(({ createClipboard }) =>
      createClipboard({ store, language, edit, warn, openIncoming: openShownAt }),
    );
    // What could not be loaded is asked for again by the next one.
    clipped.catch(() => {
      clipped = undefined;
    });
    return clipped;
  };
  const paste = async (text: string) => {
    if (restoring) await restoring;
    const { shown } = store.getState().shelf;
    try {
      await (await clipboard()).paste(text, shown);
    } catch {
      warn('Nothing was pasted. Try again.');
    }
  };
  let others: readonly StoredOther[] = [];
  let shelved: Promise<ShelfActions> | undefined;
  const shelf = async () => {
    if (restoring) await restoring;
    shelved ??= import('./shelf/shelf').then(({ createShelf }) =>
      createShelf(
        {
          store,
          language,
          document,
          drawing,
          breakpoints,
          selection,
          execution,
          tabs,
          autosave,
          notices,
          keepStops: () => void machineStops().then(({ keep }) => keep()),
          get counting() {
            return counting;
          },
          set counting(tracker) {
            counting = tracker;
          },
          countOn: () => void coverage(),
          openIncoming,
          showChild,
        },
        others,
      ),
    );
    return shelved;
  };

  /** Behind what is under way: of another workflow, if that came on show meanwhile, nothing is undone. */
  const travel = (step: () => boolean) => {
    const { shown } = store.getState().shelf;
    const go = () => void (store.getState().shelf.shown === shown && step());
    const { all } = underWay;
    if (all) void all.then(go);
    else go();
  };

  let settingUp: Promise<boolean> | undefined;
  /** @returns whether there was anything */
  const restoreSettings = () => {
    settingUp ??= parts.storage
      .settings()
      .catch(() => undefined)
      .then((kept) => {
        if (kept) settings.change(kept);
        return kept !== undefined;
      });
    return settingUp;
  };

  /** Opens what was stored, else the first example. */
  const openStored = async (loadFirst: () => Promise<FirstDocument>) => {
    const stored = await autosave.load();
    if (!(await restoreSettings()) && stored.settings) settings.change(stored.settings);
    if (stored.shelf) store.setState({ shelf: stored.shelf });
    if (stored.notice) notices.add('info', stored.notice);
    others = stored.others ?? [];
    stopped = stored.stops ?? [];
    const first: FirstDocument = stored.document ?? (await loadFirst().catch(nothing));
    if (stored.input) execution.setUp({ ...NEW_SETUP, ...stored.input });
    else if (first.setup) execution.setUp(exampleSetup(first.setup));
    document.reset(first);
    if (stored.document) bringBack(stored.document);
    if (stored.answer) store.setState({ answer: { ...stored.answer, id: -1 } });
    setParents(stored.runs?.parents ?? []);
    if (stored.document?.coverage?.runs) void coverage();
    store.setState({ restored: true });
    return stored;
  };

  const refactorings = createRefactorings({ store, language, carryOut, execution, clock, seed: parts.seed });

  return {
    store,
    progress,
    document,
    drawing,
    breakpoints,
    taskMocks,
    watch,
    selection,
    looking,
    places,
    coverage,
    shelf,
    answers,
    recorded,
    execution,
    children,
    async walkStages() {
      const { walkOn } = await import('./stageWalk');
      await walkOn(store, execution, looking).catch((error: unknown) => warn(String(error)));
    },
    moments,
    calls: createCalls(runOnShow),
    settings,
    notices,
    edit,
    fix,
    refactorings,
    undo: () => travel(document.undo),
    redo: () => travel(document.redo),
    openText,
    openIncoming: (...incoming) => underWay.add(openIncoming(...incoming)),
    recognise: (text) => language.recognise(text),
    copyStates(states, put) {
      const { document } = store.getState();
      return clipboard().then(({ copyStates }) => copyStates(document, states, put));
    },
    paste: (text) => underWay.add(paste(text)),
    async preview(text) {
      const result = await language.analyse(text, detectFormat(text), PLAIN_OPTIONS, 'STANDARD');
      return result.readable ? result.analysis : undefined;
    },
    scaffoldMocks() {
      const { text, format, name } = store.getState().document;
      return language.scaffoldMocks(text, format, name);
    },
    readCondition: language.readCondition,
    checkMocks() {
      const { document, execution } = store.getState();
      return language.checkMocks(document.text, document.format, execution.services.tasks);
    },
    describeState(state) {
      const { document, execution } = store.getState();
      return language.describeState(document.text, document.format, state, execution.type);
    },
    describeMachine() {
      const { document, execution } = store.getState();
      return language.describeMachine(document.text, document.format, execution.type);
    },
    tryState(trial) {
      const { text, format } = store.getState().document;
      return language.tryState(text, format, trial, clock.now() as EpochMs);
    },
    askService: language.askService,
    async exportDefinition(request) {
      const { exportDefinition } = await import('./exportDefinition');
      return exportDefinition(store.getState().document, language, request);
    },
    compare: (before, after) => language.compare(before, after, store.getState().settings.direction),
    convert: ({ text, format }, to) => language.format(text, format, to),
    restoreSettings: async () => void (await restoreSettings()),
    async restore(loadFirst) {
      const opened = openStored(loadFirst);
      void underWay.add(opened);
      restoring = underWay.all;
      const { runs, run } = await opened;
      restoring = undefined;
      execution.countOn(runs?.started ?? 0);
      if (runs) await kept.restore(runs, showChild).catch(() => warn('The runs of before cannot be read.'));
      if (run) await execution.show(run).catch(() => warn('The last run cannot be shown again.'));
    },
    flush() {
      autosave.flush();
      places.flush();
    },
    dispose() {
      stopWatching();
      autosave.flush();
      autosave.dispose();
      language.dispose();
      parts.execution.dispose();
    },
  };
}
