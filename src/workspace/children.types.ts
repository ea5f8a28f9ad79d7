import type { ChildNews, VisitName } from '../worker';

export interface ChildActions {
  /**
   * Opens an execution that a Task of the one on show has started: its definition as the document, and what it did on it.
   * Undo, and `back`, lead back.
   * @param visit the visit that started it
   */
  open(execution: string, visit: VisitName | undefined): Promise<void>;
  /** Back to what the child execution was opened from. @param level a place of the way; absent: one step */
  back(level?: number): Promise<void>;
  /** A step has led into such an execution, or out of it: if its parent, or it, is on show, the page goes along. */
  follow(news: ChildNews): void;
  /** Shows one on its definition, which is the document already: after a reload. */
  restore(execution: string): Promise<void>;
}
