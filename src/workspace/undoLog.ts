import type { StatePath, TextEdit, TextFormat } from '../asl';
import type { DrawingState, RunSetup } from './state';

/** One writing of the text, and the edits that take it back. */
export interface UndoStep {
  readonly edits: readonly TextEdit[];
  readonly inverse: readonly TextEdit[];
}

/** What goes with a text and returns with it. */
export interface DocumentMoment {
  readonly format: TextFormat;
  readonly name: string;
  readonly selection: StatePath | undefined;
  /** Only where another document was opened. */
  readonly setup?: RunSetup;
  /** Likewise. */
  readonly definition?: string;
  readonly watches?: readonly string[];
  /** Only where the drawing was changed. */
  readonly drawing?: DrawingState;
}

/** What one Undo takes back: a gesture, or a burst of typing. */
export interface UndoEntry {
  readonly label: string;
  readonly steps: readonly UndoStep[];
  readonly before: DocumentMoment;
  readonly after: DocumentMoment;
  /** Milliseconds, of the last step. */
  readonly time: number;
  /** Another document began with it. */
  readonly opens: boolean;
  /** What the next step may join this entry in; undefined: nothing, it is a gesture of its own. */
  readonly burst: Burst | undefined;
  readonly companion?: Companion | undefined;
}

/** Changes what goes with the text but is beside it; called when the entry is made, taken back and done again. */
export type Companion = (to: 'before' | 'after') => void;

/**
 * Typing in the editor, which a pause ends; typing (or pasting) over all of its text, which begins anew; typing in one
 * field of a form (named here) until it is left.
 */
export type Burst = 'typing' | 'typing over all' | `field ${string}`;

/** Keystrokes closer together than this are taken back together. Milliseconds. */
const BURST = 600;

export interface UndoLog {
  record(entry: UndoEntry): void;
  /**
   * The entry to take back, moved to the redo side; undefined when there is none.
   *
   * @param now what goes with the text now: Redo brings it back
   */
  undo(now: Required<Pick<DocumentMoment, 'selection' | 'setup'>>): UndoEntry | undefined;
  /** The entry to do again, moved to the undo side; undefined when there is none. */
  redo(): UndoEntry | undefined;
  /** There is nothing to be done again. */
  forgetUndone(): void;
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
  /** What Undo would take back, one after the other: the newest last. */
  readonly done: readonly UndoEntry[];
}

/** The one history of the document's text, whoever wrote. A new entry forgets what was undone. */
export function createUndoLog(): UndoLog {
  const done: UndoEntry[] = [];
  const undone: UndoEntry[] = [];
  return {
    record(entry) {
      undone.length = 0;
      const last = done.at(-1);
      if (last && joinsBurst(last, entry)) {
        done[done.length - 1] = {
          ...entry,
          label: last.label,
          before: last.before,
          steps: [...last.steps, ...entry.steps],
        };
      } else {
        done.push(entry);
      }
    },
    undo: ({ selection, setup }) =>
      move(done, undone, (entry) => ({
        ...entry,
        after: { ...entry.after, selection, ...(entry.after.setup && { setup }) },
        burst: undefined,
      })),
    redo: () => move(undone, done, (entry) => entry),
    forgetUndone() {
      undone.length = 0;
    },
    get undoLabel() {
      return done.at(-1)?.label;
    },
    get redoLabel() {
      return undone.at(-1)?.label;
    },
    done,
  };
}

function joinsBurst(last: UndoEntry, next: UndoEntry): boolean {
  switch (next.burst) {
    case undefined:
    case 'typing over all':
      return false;
    case 'typing': {
      const typed = last.burst === 'typing' || last.burst === 'typing over all';
      return typed && next.time - last.time <= BURST;
    }
    default:
      return last.burst === next.burst;
  }
}

function move(
  from: UndoEntry[],
  to: UndoEntry[],
  change: (entry: UndoEntry) => UndoEntry,
): UndoEntry | undefined {
  const entry = from.pop();
  if (entry) to.push(change(entry));
  return entry;
}
