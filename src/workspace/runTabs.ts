import type { StoreApi } from 'zustand/vanilla';
import type { StatePath } from '../asl';
import type { Breakpoint } from '../worker';
import type { MomentKeeper } from './moments';
import type { ProgressStore } from './progressStore';
import type { ExecutionState, RunTab, StoredTab, WorkspaceState } from './state';

/** Tabs that stay; the oldest ended one makes room. Its run stays in the list of runs. */
const MOST_TABS = 8;

/** A run that is open: what the page knows of it while another one is on show. */
export interface OpenTab
  extends Pick<RunTab, 'id' | 'name'>,
    Pick<ExecutionState, 'phase' | 'at' | 'visit' | 'message' | 'open' | 'reason' | 'timeline'> {
  readonly run: NonNullable<ExecutionState['run']>;
  /** The definition that it runs, as that was then: it stops where that says. */
  readonly definition: string;
  /** The states that breakpoints had when the run was started: it runs the text of then. */
  readonly stopsAt: ReadonlyMap<number, StatePath>;
}

export interface RunTabs {
  readonly shown: OpenTab | undefined;
  /** The workflow on show; its runs are the ones that are shown. */
  readonly here: string;
  get(id: string): OpenTab | undefined;
  /** Runs that go on, of all workflows. */
  live(): readonly OpenTab[];
  /** The workflow that a run is one of; undefined when it is not open. */
  homeOf(run: string): string | undefined;
  /** Says whose a run is that has no tab. */
  settle(run: string, home: string): void;
  /** Opens a tab, or changes the one of the same run. @returns a tab that made room */
  add(tab: OpenTab, home?: string): string | undefined;
  change(id: string, part: Partial<OpenTab>): void;
  show(id: string | undefined): void;
  /**
   * To be called when something is asked to come on show: what was asked last does, whatever is ready first.
   * @returns whether nothing else was asked to since
   */
  claim(): () => boolean;
  close(id: string): void;
  /** Another workflow came on show: nothing of a run is, for now. */
  turn(): void;
  /** Those of the workflow on show, for storage. */
  readonly stored: readonly StoredTab[];
}

/** What a run says of itself before its worker has said anything. */
export const UNTOLD = {
  at: undefined,
  visit: undefined,
  message: undefined,
  open: undefined,
  reason: undefined,
  timeline: 0,
} as const;

const NOTHING_ON_SHOW = { ...UNTOLD, phase: 'idle', run: undefined } as const;

/** The runs that are open, in the order they were opened; what is on show is copied to the store. */
export function createRunTabs(
  store: StoreApi<WorkspaceState>,
  progress: ProgressStore,
  moments: Pick<MomentKeeper, 'forget'>,
): RunTabs {
  const tabs = new Map<string, OpenTab>();
  const homes = new Map<string, string>();
  let shown: string | undefined;
  let claims = 0;

  const here = () => store.getState().shelf.shown;
  const homeOf = (run: string): string | undefined => {
    const home = homes.get(run);
    return store.getState().shelf.open.some(({ id }) => id === home) ? home : undefined;
  };
  const all = () => [...tabs.values()];
  const of = (home: string) => all().filter(({ id }) => homes.get(id) === home);
  const faces = ({ runs, elsewhere }: ExecutionState) => {
    const going = all().flatMap((tab) => (isLive(tab) ? (homeOf(tab.id) ?? []) : []));
    const others = [...new Set(going)].filter((home) => home !== here());
    return {
      runs: sameOr(runs, of(here()).map(faceOf)),
      elsewhere: others.join() === elsewhere.join() ? elsewhere : others,
    };
  };

  const copy = () => {
    const tab = shown === undefined ? undefined : tabs.get(shown);
    const { phase, run, at, visit, message, open, reason, timeline } = tab ?? NOTHING_ON_SHOW;
    const view = { phase, run, at, visit, message, open, reason, timeline };
    store.setState(({ execution }) => ({
      execution: { ...execution, ...view, ...faces(execution) },
    }));
  };
  /** What the canvas shows is of another run. */
  const takeOff = () => {
    progress.clear();
    moments.forget();
  };
  const copyFaces = () =>
    store.setState(({ execution }) => {
      const { runs, elsewhere } = faces(execution);
      const same = runs === execution.runs && elsewhere === execution.elsewhere;
      return same ? {} : { execution: { ...execution, runs, elsewhere } };
    });

  return {
    get shown() {
      return shown === undefined ? undefined : tabs.get(shown);
    },
    get here() {
      return here();
    },
    get: (id) => tabs.get(id),
    live: () => all().filter(isLive),
    homeOf,
    settle: (run, home) => void homes.set(run, home),
    add(tab, home = here()) {
      tabs.set(tab.id, tab);
      homes.set(tab.id, home);
      const siblings = of(home);
      const oldest =
        siblings.length > MOST_TABS
          ? siblings.find((each) => !isLive(each) && each.id !== tab.id && each.id !== shown)
          : undefined;
      if (oldest) tabs.delete(oldest.id);
      copyFaces();
      return oldest?.id;
    },
    change(id, part) {
      const tab = tabs.get(id);
      if (!tab) return;
      tabs.set(id, { ...tab, ...part });
      if (id === shown) copy();
      else copyFaces();
    },
    claim() {
      const mine = ++claims;
      return () => mine === claims;
    },
    show(id) {
      if (id !== shown) progress.clear();
      // The worker shows a run as it is, also one that was on show already.
      moments.forget();
      claims++;
      shown = id;
      copy();
    },
    close(id) {
      tabs.delete(id);
      if (id !== shown) return copyFaces();
      shown = undefined;
      takeOff();
      copy();
    },
    turn() {
      claims++;
      shown = undefined;
      takeOff();
      copy();
    },
    get stored() {
      return of(here()).map(({ id, name }) => ({ id, name }));
    },
  };
}

const isLive = ({ phase }: OpenTab): boolean => phase === 'running' || phase === 'paused';

const faceOf = ({ id, name, phase, run }: OpenTab): RunTab => ({
  id,
  name,
  phase,
  status: run.result?.status,
});

/** The list before, when nothing in it is another: who listens to it is left alone. */
function sameOr(before: readonly RunTab[], after: readonly RunTab[]): readonly RunTab[] {
  const same =
    before.length === after.length &&
    before.every((tab, at) => {
      const other = after[at];
      return (
        other?.id === tab.id &&
        other.name === tab.name &&
        other.phase === tab.phase &&
        other.status === tab.status
      );
    });
  return same ? before : after;
}

/** A breakpoint as the run's own text names its state. */
export const inRun =
  ({ stopsAt }: OpenTab) =>
  (breakpoint: Breakpoint): Breakpoint =>
    breakpoint.kind === 'variable'
      ? breakpoint
      : { ...breakpoint, state: stopsAt.get(breakpoint.id) ?? breakpoint.state };

/** The states that breakpoints are at. */
export function placesOf(breakpoints: readonly Breakpoint[]): ReadonlyMap<number, StatePath> {
  return new Map(breakpoints.flatMap((each) => (each.kind === 'variable' ? [] : [[each.id, each.state]])));
}
