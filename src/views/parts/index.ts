/** Small components that every view may use. */
export { classNames } from './classNames';
export { BreakableName } from './drawing/BreakableName';
export { EdgeLabel } from './drawing/EdgeLabel';
export { EdgeLine } from './drawing/EdgeLine';
export {
  contains,
  distance,
  distanceToBox,
  distanceToPath,
  overlaps,
  pathLength,
  pointAlong,
  roundedPath,
} from './drawing/path';
export { StateFace } from './drawing/StateFace';
export { type CanvasView, useCanvasView } from './drawing/useCanvasView';
export { MAX_ZOOM, MIN_ZOOM, type Size } from './drawing/viewport';
export { fuzzyScore, type SearchField } from './fuzzy';
export { grouped } from './grouped';
export { JsonText } from './JsonText';
export { type LoadedMonaco, loadMonaco } from './monaco/loadMonaco';
export type { Monaco } from './monaco/monaco';
export { PatternGlyph } from './PatternGlyph';
export { StateGlyph } from './StateGlyph';
export { StatusIcon } from './StatusIcon';
export { STATE_TYPES } from './stateTypes';
export { STATUS_LOOKS, statusTone } from './statusLook';
export { useFetched } from './useFetched';
