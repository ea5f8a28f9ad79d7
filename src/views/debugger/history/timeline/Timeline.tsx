import { FoldHorizontal, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { selectRun, useWorkspace } from '../../../../workspace';
import { HistoryFrame } from '../HistoryFrame';
import pane from '../HistoryPane.module.css';
import { Legend } from './Legend';
import styles from './Timeline.module.css';
import { TimelineChart, type TimelineHandle } from './TimelineChart';
import { hasLongPause, shortenedScale, TRUE_SCALE } from './timeScale';
import { useTimelineColumns } from './useTimelineColumns';

/** The run on its virtual time axis. */
export function Timeline() {
  const run = useWorkspace(selectRun);
  const chart = useRef<TimelineHandle>(null);
  const data = useTimelineColumns(run?.id ?? '', run?.events ?? 0);
  const columns = data?.columns;
  /** Undefined: as the run has it. */
  const [wanted, setWanted] = useState<boolean>();
  const shortened = useMemo(
    () => wanted ?? (columns !== undefined && hasLongPause(columns)),
    [wanted, columns],
  );
  const scale = useMemo(
    () => (shortened && columns ? shortenedScale(columns) : TRUE_SCALE),
    [shortened, columns],
  );
  if (!run || run.events === 0) {
    return (
      <HistoryFrame>
        <p className={pane.empty}>Run the workflow to see here what took how long.</p>
      </HistoryFrame>
    );
  }
  const drawn = data?.columns.state.length ?? 0;
  const total = data?.columns.total ?? 0;
  const tools = (
    <div className={pane.tools}>
      <Legend />
      {drawn < total && (
        <span>
          The first {drawn.toLocaleString('en')} of {total.toLocaleString('en')} visits
        </span>
      )}
      <span className={styles.zoom}>
        <button
          type="button"
          className={styles.tool}
          aria-pressed={shortened}
          aria-label="Shorten pauses"
          title={shortened ? 'Pauses are shortened: show true lengths' : 'Shorten pauses'}
          onClick={() => setWanted(!shortened)}
        >
          <FoldHorizontal size={15} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label="See less, larger"
          title="See less, larger (+)"
          onClick={() => chart.current?.zoom(1.6)}
        >
          <ZoomIn size={15} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label="See more, smaller"
          title="See more, smaller (-)"
          onClick={() => chart.current?.zoom(1 / 1.6)}
        >
          <ZoomOut size={15} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-label="Fit the run"
          title="Fit the run (F)"
          onClick={() => chart.current?.fit()}
        >
          <Maximize2 size={14} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
  return (
    <HistoryFrame tools={tools}>
      {data && <TimelineChart key={run.id} data={data} scale={scale} handle={chart} />}
    </HistoryFrame>
  );
}
