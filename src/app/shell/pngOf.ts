import type { SvgPicture } from '../../asl';

/** Pixels of the picture for one of the drawing: sharp on screens of today. */
const WANTED = 2;
/** What every browser of today takes for one side of a canvas. */
const LONGEST_SIDE = 32_767;
/** 256 MB while it is drawn. */
const MOST_PIXELS = 2 ** 26;
/** A browser that has less to give is asked for half as much, so often. */
const TRIES = 4;

export interface PngPicture {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** The scale it would have if canvases had no limits. */
  readonly wanted: number;
}

/** A picture in pixels. @throws when the browser does not draw it at any size */
export async function pngOf({ svg, width, height }: SvgPicture): Promise<PngPicture> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    let scale = largestScale(width, height);
    for (let tries = 0; tries < TRIES; tries++, scale /= 2) {
      const size = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
      const blob = await drawn(image, size.width, size.height);
      if (blob) return { blob, ...size, scale, wanted: WANTED };
    }
    throw new Error('The browser has no canvas for the picture.');
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The scale wanted, or the largest that a canvas has room for. */
export function largestScale(width: number, height: number): number {
  const room = Math.sqrt(MOST_PIXELS / (width * height));
  return Math.min(WANTED, LONGEST_SIDE / Math.max(width, height), room);
}

/** Undefined when the canvas is too large for the browser. */
async function drawn(image: HTMLImageElement, width: number, height: number): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  canvas.width = 0;
  return blob ?? undefined;
}
