import type { StoreApi } from 'zustand/vanilla';
import type { ChildOnShow, ExecutionClient, VisitName } from '../worker';
import type { ChildActions } from './children.types';
import type { DocumentActions } from './document';
import type { ExecutionKeeper } from './execution';
import type { LookingActions } from './looking';
import type { NoticeActions } from './notices';
import type { ParentRun, RunSetup, RunSummary, WorkspaceState } from './state';

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly client: Pick<ExecutionClient, 'showChild'>;
  readonly document: Pick<DocumentActions, 'open' | 'undo'>;
  readonly execution: Pick<ExecutionKeeper, 'display' | 'setup' | 'setUp' | 'showRun'>;
  readonly looking: Pick<LookingActions, 'visit'>;
  readonly notices: NoticeActions;
  /** Brings back what is kept beside a text. */
  bringBack(document: ParentRun['document']): void;
}

/** Child executions: each is opened with its definition, so that canvas, text and data are those of what is looked at. */
export function createChildren(around: Surroundings): ChildActions {
  const { store, client, document, execution, looking } = around;
  /** Done when what was gone to last is on show: Undo and Redo do not wait for it. */
  let arrived = Promise.resolve();

  const setParents = (parents: readonly ParentRun[]) =>
    store.setState((state) => ({ execution: { ...state.execution, parents } }));
  const fail = (error: unknown): undefined => {
    around.notices.add('warning', error instanceof Error ? error.message : String(error));
  };

  const ask = async (run: string, child: string): Promise<ChildOnShow | undefined> => {
    const answer = await client.showChild(run, child);
    if (typeof answer !== 'string') return answer;
    around.notices.add('warning', answer);
    return undefined;
  };
  const display = (child: ChildOnShow) => {
    const { version } = store.getState().document;
    execution.display(summaryOf(child, version), child);
  };
  /** What was on show at a place of the way, once the document is that of it. */
  const showAgain = async ({ run, execution: child, visit }: ParentRun): Promise<void> => {
    if (child === undefined) await execution.showRun(run);
    else {
      const found = await ask(run, child);
      if (found) display(found);
    }
    if (visit) looking.visit(visit);
  };

  /** @param found what was asked for just now */
  const goIn = async (parents: readonly ParentRun[], child: string | undefined, found?: ChildOnShow) => {
    setParents(parents);
    const [root] = parents;
    if (child === undefined || root === undefined) return;
    const shown = found ?? (await ask(root.run, child));
    if (shown) display(shown);
  };
  const goOut = async (parents: readonly ParentRun[]) => {
    const parent = parents.at(-1);
    if (!parent) return;
    setParents(parents.slice(0, -1));
    around.bringBack(parent.document);
    await showAgain(parent);
  };

  return {
    async open(child, visit) {
      const { execution: before } = store.getState();
      const root = before.parents[0]?.run ?? before.run?.id;
      if (root === undefined) return;
      let found = await ask(root, child).catch(fail);
      if (!found) return;
      const { setup } = execution;
      const parents = [...before.parents, parentOf(store.getState(), setup, root, visit)];
      const { text, format, machine } = found;
      execution.setUp(setupOf(found, setup));
      // Called at once, and when Undo and Redo come by.
      document.open({ text, format, name: machine }, labelOf(machine), setup, (to) => {
        arrived = (to === 'after' ? goIn(parents, child, found) : goOut(parents)).catch(fail);
        found = undefined;
      });
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
      document.open({ text, format, name }, `Back to “${name}”`, setup, (to) => {
        arrived = (to === 'after' ? goOut(parents) : goIn(before, run?.child)).catch(fail);
      });
      await arrived;
    },
  };
}

const labelOf = (machine: string): string => `Open a child execution of “${machine}”`;

function parentOf(
  { document, drawing, breakpoints, watches, coverage, execution }: WorkspaceState,
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
  { execution, name, type, input, startedAt, now, events, transitions, result }: ChildOnShow,
  version: number,
): RunSummary => ({
  id: name,
  type,
  input,
  version,
  startedAt,
  now,
  events,
  transitions,
  result,
  child: execution,
  restored: false,
});
