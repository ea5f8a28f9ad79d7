import type { StoreApi } from 'zustand/vanilla';
import type { Breakpoint, ExecutionClient, MachineStops } from '../worker';
import type { Autosave } from './autosave';
import type { ShelfActions } from './shelf/shelf.types';
import type { WorkspaceState } from './state';

/** Where executions stop that Tasks start: by their definition, which is called by its text. */
export interface MachineStopper {
  /** Done when the worker is told: to be awaited before a run begins or goes on. */
  tell(): Promise<void>;
  of(text: string): readonly Breakpoint[];
  /** As a child execution was left, or changed since; undefined: none was ever on show. */
  known(text: string): readonly Breakpoint[] | undefined;
  /** Stores them, with each workflow whose runs start them. */
  keep(): void;
}

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly client: Pick<ExecutionClient, 'stopInside'>;
  readonly save: Autosave['save'];
  readonly shelf: () => Promise<ShelfActions>;
  /** Where runs of a definition stop. */
  readonly stopsOf: (definition: string) => readonly Breakpoint[];
  readonly failed: (error: unknown) => void;
}

/**
 * A definition has those that it had when a child execution of it was on show last, else those of an open workflow that
 * has its text. What is changed in one of both is changed in the other.
 *
 * @param stored as they were before the page was loaded
 */
export function createMachineStops(around: Surroundings, stored: readonly MachineStops[]): MachineStopper {
  const { store, client, save } = around;
  const known = new Map(stored.map(({ text, breakpoints }) => [text, breakpoints]));
  for (const { execution, document } of store.getState().execution.parents)
    if (execution !== undefined && !known.has(document.text))
      known.set(document.text, document.breakpoints ?? []);
  let shelf: ShelfActions | undefined;
  let shelved: Promise<unknown> | undefined;
  /** Nothing is parked as long as one workflow is open. */
  const withOthers = () => {
    if (shelved === undefined && store.getState().shelf.open.length > 1)
      shelved = around.shelf().then((loaded) => {
        shelf = loaded;
      });
    return shelved;
  };

  const all = (): ReadonlyMap<string, readonly Breakpoint[]> => {
    const { document, breakpoints, execution } = store.getState();
    const left = execution.parents.flatMap(({ execution: child, document: { text }, definition }) =>
      child === undefined ? [{ text, breakpoints: around.stopsOf(definition) }] : [],
    );
    const parked = shelf?.stops().flatMap(({ stops }) => stops) ?? [];
    const open = [...parked, ...left, { text: document.text, breakpoints }];
    const some = open.filter((each) => each.breakpoints.length > 0);
    return new Map([...some.map((each) => [each.text, each.breakpoints] as const), ...known]);
  };
  const post = () => {
    const machines = [...all()].map(([text, breakpoints]) => ({ text, breakpoints }));
    return client.stopInside(machines.filter(({ breakpoints }) => breakpoints.length > 0));
  };
  const keepWith = (machines: readonly string[], id?: string) => {
    const own = [...known].filter(([text, breakpoints]) => breakpoints.length > 0 && machines.includes(text));
    const stops = own.map(([text, breakpoints]) => ({ text, breakpoints }));
    void save('stops', stops.length === 0 ? undefined : stops, id);
  };
  /** @param changed absent: any may be */
  const keep = (changed?: string) => {
    const { machines } = store.getState().execution.services;
    keepWith(machines.map(({ text }) => text));
    for (const parked of shelf?.stops() ?? [])
      if (changed === undefined || parked.machines.includes(changed)) keepWith(parked.machines, parked.id);
  };
  const follow = ({ document: { text }, definition, breakpoints }: WorkspaceState, isSame: boolean) => {
    // A child's that was edited is not what runs.
    const isChild = definition === text;
    // When another definition comes on show, its text may yet come.
    const isFirst = isChild && !known.has(text) && breakpoints.length > 0;
    if (isSame ? !isChild && !known.has(text) : !isFirst) return;
    known.set(text, breakpoints);
    if (isChild) shelf?.stopAt(text, breakpoints);
    keep(text);
  };
  store.subscribe((state, before) => {
    void withOthers()?.catch(around.failed);
    const isSame = state.definition === before.definition;
    if (isSame && state.breakpoints === before.breakpoints) return;
    follow(state, isSame);
    post().catch(around.failed);
  });

  return {
    async tell() {
      await withOthers();
      await post();
    },
    of: (text) => all().get(text) ?? [],
    known: (text) => known.get(text),
    keep: () => keep(),
  };
}
