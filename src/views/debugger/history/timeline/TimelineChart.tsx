import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import {
  selectChosenVisit,
  selectMoment,
  selectSelectedState,
  useWorkspace,
  useWorkspaceActions,
} from '../../../../workspace';
import { moveInTree } from '../moveInTree';
import { AXIS_HEIGHT, paint, ROW_HEIGHT, type Scene, timeAt, visitAt } from './paint';
import { type Palette, readPalette } from './palette';
import { SpanTip, type SpanTipAt } from './SpanTip';
import styles from './Timeline.module.css';
import { TimelineLabels } from './TimelineLabels';
import { isOpen, RowKind, shownRows } from './timelineRows';
import { onScale, type TimeScale, TRUE_SCALE } from './timeScale';
import type { TimelineData } from './useTimelineColumns';
import { nameOfVisit, visitNamed } from './visitNames';
import { brushWindow, fitWindow, panWindow, type TimeWindow, zoomWindow } from './window';

/** What the bar above may do with the chart. */
export interface TimelineHandle {
  fit(): void;
  /** @param factor above 1 to see less in more detail */
  zoom(factor: number): void;
}

interface TimelineChartProps {
  readonly data: TimelineData;
  readonly scale: TimeScale;
  readonly handle: Ref<TimelineHandle>;
}

/** A press that moves less than this is a click. */
const CLICK = 4;
const WHEEL_STEP = 1.0016;

/** Rows with their names beside a canvas with their spans. The names are a tree, which says all of it in words. */
export function TimelineChart({ data, scale, handle }: TimelineChartProps) {
  const { columns, rows } = data;
  const drawn = useMemo(() => onScale(columns, scale), [columns, scale]);
  const moment = useWorkspace(selectMoment);
  const { looking, selection } = useWorkspaceActions();
  const chosenName = useWorkspace(selectChosenVisit);
  const selected = useWorkspace(selectSelectedState);

  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const [activeRow, setActiveRow] = useState(0);
  const [tip, setTip] = useState<SpanTipAt>();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  /** Undefined: all of the run, however long it gets. */
  const window = useRef<TimeWindow>(undefined);
  const brush = useRef<readonly [number, number]>(undefined);
  const palette = useRef<Palette>(undefined);
  const frame = useRef(0);

  const shown = useMemo(() => shownRows(rows, toggled), [rows, toggled]);
  const chosen = useMemo(() => visitNamed(columns, chosenName), [columns, chosenName]);
  const active = shown.indexOf(activeRow);
  const state = selected === undefined ? -1 : columns.paths.indexOf(selected);

  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });

  const scene = (): Scene => ({
    columns: drawn,
    scale,
    rows,
    shown,
    window: window.current ?? fitWindow(drawn.now * 1.02),
    width: canvas.current?.clientWidth ?? 0,
    height: canvas.current?.clientHeight ?? 0,
    scroll: scroller.current?.scrollTop ?? 0,
    chosen,
    active,
    state,
    brush: brush.current,
    moment: moment && scale.toAxis(moment.time - columns.origin),
  });
  const latest = useRef(scene);
  latest.current = scene;

  const draw = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (!element || !context) return;
      const next = latest.current();
      const scale = devicePixelRatio;
      const [width, height] = [Math.round(next.width * scale), Math.round(next.height * scale)];
      if (element.width !== width || element.height !== height) {
        element.width = width;
        element.height = height;
      }
      palette.current ??= readPalette(element, context);
      context.setTransform(scale, 0, 0, scale, 0, 0);
      paint(context, next, palette.current);
    });
  }, []);

  useEffect(() => draw());
  useEffect(() => {
    const restyle = () => {
      palette.current = undefined;
      draw();
    };
    const observer = new ResizeObserver(draw);
    if (scroller.current) observer.observe(scroller.current);
    const themes = new MutationObserver(restyle);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      observer.disconnect();
      themes.disconnect();
      cancelAnimationFrame(frame.current);
    };
  }, [draw]);

  const show = useCallback(
    (next: TimeWindow | undefined) => {
      window.current = next;
      setTip(undefined);
      draw();
    },
    [draw],
  );
  const zoom = useCallback(
    (factor: number, at?: number) => {
      const { window: now, columns: all } = latest.current();
      show(zoomWindow(now, factor, at ?? (now.from + now.to) / 2, all.now * 1.02));
    },
    [show],
  );
  useImperativeHandle(handle, () => ({ fit: () => show(undefined), zoom: (factor) => zoom(factor) }), [
    show,
    zoom,
  ]);

  // A wheel that zooms must keep the page from zooming, which a passive listener cannot.
  useEffect(() => {
    const element = canvas.current;
    const turn = (event: WheelEvent) => {
      const { window: now, columns: all, width } = latest.current();
      const across = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(WHEEL_STEP ** -event.deltaY, timeAt(latest.current(), event.offsetX));
      } else if (across !== 0) {
        event.preventDefault();
        show(panWindow(now, (across / Math.max(1, width)) * (now.to - now.from), all.now * 1.02));
      }
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [show, zoom]);

  // A window of the one axis is none of the other.
  const axis = useRef(scale === TRUE_SCALE);
  useEffect(() => {
    if (axis.current === (scale === TRUE_SCALE)) return;
    axis.current = scale === TRUE_SCALE;
    show(undefined);
  }, [scale, show]);

  const reveal = useCallback((index: number) => {
    const element = scroller.current;
    if (!element) return;
    const top = index * ROW_HEIGHT;
    const room = element.clientHeight - AXIS_HEIGHT - ROW_HEIGHT;
    if (element.scrollTop > top) element.scrollTop = top;
    else if (element.scrollTop < top - room) element.scrollTop = top - room;
  }, []);
  const chooseVisit = (visit: number) => {
    const name = nameOfVisit(columns, visit);
    if (name) looking.visit(name);
  };
  const chooseRow = (index: number) => {
    const row = shown[index] ?? 0;
    setActiveRow(row);
    reveal(index);
    const first = rows.spans[rows.starts[row] ?? 0];
    if (row === 0 || first === undefined) return;
    if (rows.kind[row] === RowKind.state) {
      chooseVisit(rows.rowOf[chosen] === row ? chosen : first);
      return;
    }
    const container = nameOfVisit(columns, columns.parent[first] ?? -1);
    if (!container) return;
    if (rows.kind[row] === RowKind.item) {
      looking.item({ ...container, item: rows.label[row] ?? 0 });
      selection.select(container.state, 'debugger');
    } else looking.visit(container);
  };
  const toggle = (row: number) =>
    setToggled((now) => {
      const next = new Set(now);
      if (!next.delete(row)) next.add(row);
      return next;
    });
  /** The next or previous visit in the row in hand. */
  const stepVisit = (by: number) => {
    const from = rows.starts[activeRow] ?? 0;
    const until = rows.starts[activeRow + 1] ?? from;
    const at = rows.spans.subarray(from, until).indexOf(chosen);
    const next = rows.spans[from + at + by];
    if (next !== undefined && at + by >= 0 && from + at + by < until) chooseVisit(next);
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      f: () => show(undefined),
      '+': () => zoom(1.6),
      '=': () => zoom(1.6),
      '-': () => zoom(1 / 1.6),
      '[': () => stepVisit(-1),
      ']': () => stepVisit(1),
    }[event.key.toLowerCase()];
    const move = act
      ? undefined
      : moveInTree(event.key, Math.max(0, active), shown.length, (index) => {
          const row = shown[index];
          if (row === undefined) return undefined;
          const inside = (rows.first[row] ?? -1) >= 0;
          return {
            key: String(row),
            depth: rows.depth[row] ?? 0,
            ...(inside ? { open: isOpen(rows, row, toggled) } : {}),
          };
        });
    if (!act && !move) return;
    event.preventDefault();
    event.stopPropagation();
    act?.();
    if (move?.type === 'go') chooseRow(move.to);
    else if (move) toggle(Number(move.key));
  };

  // Chosen elsewhere: its row is to be seen.
  useEffect(() => {
    const row = chosen < 0 ? -1 : (rows.rowOf[chosen] ?? -1);
    if (row < 0) return;
    setActiveRow(row);
    const index = shown.indexOf(row);
    if (index >= 0) reveal(index);
  }, [chosen, rows, shown, reveal]);

  return (
    <div className={styles.scroller} ref={scroller} onScroll={draw}>
      <div className={styles.content} style={{ height: AXIS_HEIGHT + shown.length * ROW_HEIGHT }}>
        <div className={styles.sticky}>
          <div className={styles.corner}>States</div>
          <canvas
            ref={canvas}
            className={styles.canvas}
            data-testid="timeline-chart"
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              const at = timeAt(scene(), event.nativeEvent.offsetX);
              brush.current = [at, at];
              setTip(undefined);
            }}
            onPointerMove={(event) => {
              const { offsetX, offsetY } = event.nativeEvent;
              if (brush.current) {
                brush.current = [brush.current[0], timeAt(scene(), offsetX)];
                draw();
                return;
              }
              const visit = visitAt(scene(), offsetX, offsetY);
              setTip(visit === undefined ? undefined : { visit, x: offsetX, y: offsetY });
            }}
            onPointerLeave={() => setTip(undefined)}
            onPointerCancel={() => {
              brush.current = undefined;
              draw();
            }}
            onPointerUp={(event) => {
              const [from, to] = brush.current ?? [0, 0];
              if (!brush.current) return;
              brush.current = undefined;
              const now = scene();
              const { offsetX, offsetY } = event.nativeEvent;
              if (
                Math.abs(
                  offsetX - ((from - now.window.from) / (now.window.to - now.window.from)) * now.width,
                ) >= CLICK
              )
                show(brushWindow(from, to, drawn.now * 1.02));
              else {
                const visit = visitAt(now, offsetX, offsetY);
                if (visit !== undefined) chooseVisit(visit);
                draw();
              }
            }}
            onDoubleClick={() => show(undefined)}
          />
          {tip && <SpanTip at={tip} columns={columns} />}
        </div>
        <TimelineLabels
          visible={virtualizer.getVirtualItems()}
          data={data}
          shown={shown}
          toggled={toggled}
          active={active}
          state={state}
          onChoose={chooseRow}
          onToggle={toggle}
          onPress={press}
        />
      </div>
    </div>
  );
}
