import type { Tone } from './marks';
import type { Palette } from './palette';

/** What was drawn with a colour, and where it began; the rest of a context is of no interest. */
export interface Drawn {
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing context that keeps filled and stroked boxes by colour. */
export function recordingContext() {
  const filled: Drawn[] = [];
  const stroked: Drawn[] = [];
  const words: string[] = [];
  let box = { x: 0, y: 0, width: 0, height: 0 };
  const context = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    globalAlpha: 1,
    font: '',
    textBaseline: 'middle',
    clearRect: () => undefined,
    beginPath: () => undefined,
    setLineDash: () => undefined,
    moveTo: (x: number, y: number) => {
      box = { x, y, width: 0, height: 0 };
    },
    lineTo: () => undefined,
    rect: (x: number, y: number, width: number, height: number) => {
      box = { x, y, width, height };
    },
    roundRect: (x: number, y: number, width: number, height: number) => {
      box = { x, y, width, height };
    },
    arc: (x: number, y: number, radius: number) => {
      box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
    },
    ellipse: (x: number, y: number, across: number, down: number) => {
      box = { x: x - across, y: y - down, width: 2 * across, height: 2 * down };
    },
    fillRect: (x: number, y: number, width: number, height: number) => {
      filled.push({ colour: context.fillStyle, x, y, width, height });
    },
    fill: () => void filled.push({ colour: context.fillStyle, ...box }),
    stroke: () => void stroked.push({ colour: context.strokeStyle, ...box }),
    measureText: (text: string) => ({ width: text.length * 6 }),
    fillText: (text: string) => void words.push(text),
  };
  return { context: context as unknown as CanvasRenderingContext2D, filled, stroked, words };
}

const tones = (suffix: string): Readonly<Record<Tone, string>> => ({
  idle: `idle${suffix}`,
  running: `running${suffix}`,
  succeeded: `succeeded${suffix}`,
  caught: `caught${suffix}`,
  failed: `failed${suffix}`,
  aborted: `aborted${suffix}`,
});

/** Every colour by its name. */
export const NAMED_COLOURS: Palette = {
  border: tones(''),
  surface: tones(' surface'),
  lines: {
    idle: 'line',
    notTaken: 'not taken',
    catch: 'catch',
    taken: 'taken',
    active: 'active',
    held: 'held',
  },
  canvas: 'canvas',
  container: 'container',
  containerBorder: 'frame',
  pseudo: 'end',
  types: {
    untyped: 'untyped',
    Pass: 'Pass',
    Task: 'Task',
    Choice: 'Choice',
    Wait: 'Wait',
    Succeed: 'Succeed',
    Fail: 'Fail',
    Parallel: 'Parallel',
    Map: 'Map',
  },
  selected: 'selected',
  here: 'here',
  error: 'error',
  warning: 'warning',
  text: 'text',
  label: 'label',
  font: '11px sans-serif',
};
