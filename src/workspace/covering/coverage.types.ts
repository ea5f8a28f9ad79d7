/** How often the runs of a document came somewhere. */
export interface CoverageCount {
  /** Runs that came there at all. */
  readonly runs: number;
  readonly times: number;
}

/** Where the runs of the document that have ended came, each under its path or id as the text stands. */
export interface CoverageState {
  readonly runs: number;
  readonly states: Readonly<Record<string, CoverageCount>>;
  readonly transitions: Readonly<Record<string, CoverageCount>>;
}

export interface CoverageActions {
  /** Forgets all runs. */
  reset(): void;
}
