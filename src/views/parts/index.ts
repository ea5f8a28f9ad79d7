/** Small components that every view may use. */

export { grouped } from '../../asl';
export { classNames } from './classNames';
export { download } from './download';
export { BreakableName } from './drawing/BreakableName';
export { EdgeLabel } from './drawing/EdgeLabel';
export { EdgeLine } from './drawing/EdgeLine';
export { StateFace } from './drawing/StateFace';
export { type CanvasView, useCanvasView } from './drawing/useCanvasView';
export { leastZoom, MAX_ZOOM, MIN_ZOOM, type Size } from './drawing/viewport';
export { formatDuration } from './duration';
export { fuzzyScore, type SearchField } from './fuzzy';
export { glyphOf, serviceTone } from './glyphs';
export { JsonText } from './JsonText';
export { type LastVisit, lastVisit } from './lastVisit';
export { default as tones } from './looks/tones.module.css';
export { default as typeTones } from './looks/typeTones.module.css';
export { type LoadedMonaco, loadMonaco } from './monaco/loadMonaco';
export type { Monaco } from './monaco/monaco';
export { useDiffEditor } from './monaco/useDiffEditor';
export { PatternGlyph } from './PatternGlyph';
export { StateGlyph } from './StateGlyph';
export { StatusIcon } from './StatusIcon';
export { seenAt } from './seenAt';
export { STATE_TYPES } from './stateTypes';
export { describeState, times } from './stateWords';
export { STATUS_LOOKS, statusTone } from './statusLook';
export { useFetched } from './useFetched';
