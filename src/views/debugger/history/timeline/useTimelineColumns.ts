import { useEffect, useRef, useState } from 'react';
import type { TimelineColumns } from '../../../../worker';
import { useWorkspaceActions } from '../../../../workspace';
import { type TimelineRows, timelineRows } from './timelineRows';

export interface TimelineData {
  readonly run: string;
  readonly columns: TimelineColumns;
  readonly rows: TimelineRows;
}

/** The shortest rest between two looks at a run that goes on, in milliseconds; and how many times as long as the look. */
const REST = 150;
const TIMES = 8;

/** The run's visits as columns, and the rows made of them: again whenever it has grown, the rarer the larger it is. */
export function useTimelineColumns(run: string, events: number): TimelineData | undefined {
  const { execution } = useWorkspaceActions();
  const [data, setData] = useState<TimelineData>();
  const wanted = useRef({ run, events });
  const busy = useRef(false);
  const gone = useRef(false);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEffect(() => {
    wanted.current = { run, events };
    const look = async () => {
      for (let seen: object | undefined; seen !== wanted.current && !gone.current; ) {
        const asked = wanted.current;
        seen = asked;
        const began = performance.now();
        const columns = await execution.look('getTimeline', null);
        if (wanted.current.run === asked.run)
          setData({ run: asked.run, columns, rows: timelineRows(columns) });
        const took = performance.now() - began;
        await new Promise((resolve) => setTimeout(resolve, Math.max(REST, took * TIMES)));
      }
    };
    if (busy.current) return;
    busy.current = true;
    void look()
      // The worker is gone; the page has said so, and what is shown stays.
      .catch(() => undefined)
      .finally(() => {
        busy.current = false;
      });
  }, [execution, run, events]);
  return data?.run === run ? data : undefined;
}
