/** Small components that every view may use. */
export { classNames } from './classNames';
export { grouped } from './grouped';
export { JsonText } from './JsonText';
export { StateGlyph } from './StateGlyph';
export { StatusIcon } from './StatusIcon';
export { STATE_TYPES } from './stateTypes';
export { STATUS_LOOKS, statusTone } from './statusLook';
export { useFetched } from './useFetched';
