import type { StoreApi } from 'zustand/vanilla';
import { applyEdits, diffEdit, invertEdits, type StatePath, type TextEdit, type TextFormat } from '../asl';
import type { Clock } from './clock';
import type { DocumentState, DrawingState, RunSetup, WorkspaceState } from './state';
import type { StoredDocument } from './storage.types';
import {
  type Burst,
  type Companion,
  createUndoLog,
  type DocumentMoment,
  type UndoEntry,
  type UndoLog,
  type UndoStep,
} from './undoLog';

/** Who wrote. A view that mirrors the text leaves out its own changes. */
export type ChangeOrigin = 'editor' | 'canvas' | 'inspector' | 'command' | 'open' | 'undo';

/** One writing of the text. `edits` refer to the text before it. */
export interface DocumentChange {
  readonly edits: readonly TextEdit[];
  readonly text: string;
  readonly version: number;
  readonly origin: ChangeOrigin;
}

export interface DocumentActions {
  /** The only writer: everything that changes the text comes through here and can be undone. */
  applyEdits(
    edits: readonly TextEdit[],
    label: string,
    origin: ChangeOrigin,
    burst?: Burst,
    companion?: Companion,
  ): void;
  /** The whole text anew, as the smallest single edit. */
  replaceAll(text: string, label: string, origin?: ChangeOrigin): void;
  /**
   * As `replaceAll`, with another notation and name; Undo brings all of them back.
   *
   * @param setup what a run got before another document came; Undo brings it back, too
   * @param companion what goes with the text and is beside it, when Undo or Redo comes by
   * @param definition absent: one that was never on show
   */
  open(
    document: Pick<DocumentState, 'text' | 'format' | 'name'>,
    label: string,
    setup?: RunSetup,
    companion?: Companion,
    definition?: string,
  ): void;
  /** The same document in another notation or another version; Undo brings it back. */
  rewrite(version: Pick<DocumentState, 'text' | 'format'>, label: string): void;
  /** The texts that Undo leads back to, newest first; the last is what the page began with. */
  versions(): readonly DocumentVersion[];
  /** What Undo and Redo lead to; `reset` takes it back. */
  readonly log: UndoLog;
  /**
   * Puts another document in place, which Undo does not take back: at start, and when one of several comes on show.
   *
   * @param log the one it had when it was left; absent: there is nothing to undo
   */
  reset(document: StoredDocument, log?: UndoLog): void;
  /** A change of the drawing, beside the text, as a step of its own. */
  arrange(label: string, change: () => void): void;
  rename(name: string): void;
  /** @returns whether there was something to undo */
  undo(): boolean;
  redo(): boolean;
  /** Takes the last step back as Undo does, for good: there is no Redo of it. */
  retract(): void;
  /** Hears of every writing, in order, once the store holds it. @returns how to stop listening */
  subscribe(listener: (change: DocumentChange) => void): () => void;
}

/** A text that the document had. */
export interface DocumentVersion {
  /** What was done to it then: an undo label. */
  readonly next: string;
  /** That opened another document. */
  readonly replaced: boolean;
  /** The document was opened with it. */
  readonly opened: boolean;
  read(): StoredDocument;
}

/** What an entry of the undo log says of documents that come and go. */
interface Opening {
  readonly opens: boolean;
  /** What a run got before. */
  readonly setup?: RunSetup | undefined;
  /** How it was drawn. */
  readonly drawing?: DrawingState;
  /** Which definition it was: where runs of it stop is kept with that. */
  readonly definition?: string;
  /** What of their data was watched. */
  readonly watches?: readonly string[];
}

/** What goes with the text and is kept elsewhere. */
interface Companions {
  readonly selection: StatePath | undefined;
  readonly setup: RunSetup;
  select(state: StatePath | undefined): void;
  setUp(setup: RunSetup): void;
  readonly drawing: DrawingState;
  draw(drawing: DrawingState): void;
  readonly definition: string;
  turnTo(definition: string): void;
  readonly watches: readonly string[];
  watch(watches: readonly string[]): void;
}

export function createDocument(
  store: StoreApi<WorkspaceState>,
  clock: Clock,
  companions: Companions,
): DocumentActions {
  let log = createUndoLog();
  const listeners = new Set<(change: DocumentChange) => void>();

  const set = (part: Partial<DocumentState>) =>
    store.setState(({ document }) => ({ document: { ...document, ...part } }));
  const labels = () => ({ undoLabel: log.undoLabel, redoLabel: log.redoLabel });
  const moment = (): DocumentMoment => {
    const { format, name } = store.getState().document;
    return { format, name, selection: companions.selection };
  };

  const write = (edits: readonly TextEdit[], origin: ChangeOrigin, part: Partial<DocumentState> = {}) => {
    const { text: before, version: last } = store.getState().document;
    const text = applyEdits(before, edits);
    const version = last + 1;
    set({ ...part, text, version });
    for (const listener of [...listeners]) listener({ edits, text, version, origin });
  };

  const record = (
    edits: readonly TextEdit[],
    label: string,
    origin: ChangeOrigin,
    part: Partial<Pick<DocumentState, 'format' | 'name'>> = {},
    burst: Burst | undefined = origin === 'editor' ? 'typing' : undefined,
    opening: Opening = { opens: false },
    companion?: Companion,
  ) => {
    const { opens, setup, drawing, definition, watches } = opening;
    const before = {
      ...moment(),
      ...(setup && { setup }),
      ...(drawing && { drawing }),
      ...(definition && { definition }),
      ...(watches && { watches }),
    };
    const step: UndoStep = { edits, inverse: invertEdits(store.getState().document.text, edits) };
    const after = {
      ...before,
      ...part,
      ...(setup && { setup: companions.setup }),
      ...(drawing && { drawing: companions.drawing }),
      ...(definition && { definition: companions.definition }),
      ...(watches && { watches: companions.watches }),
    };
    log.record({ label, steps: [step], before, after, time: clock.now(), opens, burst, companion });
    write(edits, origin, { ...part, ...labels() });
    companion?.('after');
  };

  const travel = (entry: UndoEntry | undefined, to: 'before' | 'after'): boolean => {
    if (!entry) return false;
    const steps = to === 'after' ? entry.steps : [...entry.steps].reverse();
    const { format, name, selection, setup, drawing, definition, watches } = entry[to];
    for (const step of steps) write(to === 'after' ? step.edits : step.inverse, 'undo', { format, name });
    set(labels());
    companions.select(selection);
    if (setup) companions.setUp(setup);
    if (drawing) companions.draw(drawing);
    if (definition) companions.turnTo(definition);
    if (watches) companions.watch(watches);
    entry.companion?.(to);
    return true;
  };

  return {
    applyEdits(edits, label, origin, burst, companion) {
      if (edits.length > 0) record(edits, label, origin, {}, burst, undefined, companion);
    },
    replaceAll(text, label, origin = 'command') {
      const edits = diffEdit(store.getState().document.text, text);
      if (edits.length > 0) record(edits, label, origin);
    },
    open({ text, format, name }, label, setup, companion, definition = crypto.randomUUID()) {
      const edits = diffEdit(store.getState().document.text, text);
      const { drawing, definition: before, watches } = companions;
      // First, so that nothing draws the text that comes as the one before it was drawn.
      companions.draw(PLAIN_DRAWING);
      companions.turnTo(definition);
      companions.watch([]);
      const opening = { opens: true, setup, drawing, definition: before, watches };
      record(edits, label, 'open', { format, name }, undefined, opening, companion);
    },
    rewrite({ text, format }, label) {
      record(diffEdit(store.getState().document.text, text), label, 'open', { format });
    },
    versions() {
      const entries = [...log.done];
      return entries
        .map(({ label, opens }, at) => ({
          next: label,
          replaced: opens,
          opened: entries[at - 1]?.opens ?? true,
          read: () => readBack(store.getState().document.text, entries.slice(at)),
        }))
        .reverse();
    },
    get log() {
      return log;
    },
    reset(document, ownLog = createUndoLog()) {
      log = ownLog;
      write(diffEdit(store.getState().document.text, document.text), 'open', {
        format: document.format,
        name: document.name,
        ...labels(),
      });
    },
    arrange(label, change) {
      const before = { ...moment(), drawing: companions.drawing };
      change();
      const after = { ...moment(), drawing: companions.drawing };
      log.record({ label, steps: [], before, after, time: clock.now(), opens: false, burst: undefined });
      set(labels());
    },
    rename: (name) => set({ name }),
    undo: () => travel(log.undo(companions), 'before'),
    redo: () => travel(log.redo(), 'after'),
    retract() {
      travel(log.undo(companions), 'before');
      log.forgetUndone();
      set(labels());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A text with some entries taken back, the last first. */
function readBack(text: string, entries: readonly UndoEntry[]): StoredDocument {
  const steps = entries.flatMap((entry) => entry.steps).reverse();
  const { format, name } = entries[0]?.before ?? EMPTY_DOCUMENT;
  return { text: steps.reduce((written, { inverse }) => applyEdits(written, inverse), text), format, name };
}

/** The document before anything is open. */
export const EMPTY_DOCUMENT: DocumentState = {
  text: '',
  format: 'json' satisfies TextFormat,
  name: 'workflow',
  version: 0,
  undoLabel: undefined,
  redoLabel: undefined,
};

/** As the text alone says. */
export const PLAIN_DRAWING: DrawingState = { collapsed: [], moved: [], silenced: [] };
