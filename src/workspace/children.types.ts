import type { VisitName } from '../worker';

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
