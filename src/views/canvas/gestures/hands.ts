/** What presses and keys on the canvas come to: not needed for the first picture. See `atHand`. */
export { canvasActions } from '../canvasActions';
export { NameField } from '../nodes/NameField';
export { beginBox } from './boxSelect';
export { planKey } from './canvasKeys';
export { askOnEmpty } from './emptyDoubleClick';
export { beginRewire } from './rewireDrag';
export { beginMove, moveRefusal } from './stateDrag';
export { verdictOn } from './verdict';
