import { TICKS, type Tick, type TickPage } from '../../../worker';

/** Pixels between lanes. */
const GAP = 2;
/** A tick is no wider than this, however few there are. */
const MOST_WIDTH = 5;

/** The token each kind of tick is painted with, and how much of its lane's height it takes. */
const LOOKS: Readonly<Record<Tick, { readonly token: string; readonly height: number }>> = {
  none: { token: '--border', height: 0 },
  quiet: { token: '--border-strong', height: 0.4 },
  entered: { token: '--state-running', height: 1 },
  ended: { token: '--state-succeeded', height: 0.7 },
  aborted: { token: '--state-aborted', height: 1 },
  retry: { token: '--state-caught', height: 1 },
  failed: { token: '--state-failed', height: 1 },
};

/** Paints all events of a run, lane under lane, in the colours of the theme as it is. */
export function drawTicks(canvas: HTMLCanvasElement, page: TickPage, width: number, height: number): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  pen.scale(ratio, ratio);
  pen.clearRect(0, 0, width, height);
  const theme = getComputedStyle(canvas);
  const colours = TICKS.map((tick) => theme.getPropertyValue(LOOKS[tick].token));
  const lane = (height - GAP * (page.lanes.length - 1)) / Math.max(1, page.lanes.length);
  page.lanes.forEach(({ ticks }, row) => {
    const part = width / ticks.length;
    const thick = Math.max(1, Math.min(MOST_WIDTH, part - 1));
    const bottom = row * (lane + GAP) + lane;
    ticks.forEach((number, place) => {
      const tick = TICKS[number] ?? 'none';
      if (tick === 'none') return;
      const tall = Math.max(2, lane * LOOKS[tick].height);
      pen.fillStyle = colours[number] ?? '';
      pen.fillRect((place + 0.5) * part - thick / 2, bottom - tall, thick, tall);
    });
  });
}
