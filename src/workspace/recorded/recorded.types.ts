import type { HistoryDifferences } from '../../worker';

/** What can be done with a run that was recorded elsewhere. */
export interface RecordedActions {
  /** Shows the run that a text records on the document. @returns whether the text holds one */
  open(text: string): Promise<void>;
  /** Opens a definition with the states that the run on show names, as the document, and shows the run on it. */
  sketch(): Promise<void>;
  /** The Tasks of the next runs are answered as those of the run on show were; says so, and which are not. */
  mockResults(): Promise<void>;
  /** Runs the document as the recorded run on show was: its input, type, time, name and results. */
  runAgain(): Promise<void>;
  /**
   * What a run with recorded results differs in; undefined when the run on show is none.
   * @param strict ids and times, too
   */
  compare(strict: boolean): Promise<HistoryDifferences | undefined>;
  /** Back from a run with recorded results to what was recorded. */
  showRecorded(): Promise<void>;
}
