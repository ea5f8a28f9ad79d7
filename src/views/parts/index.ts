/** Small components that every view may use. */

export { grouped } from '../../asl';
export { classNames } from './classNames';
export { fuzzyScore, type SearchField } from './fuzzy';
export { glyphOf, serviceTone } from './glyphs';
export { JsonText } from './JsonText';
export { PatternGlyph } from './PatternGlyph';
export { StateGlyph } from './StateGlyph';
export { StatusIcon } from './StatusIcon';
export { STATE_TYPES } from './stateTypes';
export { STATUS_LOOKS, statusTone } from './statusLook';
export { useFetched } from './useFetched';
