const KEY = 'statecraft-shelf';

/** Keeps which workflows this tab of the browser has open, for its next load; other tabs do not see it. */
export function remember(shelf: unknown): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(shelf));
  } catch {
    // What is stored for all tabs has to do.
  }
}

/** What was kept last, by this tab or the one it was duplicated from. */
export function recall(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return undefined;
  }
}
