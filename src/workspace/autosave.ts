import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from './clock';
import type { ExecutionKeeper } from './execution';
import type { WorkspaceState } from './state';
import type { StoredPart, StoredWorkspace, WorkspaceStorage } from './storage.types';
import { storedAnswer } from './storedAnswer';

/** Milliseconds after a change until it is stored. */
const DELAY = 400;

export interface Autosave {
  /** Everything stored; nothing, with a notice, when it cannot be read. */
  load(): Promise<StoredWorkspace>;
  flush(): void;
  /** Stores all of the workflow on show, at once: it may never have been changed. */
  keep(): void;
  /** Another workflow comes on show with this; nothing of it is a change. */
  turn(change: () => void): void;
  /** Stores, or takes away, what is not on show. */
  save<Part extends StoredPart>(part: Part, value: StoredWorkspace[Part], document?: string): Promise<void>;
  dispose(): void;
}

/** Stores each part of the workspace shortly after it changed; settings at once. */
export function createAutosave(
  store: StoreApi<WorkspaceState>,
  storage: WorkspaceStorage,
  clock: Clock,
  execution: ExecutionKeeper,
  warn: (message: string) => void,
): Autosave {
  const due = new Set<StoredPart>();
  /** An input that was never stored is stored with the first text: an example that is changed keeps its own. */
  let inputKnown = false;
  let calledOff: (() => void) | undefined;

  let turning = false;

  const save = async <Part extends StoredPart>(
    part: Part,
    value: StoredWorkspace[Part],
    document = store.getState().shelf.shown,
  ) => {
    try {
      await storage.save(part, value, document);
    } catch {
      warn('This browser does not let the page store anything: after a reload your work is gone. Export it.');
    }
  };
  const flush = () => {
    calledOff?.();
    calledOff = undefined;
    const { document, drawing, breakpoints, watches, coverage, answer, execution: run } = store.getState();
    const { text, format, name } = document;
    if (due.delete('document'))
      void save('document', { text, format, name, drawing, breakpoints, watches, coverage });
    const { input, type, inputOrigin, services, servicesOrigin } = run;
    if (due.delete('input')) void save('input', { input, type, inputOrigin, services, servicesOrigin });
    if (due.delete('answer')) void save('answer', storedAnswer(answer));
  };
  const mark = (part: StoredPart) => {
    due.add(part);
    if (part === 'input') inputKnown = true;
    calledOff ??= clock.after(DELAY, flush);
  };

  const stopWatching = store.subscribe((state, before) => {
    if (state.settings !== before.settings) storage.saveSettings(state.settings, before.settings);
    if (!state.restored || turning) return;
    if (state.shelf !== before.shelf) void save('shelf', state.shelf);
    const [now, was] = [state.document, before.document];
    if (now.version !== was.version || now.name !== was.name || now.format !== was.format) {
      mark('document');
      if (!inputKnown) mark('input');
    }
    if (
      state.drawing !== before.drawing ||
      state.breakpoints !== before.breakpoints ||
      state.watches !== before.watches ||
      state.coverage !== before.coverage
    )
      mark('document');
    if (state.answer !== before.answer) {
      mark('answer');
      // It is about this workflow, which may never have been changed.
      mark('document');
      if (!inputKnown) mark('input');
    }
    const [runs, ran] = [state.execution, before.execution];
    if (runs.input !== ran.input || runs.type !== ran.type || runs.services !== ran.services) mark('input');
    if (
      runs.runs !== ran.runs ||
      runs.elsewhere !== ran.elsewhere ||
      runs.run?.id !== ran.run?.id ||
      runs.parents !== ran.parents
    ) {
      void save('runs', execution.tabs);
      void save('run', undefined);
    }
  });

  return {
    async load() {
      try {
        const stored = await storage.load();
        inputKnown = stored.input !== undefined;
        return stored;
      } catch {
        warn('What this browser stored for the page cannot be read. You start afresh.');
        return {};
      }
    },
    flush,
    keep() {
      mark('document');
      mark('input');
      flush();
    },
    turn(change) {
      flush();
      turning = true;
      change();
      turning = false;
      inputKnown = true;
      void save('shelf', store.getState().shelf);
      void save('runs', execution.tabs);
    },
    save,
    dispose: stopWatching,
  };
}
