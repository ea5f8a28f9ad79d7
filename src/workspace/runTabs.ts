import type { StoreApi } from 'zustand/vanilla';
import type { StatePath } from '../asl';
import type { Breakpoint } from '../worker';
import type { MomentKeeper } from './moments';
import type { ProgressStore } from './progressStore';
import type { ExecutionState, RunTab, WorkspaceState } from './state';

/** Tabs that stay; the oldest ended one makes room. Its run stays in the list of runs. */
const MOST_TABS = 8;

/** A run that is open: what the page knows of it while another one is on show. */
export interface OpenTab
  extends Pick<RunTab, 'id' | 'name'>,
    Pick<ExecutionState, 'phase' | 'at' | 'message' | 'open' | 'reason' | 'timeline'> {
  readonly run: NonNullable<ExecutionState['run']>;
  /** The states that breakpoints had when the run was started: it runs the text of then. */
  readonly stopsAt: ReadonlyMap<number, StatePath>;
}

export interface RunTabs {
  readonly shown: OpenTab | undefined;
  get(id: string): OpenTab | undefined;
  /** Runs that go on. */
  live(): readonly OpenTab[];
  /** Opens a tab, or changes the one of the same run. @returns a tab that made room */
  add(tab: OpenTab): string | undefined;
  change(id: string, part: Partial<OpenTab>): void;
  show(id: string | undefined): void;
  close(id: string): void;
}

/** What a run says of itself before its worker has said anything. */
export const UNTOLD = {
  at: undefined,
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
  let shown: string | undefined;

  const copy = () => {
    const tab = shown === undefined ? undefined : tabs.get(shown);
    const { phase, run, at, message, open, reason, timeline } = tab ?? NOTHING_ON_SHOW;
    const view = { phase, run, at, message, open, reason, timeline };
    store.setState(({ execution }) => ({
      execution: { ...execution, ...view, runs: sameOr(execution.runs, [...tabs.values()].map(faceOf)) },
    }));
  };
  /** What the canvas shows is of another run. */
  const takeOff = () => {
    progress.clear();
    moments.forget();
  };
  const copyFaces = () =>
    store.setState(({ execution }) => {
      const runs = sameOr(execution.runs, [...tabs.values()].map(faceOf));
      return runs === execution.runs ? {} : { execution: { ...execution, runs } };
    });

  return {
    get shown() {
      return shown === undefined ? undefined : tabs.get(shown);
    },
    get: (id) => tabs.get(id),
    live: () => [...tabs.values()].filter(isLive),
    add(tab) {
      tabs.set(tab.id, tab);
      const oldest =
        tabs.size > MOST_TABS
          ? [...tabs.values()].find((each) => !isLive(each) && each.id !== tab.id && each.id !== shown)
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
    show(id) {
      if (id !== shown) takeOff();
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
