import type { StoreApi } from 'zustand/vanilla';
import type { TextFormat } from '../asl';
import type { Breakpoint, ExecutionClient, ListedRun, RunOnShow, Speed } from '../worker';
import type { Clock } from './clock';
import { FIRST } from './firstWorkflow';
import type { KeptRunsKeeper } from './keptRuns.types';
import type { NoticeActions } from './notices';
import type { ProgressStore } from './progressStore';
import { answeringOf } from './runRequest';
import { inRun, type OpenTab, placesOf, type RunTabs, UNTOLD } from './runTabs';
import { PHASES, type RunSummary, type WorkspaceState } from './state';

/** Milliseconds until runs that seem to go on elsewhere are looked at again; each time twice as long. */
const FIRST_LOOK = 300;
const LAST_LOOK = 5000;

export interface KeptRunsSurroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly client: ExecutionClient;
  readonly progress: ProgressStore;
  readonly tabs: RunTabs;
  /** Where runs of a definition stop. */
  readonly stopsOf: (definition: string) => readonly Breakpoint[];
  /** Says where executions stop that Tasks start. */
  readonly stopInside: () => Promise<void>;
  readonly clock: Clock;
  readonly changeSpeed: (speed: Speed) => void;
  readonly failed: (message: string) => void;
  readonly notices: NoticeActions;
  /** Opens the definition that a run ran, with the run on it. */
  readonly openRunsText: (id: string, name: string, text: string, format: TextFormat) => void;
  /** Puts another of the open workflows on show. */
  readonly turnTo: (document: string) => Promise<void>;
  /** Shows the panel that offers to resume runs. */
  readonly showPanel: () => void;
}

export function createKeptRuns(around: KeptRunsSurroundings): KeptRunsKeeper {
  const { store, client, progress, tabs } = around;
  const setInterrupted = (change: (id: string) => boolean) =>
    store.setState(({ execution }) => ({
      execution: { ...execution, interrupted: execution.interrupted.filter(({ id }) => change(id)) },
    }));

  const otherText = ({ record, text, format }: RunOnShow) =>
    around.notices.add('info', `${record.name} ran another definition than the one that is open.`, {
      label: 'Open its definition',
      take: () => around.openRunsText(record.id, record.document, text, format),
    });

  const open = async (id: string, goOn: boolean, restored: boolean): Promise<boolean> => {
    const home = tabs.homeOf(id);
    if (home !== undefined && home !== tabs.here) await around.turnTo(home);
    const { here } = tabs;
    // As it is asked for: another workflow may have come on show when it is there.
    const asked = store.getState();
    const before = tabs.get(id);
    const isLatest = tabs.claim();
    const known = before?.definition || knownDefinition(asked, id);
    const told = known === undefined ? NOWHERE : around.stopsOf(known);
    await around.stopInside();
    const goesOn = goOn && known !== undefined;
    const answer = await client.showRun(id, asked.settings.speed, { breakpoints: told }, goesOn);
    if (typeof answer === 'string') {
      // Nobody waits any more for what was only to be looked at.
      if (isLatest() || goOn) around.failed(answer);
      return false;
    }
    setInterrupted((each) => each !== id);
    const definition = before?.definition || definitionOf(asked, id, answer.text);
    const stops = around.stopsOf(definition);
    const stopsAt = before?.stopsAt ?? placesOf(stops);
    const tab = tabOf(answer, before, restored, store.getState().document, { definition, stopsAt });
    const gone = tabs.add(tab, here);
    if (gone !== undefined) void client.closeRun(gone);
    const isShown = isLatest();
    if (isShown) {
      tabs.show(id);
      const { states, taken, last } = answer.progress;
      progress.apply(states, taken, last);
      if (answer.progress.control !== 'ended') around.changeSpeed(answer.speed);
    }
    if ((before || stops !== told) && tab.phase !== 'ended')
      await client.of(id).setBreakpoints(stops.map(inRun(tab)));
    // Before its text said where it stops it was not to go on.
    const wasGoing = answer.record.point.control === 'running' && tab.phase === 'paused';
    if (goOn && !goesOn && wasGoing) await client.of(id).continue();
    if (!isShown) return false;
    if (tab.run.version < 0 && !restored && !before) otherText(answer);
    return true;
  };

  /** The failure of a request is a notice, not a rejection nobody waits for. */
  const tell = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await ask();
    } catch (error) {
      around.failed(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };

  /** Those that went with their worker while this page was open. */
  const lost = new Set<string>();
  const find = async (dead: ReadonlySet<string>) => {
    const { runs } = await client.listRuns();
    const interrupted = runs
      .filter(({ id, presence }) => presence === 'interrupted' || (presence === 'live' && dead.has(id)))
      .map(({ id, name, document, point }) => ({
        id,
        name,
        document,
        at: point.at,
        ...(lost.has(id) && { withWorker: true }),
      }));
    store.setState(({ execution }) => ({ execution: { ...execution, interrupted } }));
    const [first] = interrupted;
    if (first && store.getState().settings.panelsShown.debugger === false)
      around.notices.add(
        'warning',
        interrupted.length === 1
          ? `${first.name} of ${first.document} was interrupted.`
          : `${interrupted.length} runs were interrupted.`,
        { label: 'Show runs', take: around.showPanel },
      );
    return runs;
  };

  /** A page that was just closed may seem to be at work on its runs for a moment. */
  const lookAgain = (delay: number) => {
    if (delay <= LAST_LOOK) around.clock.after(delay, () => void tell(() => findPatiently(delay * 2)));
  };
  const findPatiently = async (delay: number) => {
    const runs = await find(new Set());
    if (runs.some(({ id, presence }) => presence === 'live' && !tabs.get(id))) lookAgain(delay);
    return runs;
  };

  /** What became of a run, once nobody is at work on it any more: the page that was may have been closed just now. */
  const letGo = async (id: string, delay = FIRST_LOOK): Promise<ListedRun['presence'] | undefined> => {
    const { runs } = await client.listRuns();
    const presence = runs.find((run) => run.id === id)?.presence;
    if (presence !== 'live' || delay > LAST_LOOK) return presence;
    await new Promise<void>((resolve) => void around.clock.after(delay, resolve));
    return letGo(id, delay * 2);
  };

  const restoreWay: KeptRunsKeeper['restoreWay'] = async ({ child, parents = [] }, showChild) => {
    const root = parents.at(-1)?.run;
    if (child === undefined || root === undefined) return;
    const isHere = () => tabs.homeOf(root) === tabs.here && store.getState().execution.parents === parents;
    if (!isHere()) return;
    if (!tabs.get(root)) {
      // One that was stepped through stands in a run that had not ended.
      const presence = await letGo(root);
      if (!isHere() || presence === undefined || presence === 'live') return;
      if (presence === 'interrupted' && !(await open(root, false, true))) return;
    }
    if (isHere()) await showChild(child);
  };

  return {
    showRun: async (id) => void (await tell(() => open(id, false, false))),
    resumeRun: async (id) => void (await tell(() => open(id, true, false))),
    async closeRun(id) {
      const tab = tabs.get(id);
      const isLive = tab?.phase === 'running' || tab?.phase === 'paused';
      await tell(async () => {
        if (isLive) await client.of(id).stop();
        await client.closeRun(id);
      });
      const order = store.getState().execution.runs;
      const at = order.findIndex((each) => each.id === id);
      const wasShown = tabs.shown?.id === id;
      tabs.close(id);
      const next = (order[at + 1] ?? order[at - 1])?.id;
      if (wasShown && next !== undefined) await tell(() => open(next, false, false));
    },
    listRuns: () => client.listRuns(),
    async removeRuns(ids) {
      const stay = await tell(() => client.removeRuns(ids));
      if (stay === undefined) return;
      for (const id of ids) if (!stay.includes(id)) tabs.close(id);
      setInterrupted((id) => !ids.includes(id));
      if (stay.length > 0) around.failed(staying(stay.length));
    },
    limitRuns: async (limit) => void (await tell(() => client.limitRuns(limit))),
    exportRun: (id) => client.exportRun(id),
    async importRun(text) {
      const result = await tell(() => client.importRun(text));
      if (result?.ok === false) around.failed(`This run cannot be opened. ${result.reason}`);
      else if (result) await tell(() => open(result.run, false, false));
    },
    async restore(stored, showChild) {
      const runs = await findPatiently(FIRST_LOOK);
      for (const { id, name, document = FIRST } of stored.open) {
        tabs.settle(id, document);
        const record = runs.find((each) => each.id === id);
        if (record?.presence !== 'ended') continue;
        const { startTime, type, input, point } = record;
        const { now, events, transitions, status } = point;
        const result = status && { status };
        const version = -1;
        const run = {
          id,
          type,
          input,
          version,
          startedAt: startTime,
          now,
          events,
          transitions,
          result,
          restored: true,
        };
        // Its text says which definition it is of, once it is shown.
        tabs.add({ ...UNTOLD, id, name, phase: 'ended', run, definition: '', stopsAt: new Map() }, document);
      }
      const { shown } = stored;
      if (shown !== undefined && tabs.get(shown) && tabs.homeOf(shown) === tabs.here)
        await open(shown, false, true);
      await restoreWay(stored, showChild);
    },
    restoreWay: async (...way) => void (await tell(() => restoreWay(...way))),
    async findInterrupted(dead) {
      for (const id of dead) lost.add(id);
      await tell(() => find(dead));
    },
  };
}

const NOWHERE: readonly Breakpoint[] = [];

/** The same before its text is known; undefined when that is to decide. */
function knownDefinition({ definition, execution }: WorkspaceState, id: string): string | undefined {
  const { parents } = execution;
  if (parents.length === 0) return definition;
  return parents.find(({ run, execution: child }) => run === id && child === undefined)?.definition;
}

/**
 * The definition that a run is one of which was brought back: the one that it was left in, else the one whose text it ran,
 * else that of its workflow, which was edited since.
 */
function definitionOf(state: WorkspaceState, id: string, text: string): string {
  const { document, definition, execution } = state;
  const { parents } = execution;
  const known = [...parents, { definition, document }];
  const found =
    parents.find(({ run, execution: child }) => run === id && child === undefined) ??
    known.find((each) => each.document.text === text) ??
    known[0];
  return found?.definition ?? definition;
}

/** Why runs were not deleted. */
const staying = (count: number): string =>
  count === 1
    ? 'A run was not deleted: it is going on in another tab of the browser.'
    : `${count} runs were not deleted: they are going on in other tabs of the browser.`;

function tabOf(
  { record, text, format, input, services, progress }: RunOnShow,
  before: OpenTab | undefined,
  restored: boolean,
  document: WorkspaceState['document'],
  stops: Pick<OpenTab, 'definition' | 'stopsAt'>,
): OpenTab {
  const isSame = text === document.text && format === document.format;
  const { now, time, events, timeline, transitions, result, note, open, reason, at, visit, control } =
    progress;
  const { branched, redriven } = record;
  // What is left of one that broke is over, and came to no end.
  const isBroken = before?.phase === 'crashed' && control === 'ended' && result === undefined;
  const run: RunSummary = {
    id: record.id,
    type: record.type,
    input,
    version: isSame ? document.version : -1,
    startedAt: record.startTime,
    now,
    time,
    events,
    transitions,
    result,
    restored: restored || before?.run.restored === true,
    ...(branched === undefined ? {} : { branched }),
    ...(redriven === undefined ? {} : { redriven }),
    ...answeringOf(services),
  };
  return {
    id: record.id,
    name: record.name,
    phase: isBroken ? 'crashed' : PHASES[control],
    run,
    at,
    visit,
    message: isBroken ? before.message : note,
    open,
    reason,
    timeline,
    ...stops,
  };
}
