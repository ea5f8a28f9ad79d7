/** Which workflows this page has open, told to the other pages of the browser: each is open in one page only. */
export interface Holding {
  /**
   * Makes a workflow this page's, until it is released or the page goes away.
   * @param options how long to wait for another page; not at all, if absent
   * @returns false when another page has it; where a browser has no locks, all are this page's
   */
  hold(workflow: string, options?: LockOptions): Promise<boolean>;
  release(workflow: string): void;
}

/** Of a LockManager, what is used. */
export interface Locks {
  request(
    name: string,
    options: LockOptions,
    use: (lock: object | null) => Promise<void> | null,
  ): Promise<unknown>;
}

/** @param locks undefined: the browser has none, or none for an address like this page's */
export function createHolding(locks: Locks | undefined): Holding {
  const held = new Map<string, () => void>();
  return {
    hold: (workflow, options = { ifAvailable: true }) =>
      new Promise((resolve) => {
        if (!locks || held.has(workflow)) return resolve(true);
        locks
          .request(`statecraft-workflow-${workflow}`, options, (lock) => {
            resolve(lock !== null);
            return lock && new Promise<void>((release) => held.set(workflow, release));
          })
          // Locks that are refused altogether keep nobody from their work.
          .catch(() => resolve(!options.signal?.aborted));
      }),
    release(workflow) {
      held.get(workflow)?.();
      held.delete(workflow);
    },
  };
}
