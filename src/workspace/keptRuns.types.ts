import type { KeptRuns } from '../worker';
import type { StoredTabs } from './state';

/** What may be done with runs besides running them. */
export interface RunsActions {
  /** Puts a run on show: one that is open, or one that is kept. An interrupted one stands where it was. */
  showRun(id: string): Promise<void>;
  /** An interrupted run is played up to where it was, and goes on if it was going on. */
  resumeRun(id: string): Promise<void>;
  /** Takes a run's tab away; one that goes on is stopped. It stays in the list. */
  closeRun(id: string): Promise<void>;
  listRuns(): Promise<KeptRuns>;
  removeRuns(ids: readonly string[]): Promise<void>;
  /** Characters that may be kept of all runs. */
  limitRuns(limit: number): Promise<void>;
  /** The text of a run's file. */
  exportRun(id: string): Promise<string>;
  /** Takes a run from a file and puts it on show; what is wrong with the file is a notice. */
  importRun(text: string): Promise<void>;
}

export interface KeptRunsKeeper extends RunsActions {
  /** Brings back the tabs that were open, and finds what was interrupted. @param showChild shows a child execution again */
  restore(stored: StoredTabs, showChild: (execution: string) => Promise<void>): Promise<void>;
  /** Shows a child execution again that was on show with the workflow. @param showChild as in `restore` */
  restoreWay(
    way: Pick<StoredTabs, 'parents' | 'child'>,
    showChild: (execution: string) => Promise<void>,
  ): Promise<void>;
  /** The worker died with these runs in it. */
  findInterrupted(dead: ReadonlySet<string>): Promise<void>;
}
