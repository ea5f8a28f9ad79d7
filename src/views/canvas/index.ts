/** The workflow as a drawing, and the palette its states come from. */
export { Canvas } from './Canvas';
export { Palette } from './Palette';
