import type { StoreApi } from 'zustand/vanilla';
import type { LanguageClient, MachineStops } from '../../worker';
import { NO_ANALYSIS } from '../analysis';
import type { Autosave } from '../autosave';
import type { BreakpointTracker } from '../breakpoints';
import type { CoverageTracker } from '../covering/coverage';
import type { DocumentActions } from '../document';
import type { DrawingTracker } from '../drawing';
import type { ExecutionKeeper } from '../execution';
import type { IncomingSource } from '../incoming';
import { AT_NOTHING } from '../looking';
import type { NoticeActions } from '../notices';
import type { RunTabs } from '../runTabs';
import { type SelectionTracker, selectedStates } from '../selection';
import type { AnalysisState, Offer, OpenDocument, ParentRun, WorkspaceState } from '../state';
import type { StoredOther } from '../storage.types';
import { createOpenFiles } from './openFiles';
import { newlyParked, type Parked, parkedFrom, storedOf } from './parked';
import type { ShelfActions } from './shelf.types';

export interface ShelfSurroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly language: Pick<LanguageClient, 'recognise'>;
  readonly document: DocumentActions;
  readonly drawing: Pick<DrawingTracker, 'restore'>;
  readonly breakpoints: Pick<BreakpointTracker, 'restore'>;
  readonly selection: Pick<SelectionTracker, 'selectAll'>;
  readonly execution: ExecutionKeeper;
  readonly tabs: Pick<RunTabs, 'live' | 'homeOf' | 'get' | 'turn'>;
  readonly autosave: Pick<Autosave, 'turn' | 'keep' | 'save'>;
  readonly notices: NoticeActions;
  /** What counts the runs of the workflow on show; undefined before one has ended. */
  counting: CoverageTracker | undefined;
  /** Runs of the workflow on show were counted: the counts follow its text. */
  countOn(): void;
  openIncoming(text: string, source: IncomingSource): Promise<void>;
  /** Stores once more where executions stop that Tasks start. */
  keepStops(): void;
  /** Shows a child execution on its definition, which is the document. */
  showChild(execution: string): Promise<void>;
}

/**
 * The workflows that are open and not on show. The workspace knows one document: when another comes on show, all that
 * is about the one before is taken out and kept here, whole. Runs go on in the worker meanwhile; their tabs know whose
 * they are.
 *
 * @param stored those that were open before the page was loaded
 */
export function createShelf(around: ShelfSurroundings, stored: readonly StoredOther[]): ShelfActions {
  const { store, document, execution, tabs, autosave, notices } = around;
  const parked = new Map(stored.map((other) => [other.id, parkedFrom(other)]));
  /** What this module offers is about no one workflow: it stays when another comes on show. */
  const offered = new WeakSet<object>();
  const shelf = () => store.getState().shelf;

  const park = (): Parked => {
    const state = store.getState();
    const { text, format, name, version } = state.document;
    const { drawing, breakpoints, definition, watches, coverage, looking, analysis, answer } = state;
    return {
      document: { text, format, name },
      log: document.log,
      drawing,
      breakpoints,
      definition,
      watches,
      coverage,
      counting: around.counting,
      setup: execution.setup,
      selection: selectedStates(state),
      looking,
      analysis: {
        ...analysis,
        graphVersion: analysis.graphVersion === version ? NEWEST : -1,
        analysedVersion: analysis.analysedVersion === version ? NEWEST : -1,
      },
      parents: state.execution.parents,
      child: state.execution.run?.child,
      answer,
      untabbed: execution.untabbed,
    };
  };

  const bring = (id: string, kept: Parked, open: readonly OpenDocument[]) => {
    store.setState(({ notices: all }) => ({
      shelf: { shown: id, open },
      // First, so that nothing is looked for in the text that comes by what is known of the one before.
      analysis: NO_ANALYSIS,
      selection: { state: undefined, also: [], origin: 'command' },
      looking: AT_NOTHING,
      refactoring: undefined,
      answer: kept.answer,
      notices: all.filter(({ offers }) => offers.every((offer) => offered.has(offer))),
    }));
    around.counting = undefined;
    tabs.turn();
    store.setState(({ execution: now }) => ({ execution: { ...now, parents: kept.parents } }));
    document.reset(kept.document, kept.log);
    around.drawing.restore(kept.drawing);
    around.breakpoints.restore(kept.breakpoints, kept.definition);
    execution.setUp(kept.setup);
    const { watches, coverage, looking } = kept;
    const { version } = store.getState().document;
    store.setState({ watches, coverage, looking, analysis: at(version, kept.analysis) });
    around.counting = kept.counting;
    // The editor comes back to where it was left, not to the state: it has that place by now.
    around.selection.selectAll(kept.selection, 'editor');
    if (coverage.runs > 0) around.countOn();
  };

  /** All open ones, with what is known of the one on show as it is now. */
  const openNow = (): readonly OpenDocument[] => {
    const { document: now, execution: running } = store.getState();
    const run = running.run && tabs.get(running.run.id) ? running.run.id : undefined;
    return shelf().open.map((each) =>
      each.id === shelf().shown ? { id: each.id, name: now.name, run } : each,
    );
  };

  /** Puts one on show, in place of the one that is; `open` are the tabs from then on. */
  const turn = async (id: string, open: readonly OpenDocument[]): Promise<void> => {
    const kept = parked.get(id);
    const { shown } = shelf();
    if (!kept || id === shown) return;
    autosave.turn(() => {
      parked.set(shown, park());
      parked.delete(id);
      bring(id, kept, open);
    });
    const run = open.find((each) => each.id === id)?.run;
    if (run !== undefined && tabs.get(run)) await execution.showRun(run);
    else if (kept.child !== undefined)
      await execution.restoreWay({ parents: kept.parents, child: kept.child }, around.showChild);
    else if (kept.untabbed) await execution.show(kept.untabbed);
  };

  const keepStored = async (id: string, kept: Parked) => {
    const { document: text, input, answer } = storedOf(kept);
    await Promise.all([
      autosave.save('document', text, id),
      autosave.save('input', input, id),
      autosave.save('answer', answer, id),
    ]);
  };

  const open: ShelfActions['open'] = (documents, where = 'shown') => {
    if (shelf().open.length === 1) autosave.keep();
    const before = openNow();
    const opened: OpenDocument[] = [];
    for (const each of documents) {
      const id = crypto.randomUUID();
      const kept = newlyParked(
        each,
        before.concat(opened).map(({ name }) => name),
      );
      parked.set(id, kept);
      void keepStored(id, kept);
      opened.push({ id, name: kept.document.name });
    }
    const [first] = opened;
    const all = [...before, ...opened];
    if (where === 'behind') store.setState({ shelf: { shown: shelf().shown, open: all } });
    else if (first) void turn(first.id, all);
  };

  /** Runs of a workflow that goes away would go on where nobody sees them. */
  const stopRuns = async (id: string): Promise<number> => {
    const live = tabs.live().filter((tab) => tabs.homeOf(tab.id) === id);
    if (live.length > 0) await actions.show(id);
    for (const tab of live) await execution.stopRun(tab.id);
    return live.length;
  };

  const actions: ShelfActions = {
    open,
    show: (id) => turn(id, openNow()),
    async close(id) {
      if (shelf().open.length < 2) return;
      const stopped = await stopRuns(id);
      const before = openNow();
      const place = before.findIndex((each) => each.id === id);
      const gone = before[place];
      const next = before[place + 1] ?? before[place - 1];
      if (!gone || !next) return;
      const rest = before.filter((each) => each.id !== id);
      if (id === shelf().shown) void turn(next.id, rest);
      else store.setState({ shelf: { shown: shelf().shown, open: rest } });
      const kept = parked.get(id);
      parked.delete(id);
      void autosave.save('document', undefined, id);
      void autosave.save('input', undefined, id);
      void autosave.save('answer', undefined, id);
      void autosave.save('runs', undefined, id);
      void autosave.save('stops', undefined, id);
      if (!kept) return;
      const offer: Offer = {
        label: 'Undo',
        take() {
          parked.set(id, kept);
          void keepStored(id, kept);
          const others = openNow();
          void turn(id, [...others.slice(0, place), gone, ...others.slice(place)]);
          around.keepStops();
        },
      };
      offered.add(offer);
      notices.add('info', `Closed “${gone.name}”${STOPPED[Math.min(stopped, 2)]}.`, offer);
    },
    stops: () =>
      [...parked].map(
        ([
          id,
          {
            document: { text },
            breakpoints,
            parents,
            setup,
          },
        ]) => ({
          id,
          stops: [{ text, breakpoints }, ...ownStops(parents)],
          machines: setup.services.machines.map((machine) => machine.text),
        }),
      ),
    stopAt(text, breakpoints) {
      for (const [id, kept] of parked) {
        if (kept.document.text !== text) continue;
        const stopped = { ...kept, breakpoints };
        parked.set(id, stopped);
        void autosave.save('document', storedOf(stopped).document, id);
      }
    },
    openFiles: createOpenFiles({ ...around, open }),
  };
  return actions;
}

/** Of the workflow itself whose child execution is on show. */
const ownStops = (parents: readonly ParentRun[]): readonly MachineStops[] =>
  parents.flatMap(({ execution, document: { text, breakpoints = [] } }) =>
    execution === undefined ? [{ text, breakpoints }] : [],
  );

const STOPPED = ['', ', and stopped its run', ', and stopped its runs'] as const;

/** In place of the version, in what is parked: it is about the text as it was left. */
const NEWEST = 0;

/** The analysis of a text that is on show again, and has another version now. */
const at = (version: number, analysis: AnalysisState): AnalysisState => ({
  ...analysis,
  graphVersion: analysis.graphVersion === NEWEST ? version : -1,
  analysedVersion: analysis.analysedVersion === NEWEST ? version : -1,
});
