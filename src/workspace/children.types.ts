import type { VisitName } from '../worker';
import type { RunSetup } from './state';
import type { StoredDocument } from './storage.types';

/** What was open, and on show, when a child execution of it was opened: what the way back leads to. */
export interface ParentRun {
  /** The run that the executions are of. */
  readonly run: string;
  /** ARN of the execution that was on show, when that was a child itself. */
  readonly execution?: string;
  /** `Run 3`, or the state machine's name. */
  readonly label: string;
  /** The visit that started the child. */
  readonly visit?: VisitName;
  readonly document: StoredDocument;
  readonly setup: RunSetup;
}

export interface ChildActions {
  /**
   * Opens an execution that a Task of the one on show has started: its definition as the document, and what it did on it.
   * Undo, and `back`, lead back.
   * @param visit the visit that started it
   */
  open(execution: string, visit: VisitName | undefined): Promise<void>;
  /** Back to what the child execution was opened from. @param level a place of the way; absent: one step */
  back(level?: number): Promise<void>;
}
