/** The workflow as a drawing, and the palette its states come from. */
export { Canvas } from './Canvas';
export { focusState } from './focusState';
export { Palette } from './Palette';
