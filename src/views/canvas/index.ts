/** The workflow as a drawing, and the palette its states come from. */
export { Canvas, type CanvasProps } from './Canvas';
export { Palette } from './Palette';
