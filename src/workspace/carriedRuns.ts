import { keyOf } from './storageKeys';

type Records = Readonly<Record<string, unknown>>;

/**
 * Earlier versions of the page stored the open runs of all workflows as one list. @returns the records, by key, that
 * it comes to: those of the first workflow stay where they were.
 */
export function carriedRuns(stored: Records): Records {
  const { runs, shelf } = stored;
  if (!isRecord(runs) || !Array.isArray(runs.open)) return {};
  const { started, shown, parents } = runs;
  const open: readonly unknown[] = runs.open;
  const tabs = open.filter(isRecord);
  const wasShown = isRecord(shelf) ? shelf.shown : undefined;
  const homes = new Set(tabs.flatMap(({ document }) => (typeof document === 'string' ? document : [])));
  if (typeof wasShown === 'string' && parents !== undefined) homes.add(wasShown);
  return Object.fromEntries(
    [...homes].flatMap((home) => {
      const key = keyOf('runs', home);
      if (key in stored) return [];
      const own = tabs.filter(({ document }) => document === home);
      return [
        [
          key,
          {
            open: own,
            started,
            ...(own.some(({ id }) => id === shown) && { shown }),
            ...(home === wasShown && { parents }),
          },
        ],
      ];
    }),
  );
}

const isRecord = (value: unknown): value is Records =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
