import { useSyncExternalStore } from 'react';

/** A value that was put aside to be compared with others, of this run or of another one. */
export interface KeptValue {
  readonly label: string;
  /** JSON. */
  readonly text: string;
}

let kept: KeptValue | undefined;
const listeners = new Set<() => void>();

/** Lives as long as the page: also while other runs are on show. */
export function keepValue(value: KeptValue | undefined): void {
  kept = value;
  for (const listener of listeners) listener();
}

export const useKeptValue = (): KeptValue | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept,
  );
