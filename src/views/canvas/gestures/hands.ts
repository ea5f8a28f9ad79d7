/** What presses, keys and a view from afar come to on the canvas: not needed for the first picture. See `atHand`. */
export { canvasActions } from '../canvasActions';
export { NameField } from '../nodes/NameField';
export { crossToPicture } from '../overview/crossing';
export { Overview } from '../overview/Overview';
export { beginBox } from './boxSelect';
export { askOnEmpty } from './emptyDoubleClick';
export { pressPane } from './panePress';
export { pressKey } from './pressKey';
export { beginRewire } from './rewireDrag';
export { beginMove, moveRefusal } from './stateDrag';
export { verdictOn } from './verdict';
