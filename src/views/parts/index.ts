/** Small components that every view may use. */
export { classNames } from './classNames';
export { glyphOf } from './glyphs';
export { grouped } from './grouped';
export { JsonText } from './JsonText';
export { StateGlyph, type StateGlyphProps } from './StateGlyph';
export { StatusIcon, type StatusIconProps } from './StatusIcon';
export { STATE_TYPES, type StateTypeInfo } from './stateTypes';
export { STATUS_LOOKS, type StatusLook, statusTone } from './statusLook';
