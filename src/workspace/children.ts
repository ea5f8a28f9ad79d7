import type { StoreApi } from 'zustand/vanilla';
import type { Breakpoint, ChildOnShow, ExecutionClient, ProgressBatch, VisitName } from '../worker';
import type { ChildActions } from './children.types';
import type { DocumentActions } from './document';
import type { ExecutionKeeper } from './execution';
import type { LookingActions } from './looking';
import type { MachineStopper } from './machineStops';
import type { MomentKeeper } from './moments';
import type { NoticeActions } from './notices';
import { nameOnShow } from './onShow';
import type { ProgressStore } from './progressStore';
import type { RunTabs } from './runTabs';
import { type ParentRun, PHASES, type RunSetup, type RunSummary, type WorkspaceState } from './state';
import type { Companion } from './undoLog';

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly client: Pick<ExecutionClient, 'showChild' | 'subscribe'>;
  readonly document: Pick<DocumentActions, 'open' | 'undo'>;
  readonly execution: Pick<ExecutionKeeper, 'claim' | 'setup' | 'setUp' | 'showRun'>;
  readonly tabs: Pick<RunTabs, 'show'>;
  readonly progress: ProgressStore;
  /** Another run comes on show. */
  readonly moments: Pick<MomentKeeper, 'forget'>;
  readonly looking: Pick<LookingActions, 'visit'>;
  readonly notices: NoticeActions;
  /** Brings back what is kept beside a text. */
  bringBack(document: ParentRun['document']): void;
  stopAt(breakpoints: readonly Breakpoint[], definition?: string): void;
  /** Where executions of a machine stop. */
  readonly machineStops: Pick<MachineStopper, 'of' | 'known'>;
  /** Where runs of a definition stop. */
  stopsOf(definition: string): readonly Breakpoint[];
}

/** Child executions: each is opened with its definition, so that canvas, text and data are those of what is looked at. */
export function createChildren(around: Surroundings): ChildActions {
  const { store, client, document, execution, looking, progress } = around;
  /** Done when what was gone to last is on show: Undo and Redo do not wait for it. */
  let arrived = Promise.resolve();
  /** Done when the page is where the last step led. */
  let followed = Promise.resolve();
  /** ARN of what is on show. */
  let shown: string | undefined;

  const set = (part: Partial<WorkspaceState['execution']>) =>
    store.setState((state) => ({ execution: { ...state.execution, ...part } }));
  const setParents = (parents: readonly ParentRun[]) => set({ parents });
  const fail = (error: unknown): undefined => {
    around.notices.add('warning', error instanceof Error ? error.message : String(error));
  };

  const ask = async (run: string, child: string): Promise<ChildOnShow | undefined> => {
    const isLatest = execution.claim();
    const answer = await client.showChild(run, child);
    if (!isLatest()) return undefined;
    if (typeof answer !== 'string') return answer;
    around.notices.add('warning', answer);
    return undefined;
  };
  const display = (child: ChildOnShow) => {
    const { version } = store.getState().document;
    around.tabs.show(undefined);
    // What was on show before need not have had a tab, either.
    progress.clear();
    around.moments.forget();
    shown = child.execution;
    set({ run: summaryOf(child, version), open: undefined, ...standing(child) });
    progress.apply(child.states, child.taken, child.last);
  };
  /** The document is its definition: it has the breakpoints that it had when it was left. */
  const remember = ({ text }: ChildOnShow) => {
    if (store.getState().document.text === text) around.stopAt(around.machineStops.of(text));
  };
  client.subscribe((news) => {
    if (news.type === 'crashed' && isShown(store.getState(), shown)) {
      const root = store.getState().execution.parents.at(-1)?.run;
      // Nothing answers for it any more; the way back leads to what is kept of its run.
      if (news.run === undefined || news.run === root) set({ phase: 'crashed', message: news.message });
    }
    if (news.type !== 'progress' || !isShown(store.getState(), news.batch.run)) return;
    const { run } = store.getState().execution;
    const { batch } = news;
    const { now, time, events, transitions, result } = batch;
    progress.apply(batch.states, batch.taken, batch.last);
    set({ ...standing(batch), run: run && { ...run, now, time, events, transitions, result } });
  });
  /** What was on show at a place of the way, once the document is that of it. */
  const showAgain = async ({ run, execution: child, visit }: ParentRun): Promise<void> => {
    if (child === undefined) await execution.showRun(run);
    else {
      const found = await ask(run, child);
      if (found) display(found);
    }
    if (visit) looking.visit(visit);
  };

  /** Undo and Redo come by with the breakpoints of when it was left first. */
  const asItStops = (parent: ParentRun): ParentRun => {
    const breakpoints = around.stopsOf(parent.definition);
    if (breakpoints === parent.document.breakpoints) return parent;
    return { ...parent, document: { ...parent.document, breakpoints } };
  };
  /** @param found what was asked for just now */
  const goIn = async (parents: readonly ParentRun[], child: string | undefined, found?: ChildOnShow) => {
    setParents(parents);
    const stayed = parents.map(asItStops);
    if (stayed.some((each, at) => each !== parents[at])) setParents(stayed);
    const parent = parents.at(-1);
    if (child === undefined || parent === undefined) return;
    const answer = found ?? (await ask(parent.run, child));
    if (!answer) return;
    remember(answer);
    display(answer);
  };
  const goOut = async (parents: readonly ParentRun[]) => {
    const parent = parents.at(-1);
    if (!parent) return;
    setParents(parents.slice(0, -1));
    // Its definition has come with its breakpoints, unless it is that of the child as well.
    const breakpoints = around.machineStops.known(parent.document.text) ?? store.getState().breakpoints;
    around.bringBack({ ...parent.document, breakpoints });
    await showAgain(parent);
  };

  const actions: ChildActions = {
    async open(child, visit) {
      const { execution: before } = store.getState();
      // The definition of a child may have been run alone: its run is the one that this is of.
      const root = before.run?.child === undefined ? before.run?.id : before.parents.at(-1)?.run;
      if (root === undefined) return;
      let found = await ask(root, child).catch(fail);
      if (!found) return;
      const { setup } = execution;
      const parents = [...before.parents, parentOf(store.getState(), setup, root, visit)];
      const { text, format, machine } = found;
      execution.setUp(setupOf(found, setup));
      // Called at once, and when Undo and Redo come by.
      const arrive: Companion = (to) => {
        arrived = (to === 'after' ? goIn(parents, child, found) : goOut(parents)).catch(fail);
        found = undefined;
      };
      const source = { text, format, name: machine };
      document.open(source, labelOf(machine), setup, arrive, text);
      await arrived;
    },
    async back(level) {
      const { execution: now, document: open } = store.getState();
      const parents = level === undefined ? now.parents : now.parents.slice(0, level + 1);
      const parent = parents.at(-1);
      if (!parent) return;
      // Nothing was done since: the step that led here is taken back, with all that goes with it.
      if (parents.length === now.parents.length && open.undoLabel === labelOf(open.name)) {
        document.undo();
        return arrived;
      }
      const { parents: before, run } = now;
      const { text, format, name } = parent.document;
      const { setup } = execution;
      execution.setUp(parent.setup);
      const arrive: Companion = (to) => {
        arrived = (to === 'after' ? goOut(parents) : goIn(before, run?.child)).catch(fail);
      };
      document.open({ text, format, name }, `Back to “${name}”`, setup, arrive, parent.definition);
      await arrived;
    },
    async restore(child) {
      const { parents } = store.getState().execution;
      const parent = parents.at(-1);
      const found = parent && (await ask(parent.run, child).catch(fail));
      // Edited since, it is not what ran.
      if (found === undefined || found.text !== store.getState().document.text) return;
      around.stopAt(store.getState().breakpoints, found.text);
      display(found);
    },
    follow(news) {
      const go = () => {
        const { execution: now } = store.getState();
        if (news.type === 'steppedOut') return now.run?.child === news.execution ? actions.back() : undefined;
        return nameOnShow(now) === news.run ? actions.open(news.execution, undefined) : undefined;
      };
      followed = followed.then(go).catch(fail);
    },
  };
  return actions;
}

const isShown = ({ execution }: WorkspaceState, child: string | undefined): boolean =>
  child !== undefined && execution.run?.child === child;

/** Where an execution stands, as the page knows it. */
const standing = ({ control, at, visit, reason, note, timeline }: Omit<ProgressBatch, 'run'>) => ({
  phase: PHASES[control],
  ...(control === 'ended' ? { at: undefined } : at === undefined ? {} : { at }),
  visit,
  reason,
  message: note,
  timeline,
});

const labelOf = (machine: string): string => `Open a child execution of “${machine}”`;

function parentOf(
  { document, drawing, breakpoints, definition, watches, coverage, execution }: WorkspaceState,
  setup: RunSetup,
  run: string,
  visit: VisitName | undefined,
): ParentRun {
  const { text, format, name } = document;
  const child = execution.run?.child;
  const tab = execution.runs.find(({ id }) => id === run);
  return {
    run,
    ...(child === undefined ? {} : { execution: child }),
    label: child === undefined ? (tab?.name ?? run) : name,
    ...(visit === undefined ? {} : { visit }),
    definition,
    document: { text, format, name, drawing, breakpoints, watches, coverage },
    setup,
  };
}

/** Run then runs the child alone, on the input that it had. */
const setupOf = ({ input, type }: ChildOnShow, { services }: RunSetup): RunSetup => ({
  input,
  inputOrigin: 'user',
  type,
  // What answers single states of the parent is not about the child's.
  services: { ...services, mocks: undefined, tasks: [] },
  servicesOrigin: 'user',
});

const summaryOf = (
  { execution, name, type, input, startedAt, now, time, events, transitions, result }: ChildOnShow,
  version: number,
): RunSummary => ({
  id: name,
  type,
  input,
  version,
  startedAt,
  now,
  time,
  events,
  transitions,
  result,
  child: execution,
  restored: false,
});
