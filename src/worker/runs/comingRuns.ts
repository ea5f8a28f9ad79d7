/** Runs that are made ready: played again, or written down, before they are among the open ones. */
export class ComingRuns {
  private readonly byId = new Map<string, AbortController>();

  /**
   * Makes a run ready. One of its name that still is, is given up.
   * @param make looks at the signal now and then: nobody waits for the run any more
   */
  async during<Result>(run: string, make: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    this.giveUp(run);
    const controller = new AbortController();
    this.byId.set(run, controller);
    try {
      return await make(controller.signal);
    } finally {
      if (this.byId.get(run) === controller) this.byId.delete(run);
    }
  }

  giveUp(run: string): void {
    this.byId.get(run)?.abort();
  }
}
