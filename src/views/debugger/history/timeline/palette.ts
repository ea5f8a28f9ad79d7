import { STATUSES } from '../../../../worker';
import { statusTone } from '../../../parts';

/** The theme's colours, read once for a theme: a canvas knows no custom properties. */
export interface Palette {
  /** By status number. */
  readonly statuses: readonly string[];
  /** By number of an attempt's outcome. */
  readonly outcomes: readonly string[];
  readonly text: string;
  readonly grid: string;
  readonly selected: string;
  readonly selectedRow: string;
  readonly hoverRow: string;
  readonly brush: string;
  readonly moment: string;
  readonly surface: string;
  readonly backoff: CanvasPattern | string;
  readonly font: string;
}

/** @param element inside the themed page */
export function readPalette(element: Element, context: CanvasRenderingContext2D): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const tone = (name: string) => token(name === 'idle' ? 'border-strong' : `state-${name}`);
  const aborted = token('state-aborted');
  return {
    statuses: STATUSES.map((status) => tone(statusTone(status))),
    outcomes: [token('state-running'), token('state-succeeded'), token('state-failed'), aborted],
    text: token('text-muted'),
    grid: token('border'),
    selected: token('state-selected'),
    selectedRow: token('surface-selected'),
    hoverRow: token('surface-hover'),
    brush: token('accent'),
    moment: token('state-paused'),
    surface: token('surface-panel'),
    backoff: hatch(context, aborted, token('state-aborted-surface')),
    font: `${token('text-xs')} ${token('font-ui')}`,
  };
}

/** Slanted lines: the time between two attempts. */
function hatch(context: CanvasRenderingContext2D, line: string, ground: string): CanvasPattern | string {
  const size = 6;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const draw = tile.getContext('2d');
  if (!draw) return ground;
  draw.fillStyle = ground;
  draw.fillRect(0, 0, size, size);
  draw.strokeStyle = line;
  draw.lineWidth = 1.2;
  draw.beginPath();
  for (const shift of [-size, 0, size]) {
    draw.moveTo(shift, size);
    draw.lineTo(shift + size, 0);
  }
  draw.stroke();
  return context.createPattern(tile, 'repeat') ?? ground;
}
