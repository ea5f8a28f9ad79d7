import { useEffect, useRef, useState } from 'react';
import type { HistoryRow } from '../../worker';
import { useWorkspaceActions } from '../../workspace';

const PAGE = 100;
/** Pages kept; a history of millions of events is looked at through this window. */
const MOST_PAGES = 40;

/** The rows of a run's history, fetched page by page as they come into sight. @returns the row at an index, once it is here */
export function useEventPages(
  run: string,
  total: number,
  first: number,
  last: number,
): (index: number) => HistoryRow | undefined {
  const { execution } = useWorkspaceActions();
  const pages = useRef({ run, byNumber: new Map<number, readonly HistoryRow[]>() });
  const [, redraw] = useState(0);
  if (pages.current.run !== run) pages.current = { run, byNumber: new Map() };

  const from = Math.floor(first / PAGE);
  const to = Math.floor(last / PAGE);
  useEffect(() => {
    const cache = pages.current;
    for (let page = from; page <= to; page++) {
      const wanted = Math.min(PAGE, total - page * PAGE);
      if (wanted <= 0 || (cache.byNumber.get(page)?.length ?? 0) >= wanted) continue;
      execution.getEvents(page * PAGE, PAGE).then(
        ({ rows }) => {
          if (pages.current !== cache) return;
          cache.byNumber.delete(page);
          cache.byNumber.set(page, rows);
          for (const oldest of cache.byNumber.keys()) {
            if (cache.byNumber.size <= MOST_PAGES) break;
            cache.byNumber.delete(oldest);
          }
          redraw((count) => count + 1);
        },
        () => {
          // The worker is gone; the page has said so, and the rows that are here stay.
        },
      );
    }
  }, [execution, from, to, total]);

  return (index) => pages.current.byNumber.get(Math.floor(index / PAGE))?.[index % PAGE];
}
