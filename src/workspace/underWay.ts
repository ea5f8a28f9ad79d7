/** What was asked for and is not done yet. */
export interface UnderWay {
  /** @returns `done`, which counts until it has settled */
  add<Result>(done: Promise<Result>): Promise<Result>;
  /** Resolves, never rejects, once all that was under way when it was asked for is done; undefined: nothing is. */
  readonly all: Promise<void> | undefined;
}

/** Pastes and edits are planned in a worker: whoever undoes, or runs, right behind one means what comes of it. */
export function createUnderWay(): UnderWay {
  let all: Promise<void> | undefined;
  return {
    add(done) {
      const mine = Promise.allSettled([all, done]).then(() => {
        if (all === mine) all = undefined;
      });
      all = mine;
      return done;
    },
    get all() {
      return all;
    },
  };
}
