/** A value in the browser's memory of an area: small, and there at once. */
export interface BrowserMemory {
  /** Written when this returns, so that it outlives a page that is being left. */
  remember(value: unknown): void;
  /** What was remembered last; undefined when nothing was, or it cannot be read. */
  recall(): unknown;
}

/** @param area asked for at each use: a browser may refuse even to name it */
export function browserMemory(area: () => Storage, key: string): BrowserMemory {
  return {
    remember(value) {
      try {
        area().setItem(key, JSON.stringify(value));
      } catch {
        // What was stored before, or nothing, has to do.
      }
    },
    recall() {
      try {
        return JSON.parse(area().getItem(key) ?? '') as unknown;
      } catch {
        return undefined;
      }
    },
  };
}
