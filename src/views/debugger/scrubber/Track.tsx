import { type PointerEvent, useEffect, useRef, useState } from 'react';
import {
  selectMoment,
  selectRun,
  selectTimeline,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { useFetched } from '../../parts';
import { drawTicks } from './drawTicks';
import { momentText } from './momentText';
import styles from './Scrubber.module.css';
import { targetOfKey } from './scrubKeys';
import { placeOf, positionAt } from './tickPlaces';
import { useThemeChanges, useWidth } from './useSurface';

const HEIGHT = 24;

/** All events of the run side by side; the thumb stands at the one that is looked at, or at the end. */
export function Track() {
  const { moments } = useWorkspaceActions();
  const run = useWorkspace(selectRun);
  const total = useWorkspace(selectTimeline);
  const moment = useWorkspace(selectMoment);
  const [dragged, setDragged] = useState<number>();
  const track = useRef<HTMLDivElement>(null);
  const width = useWidth(track);
  const value = moment?.position ?? total;
  const shown = dragged ?? value;

  const follow = ({ clientX }: PointerEvent<HTMLDivElement>) => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const position = positionAt(clientX - box.left, total, box.width);
    setDragged(position);
    if (position !== dragged) void moments.show({ type: 'at', position });
  };
  return (
    <div
      ref={track}
      className={styles.track}
      role="slider"
      tabIndex={0}
      aria-label="Moment of the run"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={value}
      aria-valuetext={momentText(moment, total, run?.startedAt ?? 0)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (dragged !== undefined) follow(event);
      }}
      onPointerUp={() => setDragged(undefined)}
      onPointerCancel={() => setDragged(undefined)}
      onKeyDown={(event) => {
        const target = targetOfKey(event, total);
        if (!target) return;
        event.preventDefault();
        void moments.show(target);
      }}
    >
      <TickMarks run={run?.id ?? ''} total={total} width={width} />
      <span className={styles.done} style={{ width: placeOf(shown, total, width) }} />
      <span className={styles.thumb} style={{ left: placeOf(shown, total, width) }} />
    </div>
  );
}

interface TickMarksProps {
  readonly run: string;
  readonly total: number;
  readonly width: number;
}

function TickMarks({ run, total, width }: TickMarksProps) {
  const { moments } = useWorkspaceActions();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeChanges();
  const page = useFetched(run, `${total} ${width}`, () => moments.getTicks(width));
  useEffect(() => {
    if (canvas.current && page && theme >= 0) drawTicks(canvas.current, page, width, HEIGHT);
  }, [page, width, theme]);
  return <canvas ref={canvas} className={styles.ticks} style={{ width, height: HEIGHT }} />;
}
