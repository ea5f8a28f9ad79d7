/** What can be done with a run that was recorded elsewhere. */
export interface RecordedActions {
  /** Shows the run that a text records on the document. @returns whether the text holds one */
  open(text: string): Promise<boolean>;
  /** Opens a definition with the states that the run on show names, as the document, and shows the run on it. */
  sketch(): Promise<void>;
}
