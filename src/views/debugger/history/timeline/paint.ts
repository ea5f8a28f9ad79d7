import { type TimelineColumns, TRY_OUTCOMES } from '../../../../worker';
import type { Palette } from './palette';
import { RowKind, spanFrom, type TimelineRows } from './timelineRows';
import type { TimeScale } from './timeScale';
import type { TimeWindow } from './window';

export const ROW_HEIGHT = 24;
export const AXIS_HEIGHT = 24;

const BAR = 12;
const THIN = 6;
const WAIT = 1;
const OPEN_TRY = TRY_OUTCOMES.indexOf('open');
/** Statuses by how much they matter to somebody who sees many in one pixel: failed before caught before aborted, ... */
const WEIGHT = [0, 3, 2, 5, 1, 6, 7, 4] as const;

/** Everything a picture of the timeline is made from. */
export interface Scene {
  /** With times as places on the axis. */
  readonly columns: TimelineColumns;
  readonly scale: TimeScale;
  readonly rows: TimelineRows;
  /** Rows from top to bottom. */
  readonly shown: Int32Array;
  readonly window: TimeWindow;
  readonly width: number;
  readonly height: number;
  /** Pixels that the rows are scrolled by. */
  readonly scroll: number;
  /** The visit in hand; -1 for none. */
  readonly chosen: number;
  /** Row of the selected state in hand, by its place in `shown`; -1 for none. */
  readonly active: number;
  /** Number of the selected state; -1 for none. */
  readonly state: number;
  /** Two times while a brush is drawn. */
  readonly brush: readonly [number, number] | undefined;
  /** The moment that is looked at. */
  readonly moment: number | undefined;
}

/** Draws what is in sight and nothing else; what is narrower than a pixel is drawn with its neighbours, the worst of them on top. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { width, height, scroll, shown } = scene;
  context.clearRect(0, 0, width, height);
  paintGrid(context, scene, palette);
  context.save();
  context.beginPath();
  context.rect(0, AXIS_HEIGHT, width, height - AXIS_HEIGHT);
  context.clip();
  const first = Math.max(0, Math.floor(scroll / ROW_HEIGHT));
  const last = Math.min(shown.length - 1, Math.floor((scroll + height - AXIS_HEIGHT) / ROW_HEIGHT));
  for (let index = first; index <= last; index++) paintRow(context, scene, palette, index);
  paintMoment(context, scene, palette);
  paintBrush(context, scene, palette);
  context.restore();
}

/** Where a time is drawn. */
const toX = ({ window: { from, to }, width }: Scene, time: number): number =>
  ((time - from) / (to - from)) * width;

/** The time at a place. */
export const timeAt = ({ window: { from, to }, width }: Scene, x: number): number =>
  from + (x / Math.max(1, width)) * (to - from);

const topOf = ({ scroll }: Scene, index: number): number => AXIS_HEIGHT + index * ROW_HEIGHT - scroll;

/** When a visit ended, or now. */
export const endOf = ({ end, now }: TimelineColumns, visit: number): number => {
  const ended = end[visit] ?? -1;
  return ended < 0 ? now : ended;
};

function paintGrid(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { width, height } = scene;
  context.font = palette.font;
  context.textBaseline = 'middle';
  context.fillStyle = palette.text;
  context.strokeStyle = palette.grid;
  context.lineWidth = 1;
  context.beginPath();
  for (const { at, label } of scene.scale.ticks(scene.window, width)) {
    const x = Math.round(toX(scene, at)) + 0.5;
    context.moveTo(x, AXIS_HEIGHT - 6);
    context.lineTo(x, height);
    if (x + 4 + context.measureText(label).width <= width) context.fillText(label, x + 4, AXIS_HEIGHT / 2);
  }
  context.moveTo(0, AXIS_HEIGHT - 0.5);
  context.lineTo(width, AXIS_HEIGHT - 0.5);
  context.stroke();
}

function paintRow(context: CanvasRenderingContext2D, scene: Scene, palette: Palette, index: number): void {
  const { rows, columns, width, shown } = scene;
  const row = shown[index] ?? 0;
  const top = topOf(scene, index);
  const isSelected = rows.kind[row] === RowKind.state && rows.label[row] === scene.state;
  if (isSelected || index === scene.active) {
    context.fillStyle = isSelected ? palette.selectedRow : palette.hoverRow;
    context.globalAlpha = 0.6;
    context.fillRect(0, top, width, ROW_HEIGHT);
    context.globalAlpha = 1;
  }
  if (row === 0) {
    const x = toX(scene, 0);
    context.fillStyle = palette.text;
    context.fillRect(x, top + (ROW_HEIGHT - THIN) / 2, Math.max(2, toX(scene, columns.now) - x), THIN);
    return;
  }
  paintSpans(context, scene, palette, row, top);
}

function paintSpans(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  row: number,
  top: number,
): void {
  const { rows, columns, window } = scene;
  const { start, status } = columns;
  const until = rows.starts[row + 1] ?? 0;
  const firstOf = rows.starts[row] ?? 0;
  // The span before may reach into the window.
  let at = Math.max(firstOf, spanFrom(rows, start, row, window.from) - 1);
  const after = toX(scene, window.to) + 2;
  while (at < until) {
    const visit = rows.spans[at] ?? 0;
    const left = toX(scene, start[visit] ?? 0);
    if (left > after) break;
    const right = toX(scene, endOf(columns, visit));
    if (right - left >= 2 || visit === scene.chosen) {
      paintSpan(context, scene, palette, visit, left, right, top);
      at++;
      continue;
    }
    let worst = status[visit] ?? 0;
    let edge = right;
    for (at++; at < until; at++) {
      const other = rows.spans[at] ?? 0;
      const itsLeft = toX(scene, start[other] ?? 0);
      if (itsLeft > left + 2 || other === scene.chosen) break;
      const itsRight = toX(scene, endOf(columns, other));
      if (itsRight - itsLeft >= 2) break;
      edge = Math.max(edge, itsRight);
      if ((WEIGHT[status[other] ?? 0] ?? 0) > (WEIGHT[worst] ?? 0)) worst = status[other] ?? 0;
    }
    context.fillStyle = palette.statuses[worst] ?? palette.text;
    context.fillRect(left, top + (ROW_HEIGHT - BAR) / 2, Math.max(2, edge - left), BAR);
  }
}

function paintSpan(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  visit: number,
  left: number,
  right: number,
  top: number,
): void {
  const { columns, width } = scene;
  const kind = columns.kind[visit] ?? 0;
  const x = Math.max(-4, left);
  const length = Math.max(2, Math.min(width + 4, right) - x);
  const color = palette.statuses[columns.status[visit] ?? 0] ?? palette.text;
  const tall = kind > WAIT ? THIN : BAR;
  const y = top + (ROW_HEIGHT - tall) / 2;
  const [firstTry = 0, lastTry = 0] = [columns.tries[visit], columns.tries[visit + 1]];
  if (kind === WAIT) {
    paintWait(context, color, x, y, length, tall);
  } else if (lastTry - firstTry > 1) {
    context.fillStyle = palette.backoff;
    context.fillRect(x, y, length, tall);
    paintTries(context, scene, palette, firstTry, lastTry, y, tall);
  } else {
    context.fillStyle = color;
    context.fillRect(x, y, length, tall);
  }
  if (visit === scene.chosen) {
    context.strokeStyle = palette.selected;
    context.lineWidth = 2;
    context.strokeRect(x - 2, y - 2, length + 4, tall + 4);
  }
}

/** A wait that the player skipped: an outline of dots, its end filled. */
function paintWait(
  context: CanvasRenderingContext2D,
  color: string,
  x: number,
  y: number,
  length: number,
  tall: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.setLineDash([2, 3]);
  context.beginPath();
  context.moveTo(x, y + tall / 2);
  context.lineTo(x + length, y + tall / 2);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = color;
  context.fillRect(x, y, 2, tall);
  context.fillRect(x + length - 2, y, 2, tall);
}

function paintTries(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  first: number,
  last: number,
  y: number,
  tall: number,
): void {
  const { columns, width } = scene;
  for (let attempt = first; attempt < last; attempt++) {
    const outcome = columns.tryOutcome[attempt] ?? OPEN_TRY;
    const ended = columns.tryEnd[attempt] ?? -1;
    const left = toX(scene, columns.tryStart[attempt] ?? 0);
    const right = toX(scene, ended < 0 ? columns.now : ended);
    if (right < -2 || left > width + 2) continue;
    context.fillStyle = palette.outcomes[outcome] ?? palette.text;
    context.fillRect(
      Math.max(-4, left),
      y,
      Math.max(2, Math.min(width + 4, right) - Math.max(-4, left)),
      tall,
    );
  }
}

function paintMoment(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  if (scene.moment === undefined) return;
  context.fillStyle = palette.moment;
  context.fillRect(Math.round(toX(scene, scene.moment)) - 1, 0, 2, scene.height);
}

function paintBrush(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { brush, height } = scene;
  if (!brush) return;
  const left = toX(scene, Math.min(...brush));
  const right = toX(scene, Math.max(...brush));
  context.fillStyle = palette.brush;
  context.globalAlpha = 0.16;
  context.fillRect(left, 0, right - left, height);
  context.globalAlpha = 1;
  context.fillRect(left, 0, 1, height);
  context.fillRect(right, 0, 1, height);
}

/** The visit at a place of the picture; undefined beside all of them. */
export function visitAt(scene: Scene, x: number, y: number): number | undefined {
  const { rows, columns, shown } = scene;
  const row = y < AXIS_HEIGHT ? undefined : shown[Math.floor((y - AXIS_HEIGHT + scene.scroll) / ROW_HEIGHT)];
  if (row === undefined) return undefined;
  const reach = timeAt(scene, x + 3);
  for (let at = spanFrom(rows, columns.start, row, reach) - 1; at >= (rows.starts[row] ?? 0); at--) {
    const visit = rows.spans[at] ?? 0;
    if (toX(scene, endOf(columns, visit)) >= x - 3) return visit;
    if (toX(scene, columns.start[visit] ?? 0) < x - 3) return undefined;
  }
  return undefined;
}
